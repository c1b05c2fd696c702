import { describe, expect, it } from 'vitest'
import { compose, loadPolicy, loadRegime, PackError } from '../../worker/core/pack.ts'
import { cfpb } from '../../worker/core/policies/cfpb.ts'
import { cnBanking2020 } from '../../worker/core/policies/cn-banking-2020.ts'
import { fcaDisp } from '../../worker/core/policies/fca-disp.ts'
import { psd2 } from '../../worker/core/policies/psd2.ts'
import { standard } from '../../worker/core/policies/standard.ts'
import type { RegimePack } from '../../worker/core/regime.ts'
import { REGIME_CLOCKS, REGIME_PARTS } from '../../worker/core/vocabulary.ts'

const packs = [fcaDisp, psd2, cfpb, cnBanking2020]

/** Where each fault is, and what is wrong. */
const faults = (load: () => unknown): string[] => {
  try {
    load()
  } catch (error) {
    if (error instanceof PackError) return error.faults.map(({ path, fault }) => `${path}: ${fault}`)
    throw error
  }
  return []
}

const reply = psd2.clocks.reply as RegimePack['clocks'][string]
const withReply = (changes: object) => ({ ...psd2, clocks: { ...psd2.clocks, reply: { ...reply, ...changes } } })

describe('the packs', () => {
  it('are valid, and make up all clocks and parts that have names', () => {
    const loaded = packs.map((pack) => loadRegime(pack))
    expect(loaded.flatMap((r) => Object.keys(r.clocks).map((name) => `${r.id}.${name}`))).toEqual([...REGIME_CLOCKS])
    expect(loaded.flatMap((r) => Object.keys(r.decision))).toEqual([...REGIME_PARTS])
    expect(loadPolicy(standard).id).toBe('standard')
  })

  it('word what they want said so that it is found', () => {
    for (const { decision } of packs)
      for (const { wording, oneOf } of Object.values(decision))
        for (const words of Object.values(wording))
          expect(oneOf.some((phrase) => words.toLowerCase().includes(phrase.toLowerCase()))).toBe(true)
  })
})

describe('a bad pack', () => {
  it.each<[string, object, string]>([
    ['a length that is none', withReply({ due: { workingDays: 0 } }), 'clocks.reply.due.workingDays: '],
    ['a length in an unknown unit', withReply({ due: { fortnights: 1 } }), 'clocks.reply.due: '],
    [
      'a clock without a name for people',
      { ...psd2, clocks: { ...psd2.clocks, answer: reply } },
      'clocks.answer: there is no name for people for a clock psd2.answer: add it to REGIME_CLOCKS and the locales',
    ],
    ['a clock that nothing stops', withReply({ stops: [] }), 'clocks.reply.stops: a clock that nothing stops'],
    [
      'a clock that stops where it starts',
      withReply({ stops: ['received'] }),
      'clocks.reply.stops: what starts a clock (received) cannot stop it',
    ],
    [
      'a promise without a holding response',
      withReply({ due: 'promised', warn: null }),
      'clocks.reply.due: only a holding response promises a date: `starts` must be `held`',
    ],
    [
      'a warning after the deadline',
      withReply({ warn: { workingDays: 15 } }),
      'clocks.reply.warn: the warning does not come before the deadline',
    ],
    ['an unknown milestone', withReply({ starts: 'arrived' }), 'clocks.reply.starts: '],
    ['holding responses nobody sends', { ...psd2, holding: null }, 'holding: its clocks know holding responses'],
    ['a part of another pack', { ...psd2, decision: fcaDisp.decision }, 'decision.fca-disp.ombudsman: '],
    ['an unknown calendar', { ...psd2, calendar: 'XX' }, 'calendar: '],
    ['a field too many', { ...psd2, pauses: true }, '(whole): '],
  ])('says where and what is wrong: %s', (_what, pack, message) => {
    const told = faults(() => loadRegime(pack)).map((fault) => fault.replace(/^: /, '(whole): '))
    expect(told).toContainEqual(expect.stringContaining(message))
    expect(() => loadRegime(pack)).toThrow(/^The policy pack psd2 cannot be used:\n {2}/)
  })

  it('is told of all its faults at once, in the standard pack too', () => {
    const { review, reply: own, execute } = standard.clocks
    const clocks = { ...standard.clocks, review: { ...review, due: null }, reply: { ...own, lapse: undefined } }
    expect(faults(() => loadPolicy({ ...standard, clocks, rounds: 0, retentionYears: 3 })).sort()).toEqual([
      'clocks.reply.lapse: how long until silence takes effect is missing',
      'clocks.review.due: a length is missing',
      expect.stringMatching(/^retentionYears: /),
      expect.stringMatching(/^rounds: /),
    ])
    const dated = { ...standard.clocks, execute: { ...execute, due: { hours: 1 } } }
    expect(faults(() => loadPolicy({ ...standard, clocks: dated }))).toEqual([
      'clocks.execute.due: the dates of the remedies set this deadline: it must be null',
    ])
  })
})

describe('composing', () => {
  it('adds up and takes the stricter: nothing of one pack takes anything from another', () => {
    const base = loadPolicy(standard)
    const strict = loadRegime({
      ...psd2,
      retentionYears: 7,
      standard: {
        silence: 'lapse',
        approval: { amount: 10_000, risk: 'medium' },
        categories: [{ id: 'payments', risk: 'high' }],
      },
    })
    const made = compose(base, { regimes: [loadRegime(fcaDisp), strict], calendar: 'GB-EAW', version: 3 })
    expect(made).toMatchObject({
      id: 'standard+fca-disp+psd2@GB-EAW',
      version: 3,
      silence: 'lapse',
      retentionYears: 7,
      approval: { amount: 10_000, amounts: { JPY: 10_000, CNY: 10_000 }, risk: 'medium' },
      clocks: base.clocks,
    })
    expect(made.calendar.bundled?.id).toBe('GB-EAW')
    expect(made.categories.map((c) => c.id)).toEqual([...base.categories.map((c) => c.id), 'payments'])
    expect(made.bodies.map((b) => b.name.en)).toContain('Financial Ombudsman Service')
    expect(compose(base, {})).toEqual(base)
  })
})
