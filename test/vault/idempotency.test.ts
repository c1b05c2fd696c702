import { describe, expect, it } from 'vitest'
import { idempotency } from '../../worker/vault/idempotency.ts'
import { expectSealFault, flipBit, hex, master, randomKey } from './support.ts'

const answer = { status: 201, body: { reference: 'RD-04KD-9QTZ-R', accessCode: 'never to be read' } }
const scope = 'site-1 POST /v1/complaints'

describe('an idempotent answer', () => {
  it('opens for whoever has the same key in the same scope', async () => {
    const keys = await master()
    const sealed = await idempotency(keys, scope, 'a9f2').seal(answer)
    expect(await idempotency(keys, scope, 'a9f2').open(sealed)).toEqual(answer)
    expect(new TextDecoder('latin1').decode(sealed)).not.toContain('accessCode')
  })

  it('opens for no other key, scope or installation, and not when changed', async () => {
    const keys = await master()
    const sealed = await idempotency(keys, scope, 'a9f2').seal(answer)
    await expectSealFault(idempotency(keys, scope, 'a9f3').open(sealed), 'tampered')
    await expectSealFault(idempotency(keys, 'site-2 POST /v1/complaints', 'a9f2').open(sealed), 'tampered')
    await expectSealFault(idempotency(await master(), scope, 'a9f2').open(sealed), 'tampered')
    await expectSealFault(idempotency(keys, scope, 'a9f2').open(flipBit(sealed, 300)), 'tampered')
    await expectSealFault(idempotency(keys, scope, 'a9f2').open(flipBit(sealed, 0)), 'format')
    await expectSealFault(idempotency(keys, scope, 'a9f2').open(sealed.subarray(0, 2)), 'format')
  })

  it('is found by a hash of key and scope, which no rotation changes', async () => {
    const [first, second] = [randomKey(), randomKey()]
    const before = await master({ 1: first })
    const hash = hex(await idempotency(before, scope, 'k').keyHash())
    expect(hex(await idempotency(await master({ 1: first, 2: second }), scope, 'k').keyHash())).toBe(hash)
    expect(hex(await idempotency(before, scope, 'l').keyHash())).not.toBe(hash)
    expect(hex(await idempotency(before, 'elsewhere', 'k').keyHash())).not.toBe(hash)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('survives a rotation of the master key', async () => {
    const [first, second] = [randomKey(), randomKey()]
    const record = idempotency(await master({ 1: first }), scope, 'k')
    const [sealed, fingerprint] = [await record.seal(answer), await record.fingerprint('POST {}')]
    const rotated = idempotency(await master({ 1: first, 2: second }), scope, 'k')
    expect(await rotated.open(sealed)).toEqual(answer)
    expect(await rotated.isSame(fingerprint, 'POST {}')).toBe(true)
    await expectSealFault(idempotency(await master({ 2: second }), scope, 'k').open(sealed), 'unknown_key')
  })
})

describe('a fingerprint', () => {
  it('tells a repetition from another request', async () => {
    const keys = await master()
    const fingerprint = await idempotency(keys, scope, 'k').fingerprint('{"a":1}')
    expect(fingerprint).toHaveLength(18)
    expect(await idempotency(keys, scope, 'k').isSame(fingerprint, '{"a":1}')).toBe(true)
    expect(await idempotency(keys, scope, 'k').isSame(fingerprint, '{"a":2}')).toBe(false)
    expect(await idempotency(keys, scope, 'l').isSame(fingerprint, '{"a":1}')).toBe(false)
    expect(await idempotency(keys, scope, 'k').isSame(fingerprint.subarray(0, 17), '{"a":1}')).toBe(false)
  })
})
