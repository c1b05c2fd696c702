import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import { SecretError } from '../../worker/vault/errors.ts'
import { indexKeys, loadKeys, masterKeys, type Secrets, signingKeys } from '../../worker/vault/keys.ts'
import { randomKey, signingJwk } from './support.ts'

const refusal = async (parsing: Promise<unknown>): Promise<SecretError> => {
  const error = await parsing.then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(SecretError)
  return error as SecretError
}

describe('master and index keys', () => {
  it('takes the highest number for the current one, in whatever order they stand', async () => {
    const keys = await masterKeys(JSON.stringify({ 2: randomKey(), 10: randomKey(), 1: randomKey() }))
    expect(keys.map(({ version }) => version)).toEqual([10, 2, 1])
  })

  it('parses once', async () => {
    const raw = JSON.stringify({ 1: randomKey() })
    const first = await masterKeys(raw)
    expect(await masterKeys(raw)).toBe(first)
    await masterKeys(JSON.stringify({ 1: randomKey() }))
    expect(await masterKeys(raw)).not.toBe(first)
  })

  it('does not let keys out', async () => {
    const [key] = await masterKeys(JSON.stringify({ 1: randomKey() }))
    for (const inner of [key.wrap, key.root]) expect(inner.extractable).toBe(false)
  })

  const good = randomKey()
  it.each([
    ['nothing', undefined, 'is not set'],
    ['only white space', '  ', 'is not set'],
    ['what is no JSON', good, 'is not JSON'],
    ['a list', `["${good}"]`, 'is not a JSON object'],
    ['no key', '{}', 'has no key in it'],
    ['a name that is no number', `{"one":"${good}"}`, 'not a number'],
    ['number zero', `{"0":"${good}"}`, 'not a number'],
    ['too large a number', `{"65536":"${good}"}`, 'not a number'],
    ['a short key', `{"1":"${btoa('only sixteen byt')}"}`, 'key 1 is not 32 bytes'],
    ['what is no base64', '{"1":"ключ"}', 'key 1 is not 32 bytes'],
    ['a number for a key', '{"1":42}', 'key 1 is not 32 bytes'],
    ['a placeholder', `{"1":"${btoa('\0'.repeat(32))}"}`, 'not random'],
    ['one good and one bad key', `{"1":"${good}","2":"x"}`, 'key 2 is not 32 bytes'],
  ])('refuses %s, names the variable and how to make one', async (_, raw, problem) => {
    for (const [variable, parse] of [
      ['MASTER_KEYS', masterKeys],
      ['INDEX_KEYS', indexKeys],
    ] as const) {
      const error = await refusal(parse(raw))
      expect(error.variable).toBe(variable)
      expect(error.message).toContain(variable)
      expect(error.message).toContain(problem)
      expect(error.message).toContain('randomBytes(32)')
      expect(error.message).not.toContain(good)
      expect(error.message).not.toContain(good.slice(0, 8))
      expect(error.cause).toBeUndefined()
    }
  })
})

describe('signing keys', () => {
  it('signs with the last and publishes all, without private parts', async () => {
    const [a, b] = [await signingJwk(), await signingJwk()]
    const keys = await signingKeys(JSON.stringify({ zeta: a, alpha: b }))
    expect(keys.current.kid).toBe('alpha')
    expect(keys.published).toEqual([
      { kty: 'OKP', crv: 'Ed25519', x: a.x, kid: 'zeta', alg: 'EdDSA', use: 'sig' },
      { kty: 'OKP', crv: 'Ed25519', x: b.x, kid: 'alpha', alg: 'EdDSA', use: 'sig' },
    ])
  })

  it('refuses keys that are none, and does not quote them', async () => {
    const jwk = await signingJwk()
    const other = await signingJwk()
    const cases: [unknown, string][] = [
      [{}, 'has no key in it'],
      [[jwk], 'is not a JSON object'],
      [{ a: 'text' }, 'not a private Ed25519 JWK'],
      [{ a: null }, 'not a private Ed25519 JWK'],
      [{ a: { ...jwk, d: undefined } }, 'not a private Ed25519 JWK'],
      [{ a: { ...jwk, crv: 'X25519' } }, 'not a private Ed25519 JWK'],
      [{ a: { ...jwk, d: 'AAAA' } }, 'not a private Ed25519 JWK'],
      [{ a: { ...jwk, x: other.x } }, ''],
      [{ 'a b': jwk }, 'key id'],
      [{ 1: jwk, a: other }, 'mixes'],
    ]
    for (const [secret, problem] of cases) {
      const error = await refusal(signingKeys(JSON.stringify(secret)))
      expect(error.variable).toBe('SIGNING_KEYS')
      expect(error.message).toContain(problem)
      expect(error.message).toContain('ed25519')
      expect(error.message).not.toContain(jwk.d)
    }
    expect((await refusal(signingKeys(`{"a":${jwk.d}`))).message).not.toContain(jwk.d?.slice(0, 6))
    expect((await refusal(signingKeys(undefined))).message).toContain('is not set')
  })
})

it('loads the secrets that a local instance is given', async () => {
  const keys = await loadKeys(env as unknown as Secrets)
  expect(keys.master[0].version).toBe(1)
  expect(keys.signing.published).toHaveLength(1)
})
