import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blindIndex, blindIndexes, normaliseEmail, normalisePhone } from '../../worker/vault/blindIndex.ts'
import { indexKeys } from '../../worker/vault/keys.ts'
import { hex, randomKey } from './support.ts'

const keysOf = (keys: Record<number, string>) => indexKeys(JSON.stringify(keys))
const of = async (...args: Parameters<typeof blindIndex>) => {
  const index = await blindIndex(...args)
  return index && hex(index)
}

describe('a blind index', () => {
  it('keeps to a vector made by another implementation', async () => {
    const keys = await keysOf({ 1: 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=' })
    expect(await of(keys, 'site-1', 'email', ' Ann@Example.org ')).toBe('2005e18ca221cc45bc16fee96428aed9')
    expect(await of(keys, 'site-1', 'phone', '+44 (0)20 7946-0958')).toBe('4409ab8d03e019ffb29b86e9ea8d1ae4')
  })

  it('is the same for the same contact on the same site, and differs for everything else', async () => {
    const keys = await keysOf({ 1: randomKey() })
    const index = await of(keys, 'site-1', 'email', 'ann@example.org')
    expect(index).toHaveLength(32)
    expect(await of(keys, 'site-1', 'email', 'ANN@example.org')).toBe(index)
    expect(await of(keys, 'site-2', 'email', 'ann@example.org')).not.toBe(index)
    expect(await of(keys, 'site-1', 'email', 'bob@example.org')).not.toBe(index)
    expect(await of(await keysOf({ 1: randomKey() }), 'site-1', 'email', 'ann@example.org')).not.toBe(index)
    const phone = await of(keys, 'site-1', 'phone', '+8613800138000')
    expect(await of(keys, 'site-1', 'phone', '0086 138 0013 8000')).toBe(phone)
    expect(await of(keys, 'site-1', 'phone', '138 0013 8000')).not.toBe(phone)
  })

  it('finds what was stored before a rotation', async () => {
    const [first, second] = [randomKey(), randomKey()]
    const stored = await of(await keysOf({ 1: first }), 'site-1', 'email', 'ann@example.org')
    const rotated = await keysOf({ 1: first, 2: second })
    const found = (await blindIndexes(rotated, 'site-1', 'email', 'ann@example.org')).map(hex)
    expect(found).toHaveLength(2)
    expect(found[0]).toBe(await of(rotated, 'site-1', 'email', 'ann@example.org'))
    expect(found[1]).toBe(stored)
  })

  it('does not make one person of all who gave nothing', async () => {
    const keys = await keysOf({ 1: randomKey() })
    for (const none of ['', ' ', 'none', '-', 'n/a', '@', '0']) {
      expect(await blindIndex(keys, 'site-1', 'email', none)).toBeNull()
      expect(await blindIndexes(keys, 'site-1', 'phone', none)).toEqual([])
    }
  })
})

const dialled = fc.constantFrom(...'01234+ ()-０＋a')

describe('normal forms', () => {
  it.each([
    [' Ann.Lee@Example.ORG\n', 'ann.lee@example.org'],
    ['ａｎｎ＠example.org', 'ann@example.org'],
    ['ann example.org', null],
    ['ann@exa mple.org', null],
  ])('of the address %j is %j', (typed, normal) => expect(normaliseEmail(typed)).toBe(normal))

  it.each([
    ['+86 138-0013-8000', '+8613800138000'],
    ['0086 13800138000', '+8613800138000'],
    ['＋８６ １３８００１３８０００', '+8613800138000'],
    ['(030) 123 456', '030123456'],
    ['+49 (0)30 123456', '+4930123456'],
    ['tel. 95588', '95588'],
    ['0 0 49 30 12345', '+493012345'],
    ['12', null],
  ])('of the number %j is %j', (typed, normal) => expect(normalisePhone(typed)).toBe(normal))

  it('are their own normal form', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.emailAddress(), fc.string({ unit: 'grapheme' }), fc.string({ unit: dialled, maxLength: 20 })),
        (typed) => {
          const email = normaliseEmail(typed)
          if (email !== null) expect(normaliseEmail(email)).toBe(email)
          const phone = normalisePhone(typed)
          if (phone !== null) expect(normalisePhone(phone)).toBe(phone)
        },
      ),
    )
  })
})
