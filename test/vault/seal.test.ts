import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decrypt, encrypt, equalBytes, hkdf } from '../../worker/vault/aead.ts'
import {
  type CaseKey,
  newCaseKey,
  openCaseKey,
  openText,
  rewrapCaseKey,
  sealText,
  wrappedUnder,
} from '../../worker/vault/seal.ts'
import { expectSealFault, flipBit, fromHex, hex, master, randomKey } from './support.ts'

const text = { narrative: '提现三周未到账', name: 'Zoë' }

describe('a case key', () => {
  it('opens again under the master key, for its case', async () => {
    const keys = await master()
    const { caseKey, wrapped } = await newCaseKey(keys, 'case-1')
    expect(wrapped).toHaveLength(63)
    const again = (await openCaseKey(keys, 'case-1', wrapped)) as CaseKey
    expect(await openText(again, 1, await sealText(caseKey, 1, text))).toEqual({ erased: false, value: text })
  })

  it('opens for no other case, under no other master key, and not when changed', async () => {
    const keys = await master()
    const { wrapped } = await newCaseKey(keys, 'case-1')
    await expectSealFault(openCaseKey(keys, 'case-2', wrapped), 'tampered')
    await expectSealFault(openCaseKey(await master(), 'case-1', wrapped), 'tampered')
    for (let bit = 0; bit < wrapped.length * 8; bit++) {
      const fault = bit < 8 ? 'format' : bit < 24 ? 'unknown_key' : 'tampered'
      await expectSealFault(openCaseKey(keys, 'case-1', flipBit(wrapped, bit)), fault)
    }
    await expectSealFault(openCaseKey(keys, 'case-1', wrapped.subarray(0, 20)), 'format')
  })

  it('opens after the master key was rotated, as long as the old one is kept', async () => {
    const [first, second] = [randomKey(), randomKey()]
    const { caseKey, wrapped } = await newCaseKey(await master({ 1: first }), 'case-1')
    const sealed = await sealText(caseKey, 1, text)
    const rotated = await master({ 1: first, 2: second })
    expect(await openText(await openCaseKey(rotated, 'case-1', wrapped), 1, sealed)).toMatchObject({ value: text })
    expect(wrappedUnder((await newCaseKey(rotated, 'case-2')).wrapped)).toBe(2)

    const only = await master({ 2: second })
    await expectSealFault(openCaseKey(only, 'case-1', wrapped), 'unknown_key')
    const rewrapped = (await rewrapCaseKey(rotated, 'case-1', wrapped)) as Uint8Array
    expect(await openText(await openCaseKey(only, 'case-1', rewrapped), 1, sealed)).toMatchObject({ value: text })
    expect(await rewrapCaseKey(rotated, 'case-1', rewrapped)).toBeNull()
  })

  it('does not pass as the key of another version', async () => {
    const same = randomKey()
    const { wrapped } = await newCaseKey(await master({ 1: same }), 'case-1')
    wrapped[2] = 2
    await expectSealFault(openCaseKey(await master({ 2: same }), 'case-1', wrapped), 'tampered')
  })
})

describe('sealed text', () => {
  it('opens to what was sealed, whatever it was', async () => {
    const { caseKey } = await newCaseKey(await master(), 'case-1')
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.oneof(fc.nat(), fc.string()), async (value, slot) => {
        const sealed = await sealText(caseKey, slot, value)
        const expected = JSON.parse(JSON.stringify(value))
        expect(await openText(caseKey, slot, sealed)).toEqual({ erased: false, value: expected })
        expect(sealed).toHaveLength(29 + new TextEncoder().encode(JSON.stringify(value)).length)
      }),
    )
  })

  it('never looks the same twice', async () => {
    const { caseKey } = await newCaseKey(await master(), 'case-1')
    const seen = new Set<string>()
    for (let i = 0; i < 50; i++) seen.add(hex(await sealText(caseKey, 1, text)))
    expect(seen.size).toBe(50)
  })

  it('refuses rows that were swapped, within a case and between cases', async () => {
    const keys = await master()
    const [one, two] = [await newCaseKey(keys, 'case-1'), await newCaseKey(keys, 'case-2')]
    const sealed = await sealText(one.caseKey, 1, text)
    await expectSealFault(openText(one.caseKey, 2, sealed), 'tampered')
    await expectSealFault(openText(one.caseKey, '1', sealed), 'tampered')
    await expectSealFault(openText(two.caseKey, 1, sealed), 'tampered')
    // Even with the key of the one case put in place of the other's.
    await expectSealFault(openText({ ...one.caseKey, caseId: 'case-2' }, 1, sealed), 'tampered')
  })

  it('refuses every change of a single bit', async () => {
    const { caseKey } = await newCaseKey(await master(), 'case-1')
    const sealed = await sealText(caseKey, 7, { a: 1 })
    for (let bit = 0; bit < sealed.length * 8; bit++) {
      await expectSealFault(openText(caseKey, 7, flipBit(sealed, bit)), bit < 8 ? 'format' : 'tampered')
    }
    await expectSealFault(openText(caseKey, 7, sealed.subarray(0, 12)), 'format')
  })

  it('is erased, not broken, once the key or the bytes are gone', async () => {
    const keys = await master()
    const { caseKey } = await newCaseKey(keys, 'case-1')
    const sealed = await sealText(caseKey, 1, text)
    expect(await openCaseKey(keys, 'case-1', null)).toBeNull()
    expect(await openText(null, 1, sealed)).toEqual({ erased: true })
    expect(await openText(caseKey, 1, null)).toEqual({ erased: true })
  })
})

describe('primitives', () => {
  it('derives what RFC 5869 describes', async () => {
    // Computed with Python's hmac: extract with the salt, expand over the info and one block counter.
    const key = await hkdf(fromHex('0b'.repeat(22)), fromHex('000102030405060708090a0b0c'), ['test', 1])
    expect(hex(key)).toBe('5e565f232327fe57592a266a0a1e6ec34b6e4d308abe484f3b69451e481ef151')
  })

  it('opens bytes that another implementation sealed', async () => {
    // AES-256-GCM of OpenSSL: key 00…1f, iv a0…ab, header 01, place ["text","case-1",3].
    const key = await crypto.subtle.importKey('raw', fromHex(KEY), 'AES-GCM', false, ['decrypt', 'encrypt'])
    const sealed = fromHex('01a0a1a2a3a4a5a6a7a8a9aaab9d3a124231ae2085400aecf17a7dbebfd9156176f836cc2b935211a6a8')
    const plain = await decrypt(key, 1, ['text', 'case-1', 3], sealed)
    expect(new TextDecoder().decode(plain)).toBe('{"note":"ok"}')
    const again = await encrypt(key, fromHex('01'), ['text', 'case-1', 3], plain)
    expect(again).toHaveLength(sealed.length)
  })

  it('compares bytes by value and length', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
        expect(equalBytes(a, a.slice())).toBe(true)
        expect(equalBytes(a, b)).toBe(hex(a) === hex(b))
      }),
    )
    expect(equalBytes(Uint8Array.of(0), new Uint8Array(0))).toBe(false)
    expect(equalBytes(Uint8Array.of(1), Uint8Array.of(1, 0))).toBe(false)
  })
})

const KEY = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'
