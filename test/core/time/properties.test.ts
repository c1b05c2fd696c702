import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { between, dateOf, after as deadline, explain, ms, type Span } from '../../../worker/core/calendar.ts'
import { calendar, countOf, duration, exceptMonths, longer, start, started, units } from './arbitrary.ts'
import { plainly } from './plainly.ts'

const iso = (at: number) => new Date(at).toISOString()
const DAY = 86_400_000

/** Cuts each pause where told, lets the pieces overlap, and puts them in another order. */
const inPieces = (pauses: readonly Span[], cuts: readonly number[]): Span[] =>
  pauses
    .flatMap(([from, to], index): Span[] => {
      const cut = ms(from) + Math.floor((ms(to) - ms(from)) * (cuts[index % cuts.length] ?? 0))
      const overlap = Math.min(ms(to), cut + 3_600_000)
      return [
        [iso(cut), to],
        [from, iso(overlap)],
        [from, iso(cut)],
      ]
    })
    .reverse()

describe('for random zones, calendars, starts and pauses', () => {
  it('the deadline is the one that the rule gives when it is followed day by day', () => {
    fc.assert(
      fc.property(calendar, started, duration, (cal, { since, pauses }, length) => {
        expect(deadline(cal, since, length, pauses)).toBe(iso(plainly(cal, since, length, pauses)))
      }),
      { numRuns: 150 },
    )
  })

  it('what was added is what is measured, and not a millisecond earlier', () => {
    for (const unit of ['hours', 'workingDays', 'days', 'weeks', 'months'] as const)
      fc.assert(
        fc.property(calendar, started, units[unit], (cal, { since, pauses }, length) => {
          const n = countOf(length)
          const due = deadline(cal, since, { [unit]: n } as typeof length, pauses)
          expect(between(cal, since, due, unit, pauses)).toBe(n)
          expect(between(cal, since, iso(ms(due) - 1), unit, pauses)).toBe(n - 1)
        }),
        { numRuns: 60 },
      )
  })

  it('a later start never has an earlier deadline', () => {
    const later = fc.integer({ min: 0, max: 20 * DAY })
    fc.assert(
      fc.property(calendar, started, exceptMonths, later, (cal, { since, pauses }, length, by) => {
        expect(ms(deadline(cal, iso(ms(since) + by), length, pauses))).toBeGreaterThanOrEqual(
          ms(deadline(cal, since, length, pauses)),
        )
      }),
      { numRuns: 300 },
    )
    fc.assert(
      fc.property(calendar, start, units.months, later, (cal, since, length, by) => {
        expect(ms(deadline(cal, iso(ms(since) + by), length))).toBeGreaterThanOrEqual(ms(deadline(cal, since, length)))
      }),
      { numRuns: 100 },
    )
  })

  it('a longer time never ends earlier', () => {
    fc.assert(
      fc.property(calendar, started, duration, (cal, { since, pauses }, length) => {
        const due = ms(deadline(cal, since, length, pauses))
        expect(due).toBeGreaterThan(ms(since))
        expect(ms(deadline(cal, since, longer(length), pauses))).toBeGreaterThanOrEqual(due)
      }),
      { numRuns: 300 },
    )
  })

  it('no pause brings a deadline forward', () => {
    fc.assert(
      fc.property(calendar, started, duration, (cal, { since, pauses }, length) => {
        let due = ms(deadline(cal, since, length))
        for (let n = 1; n <= pauses.length; n++) {
          const next = ms(deadline(cal, since, length, pauses.slice(0, n)))
          expect(next).toBeGreaterThanOrEqual(due)
          due = next
        }
      }),
      { numRuns: 300 },
    )
  })

  it('pauses count once, however they overlap, touch or are ordered', () => {
    const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(calendar, started, duration, cuts, (cal, { since, pauses }, length, at) => {
        expect(explain(cal, since, length, inPieces(pauses, at))).toEqual(explain(cal, since, length, pauses))
      }),
      { numRuns: 300 },
    )
  })

  it('the explanation adds up to the deadline', () => {
    fc.assert(
      fc.property(calendar, started, duration, (cal, { since, pauses }, length) => {
        const { until, days, pauses: stood } = explain(cal, since, length, pauses)
        expect(until).toBe(deadline(cal, since, length, pauses))
        if ('hours' in length) {
          const paused = stood.reduce((sum, [from, to]) => sum + ms(to) - ms(from), 0)
          expect(ms(until) - ms(since)).toBe(length.hours * 3_600_000 + paused)
          expect(days).toEqual([])
          return
        }
        const first = Date.parse(dateOf(cal, since)) + DAY
        expect(days.map(({ date }) => date)).toEqual(days.map((_, n) => iso(first + n * DAY).slice(0, 10)))
        expect(days.at(-1)).toMatchObject({ date: dateOf(cal, until), counts: true })
        const counted = days.filter(({ counts }) => counts).length
        if (!('months' in length)) expect(counted).toBe(countOf(length) * ('weeks' in length ? 7 : 1))
        else expect(Math.abs(counted - length.months * 30.44)).toBeLessThan(4)
        for (const { counts, why, date, name } of days) {
          expect(name !== undefined).toBe(why === 'holiday')
          if (why === 'paused') expect(counts, date).toBe(false)
          if ('workingDays' in length) expect(counts, date).toBe(why === 'working' || why === 'extra')
        }
      }),
      { numRuns: 300 },
    )
  })
})
