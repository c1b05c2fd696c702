import { SignJWT, UnsecuredJWT } from 'jose'
import { describe, expect, it } from 'vitest'
import { fromBase64url, toBase64url, utf8 } from '../../worker/core/encoding.ts'
import { signingKeys } from '../../worker/vault/keys.ts'
import { type Jwks, jwks, RECEIPT, signReceipt, verifyReceipt } from '../../worker/vault/receipt.ts'
import { signingJwk } from './support.ts'

const payload = { reference: 'RD-04KD-9QTZ-R', seq: 1, hash: 'x'.repeat(43), receivedAt: '2026-03-02T09:00:00Z' }

const keysOf = async (...kids: string[]) =>
  signingKeys(JSON.stringify(Object.fromEntries(await Promise.all(kids.map(async (kid) => [kid, await signingJwk()])))))

const parts = (jws: string) => jws.split('.') as [string, string, string]
const header = (jws: string) => JSON.parse(new TextDecoder().decode(fromBase64url(parts(jws)[0]) as Uint8Array))

describe('a receipt', () => {
  it('is verified against the published keys', async () => {
    const keys = await keysOf('k1')
    const jws = await signReceipt(keys, payload)
    expect(header(jws)).toEqual({ alg: 'EdDSA', kid: 'k1', typ: RECEIPT })
    const published = JSON.parse(JSON.stringify(jwks(keys))) as Jwks
    expect(JSON.stringify(published)).not.toContain('"d"')
    expect(await verifyReceipt(`${jws}\n`, published)).toEqual({ ok: true, payload, kid: 'k1' })
  })

  it('says the same however its members were ordered', async () => {
    const keys = await keysOf('k1')
    expect(await signReceipt(keys, { b: 1, a: 2 })).toBe(await signReceipt(keys, { a: 2, b: 1 }))
  })

  it('keeps to RFC 8037, appendix A', async () => {
    const d = 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A'
    const x = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo'
    const keys = await signingKeys(JSON.stringify({ test: { kty: 'OKP', crv: 'Ed25519', d, x } }))
    const example =
      'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.' +
      'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg'
    const [protectedHeader, text, signature] = parts(example)
    const signed = utf8(`${protectedHeader}.${text}`)
    const made = await crypto.subtle.sign('Ed25519', keys.current.key, signed)
    expect(toBase64url(new Uint8Array(made))).toBe(signature)
    // Signed well, but no receipt.
    expect(await verifyReceipt(example, jwks(keys))).toEqual({ ok: false, fault: 'type' })
  })

  it('verifies after a rotation, while its key is published', async () => {
    const [a, b] = [await signingJwk(), await signingJwk()]
    const old = await signReceipt(await signingKeys(JSON.stringify({ a })), payload)
    const rotated = await signingKeys(JSON.stringify({ a, b }))
    expect(await verifyReceipt(old, jwks(rotated))).toMatchObject({ ok: true, kid: 'a' })
    expect(await verifyReceipt(await signReceipt(rotated, payload), jwks(rotated))).toMatchObject({ kid: 'b' })
    const later = await signingKeys(JSON.stringify({ b }))
    expect(await verifyReceipt(old, jwks(later))).toEqual({ ok: false, fault: 'unknown_key' })
  })

  it('is refused when payload, header or signature were changed', async () => {
    const keys = await keysOf('k1', 'k2')
    const [h, p, s] = parts(await signReceipt(keys, payload))
    const encode = (value: unknown) => toBase64url(utf8(JSON.stringify(value)))
    const other = encode({ ...payload, receivedAt: '2026-01-01T00:00:00Z' })
    const verdict = (jws: string) => verifyReceipt(jws, jwks(keys))
    expect(await verdict(`${h}.${other}.${s}`)).toEqual({ ok: false, fault: 'signature' })
    expect(await verdict(`${encode({ alg: 'EdDSA', kid: 'k1', typ: RECEIPT })}.${p}.${s}`)).toMatchObject({
      fault: 'signature',
    })
    expect(await verdict(`${h}.${p}.${s.slice(0, -4)}AAAA`)).toMatchObject({ ok: false })
    for (const junk of ['', 'a.b', 'a.b.c', `${h}.${p}`, `${h}.${p}.`, `${p}.${h}.${s}`, `${h}.${p}.${s}.${s}`, '…']) {
      expect(await verdict(junk)).toMatchObject({ ok: false })
    }
  })

  it('is refused under any other algorithm', async () => {
    const keys = await keysOf('k1')
    const published = jwks(keys)
    const unsigned = new UnsecuredJWT(payload).encode()
    expect(await verifyReceipt(unsigned, published)).toEqual({ ok: false, fault: 'format' })

    // The public key as an HMAC secret: what a careless verifier would take.
    const x = published.keys[0]?.x as string
    for (const secret of [utf8(x), utf8(JSON.stringify(published.keys[0])), fromBase64url(x) as Uint8Array]) {
      const forged = await new SignJWT(payload)
        .setProtectedHeader({ alg: 'HS256', kid: 'k1', typ: RECEIPT })
        .sign(secret)
      expect(await verifyReceipt(forged, published)).toEqual({ ok: false, fault: 'format' })
    }

    // Even when the key set itself holds other keys.
    const pair = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify'])
    const { privateKey, publicKey } = pair as CryptoKeyPair
    const jwk = { ...((await crypto.subtle.exportKey('jwk', publicKey)) as JsonWebKey), kid: 'k9', alg: 'ES256' }
    const es = await new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'k9', typ: RECEIPT }).sign(privateKey)
    const mixed = { keys: [...published.keys, jwk] } as unknown as Jwks
    expect(await verifyReceipt(es, mixed)).toEqual({ ok: false, fault: 'format' })
  })

  it('passes for nothing but what it was signed for', async () => {
    const keys = await keysOf('k1')
    const dossier = await signReceipt(keys, payload, 'redress-dossier+jws')
    expect(await verifyReceipt(dossier, jwks(keys))).toEqual({ ok: false, fault: 'type' })
    expect(await verifyReceipt(dossier, jwks(keys), 'redress-dossier+jws')).toMatchObject({ ok: true })
  })
})
