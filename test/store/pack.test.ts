import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64url } from '../../worker/core/encoding.ts'
import { pack, unpack } from '../../worker/store/pack.ts'

const facts = {
  type: 'investigation_started',
  stage: 'investigation',
  clocks: [{ op: 'stop', id: 'review#1' }],
  seq: 8,
  at: '2026-03-02T09:00:00.000Z',
  by: { kind: 'staff', id: 'handler', roles: ['handler'], department: 'service', seniority: 1 },
}

describe('packed JSON', () => {
  it('unpacks to what it was', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (value) => {
        expect(unpack(pack(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('is a fraction of its length for what ledgers hold', () => {
    expect(pack(facts).length).toBeLessThan(JSON.stringify(facts).length / 3)
  })

  it('still opens what was packed with the first dictionary', () => {
    const stored = fromBase64url('AUMq45GyCpZsj56ViEucsKCwQAkKrFGM26cIn2F4Ft1_8LIWzZsA')
    expect(unpack(stored ?? new Uint8Array())).toEqual(facts)
  })

  it('does not open what another version packed, or something else', () => {
    const packed = pack(facts)
    expect(() => unpack(Uint8Array.of(99, ...packed.subarray(1)))).toThrow('no dictionary 99')
    expect(() => unpack(new Uint8Array())).toThrow()
    expect(() => unpack(packed.subarray(0, packed.length - 6))).toThrow()
  })
})
