import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashSecret, newId, newToken, parseToken, type TokenKind } from '../../worker/vault/tokens.ts'
import { hex } from './support.ts'

const KINDS: [TokenKind, string][] = [
  ['session', 'rs_'],
  ['link', 'rl_'],
  ['key', 'rk_'],
  ['personal', 'rp_'],
]

describe('tokens', () => {
  it.each(KINDS)('of a %s begin with %s and name their database', (kind, prefix) => {
    const token = newToken(kind, 'Z')
    expect(token).toMatch(new RegExp(`^${prefix}Z[0-9A-Za-z]{33}$`))
    expect(parseToken(` ${token}\n`)).toEqual({ kind, database: 'Z', token })
    expect(33 * Math.log2(62)).toBeGreaterThan(192)
  })

  it('use all characters about equally', () => {
    const counts = new Map<string, number>()
    for (let i = 0; i < 1000; i++) {
      for (const c of newToken('key', '0').slice(4)) counts.set(c, (counts.get(c) ?? 0) + 1)
    }
    const mean = 33_000 / 62
    expect(counts.size).toBe(62)
    for (const count of counts.values()) expect(Math.abs(count - mean)).toBeLessThan(mean / 2)
    // A byte modulo 62 would come out below 8 a fifth more often.
    const low = [...'01234567'].reduce((sum, c) => sum + (counts.get(c) ?? 0), 0)
    expect(low / 33_000).toBeLessThan(0.142)
  })

  it('are told from what is none', () => {
    const token = newToken('key', '0')
    for (const text of [
      '',
      'rk_',
      token.slice(0, -1),
      `${token}x`,
      token.replace('rk', 'rx'),
      token.replace('_', '-'),
    ]) {
      expect(parseToken(text)).toBeNull()
    }
    expect(parseToken(`rk_U${token.slice(4)}`)).toBeNull()
    fc.assert(fc.property(fc.string(), (text) => parseToken(text) === null))
  })

  it('are hashed with SHA-256 for storing', async () => {
    expect(hex(await hashSecret('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })
})

describe('ids', () => {
  it('sort by the time they were made', () => {
    const time = fc.integer({ min: 0, max: 32 ** 9 - 1 })
    fc.assert(
      fc.property(time, time, (a, b) => {
        fc.pre(a !== b)
        expect(newId('ev', a) < newId('ev', b)).toBe(a < b)
      }),
    )
  })

  it('differ within one millisecond, and are recognised', () => {
    expect(new Set(Array.from({ length: 1000 }, () => newId('pt', 1_772_000_000_000))).size).toBe(1000)
    expect(newId('pt', Date.now())).toMatch(/^pt_[0-9a-hjkmnp-tv-z]{22}$/)
    expect(() => newId('PT', 0)).toThrow(TypeError)
  })
})
