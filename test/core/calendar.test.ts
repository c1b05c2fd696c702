import { describe, expect, it } from 'vitest'
import {
  closeFrom,
  closeOf,
  daysBetween,
  after as deadline,
  workingDaysBefore,
  yearsAfter,
} from '../../worker/core/calendar.ts'
import { standard } from '../../worker/core/policies/standard.ts'
import type { Calendar } from '../../worker/core/policy.ts'

const utc = standard.calendar
const shanghai: Calendar = {
  ...utc,
  timeZone: 'Asia/Shanghai',
  holidays: {
    '2026-10-01': '国庆节',
    '2026-10-02': '国庆节',
    '2026-10-05': '国庆节',
    '2026-10-06': '国庆节',
    '2026-10-07': '国庆节',
  },
  extraWorkingDays: { '2026-10-10': { open: '09:00', close: '12:00' } },
}
const berlin: Calendar = { ...utc, timeZone: 'Europe/Berlin' }
const days = (workingDays: number) => ({ workingDays })

describe('working days', () => {
  it('are counted from the day after the start, to the close of business on the last', () => {
    expect(deadline(utc, '2026-03-02T09:00:00.000Z', days(1))).toBe('2026-03-03T17:00:00.000Z')
    expect(deadline(utc, '2026-03-02T23:59:59.999Z', days(1))).toBe('2026-03-03T17:00:00.000Z')
    expect(deadline(utc, '2026-03-06T09:00:00.000Z', days(1))).toBe('2026-03-09T17:00:00.000Z')
    expect(deadline(utc, '2026-03-07T09:00:00.000Z', days(2))).toBe('2026-03-10T17:00:00.000Z')
  })

  it('follow the date of the zone, not that of the server', () => {
    // Monday 23:30 in Shanghai is still Monday; half an hour later the count begins a day later.
    expect(deadline(shanghai, '2026-03-02T15:30:00.000Z', days(1))).toBe('2026-03-03T09:00:00.000Z')
    expect(deadline(shanghai, '2026-03-02T16:00:00.000Z', days(1))).toBe('2026-03-04T09:00:00.000Z')
  })

  it('close at the same hour on both sides of a change of the clocks', () => {
    expect(deadline(berlin, '2026-03-27T09:00:00.000Z', days(1))).toBe('2026-03-30T15:00:00.000Z')
    expect(deadline(berlin, '2026-03-26T09:00:00.000Z', days(1))).toBe('2026-03-27T16:00:00.000Z')
    expect(closeOf(berlin, '2026-10-26')).toBe('2026-10-26T16:00:00.000Z')
  })

  it('leave out holidays and count a make-up Saturday to its own close', () => {
    expect(deadline(shanghai, '2026-09-30T01:00:00.000Z', days(1))).toBe('2026-10-08T09:00:00.000Z')
    expect(deadline(shanghai, '2026-09-30T01:00:00.000Z', days(3))).toBe('2026-10-10T04:00:00.000Z')
    const walked = daysBetween(shanghai, '2026-09-30T01:00:00.000Z', '2026-10-10T04:00:00.000Z')
    expect(walked.filter((d) => d.counts).map((d) => [d.date, d.why])).toEqual([
      ['2026-10-08', 'working'],
      ['2026-10-09', 'working'],
      ['2026-10-10', 'extra'],
    ])
    expect(walked[0]).toEqual({ date: '2026-10-01', counts: false, why: 'holiday', name: '国庆节' })
  })

  it('do not count at whose close the clock stood still', () => {
    const at = (from: string, to: string) => deadline(utc, '2026-03-02T09:00:00.000Z', days(3), [[from, to]])
    expect(at('2026-03-03T10:00:00.000Z', '2026-03-03T16:59:00.000Z')).toBe('2026-03-05T17:00:00.000Z')
    expect(at('2026-03-03T10:00:00.000Z', '2026-03-03T17:00:00.000Z')).toBe('2026-03-05T17:00:00.000Z')
    expect(at('2026-03-03T17:00:00.000Z', '2026-03-03T17:00:00.001Z')).toBe('2026-03-06T17:00:00.000Z')
    expect(at('2026-03-03T16:00:00.000Z', '2026-03-04T09:00:00.000Z')).toBe('2026-03-06T17:00:00.000Z')
  })

  it('are not lost to a pause over a weekend', () => {
    const pause = [['2026-03-06T18:00:00.000Z', '2026-03-09T08:00:00.000Z']] as const
    expect(deadline(utc, '2026-03-05T09:00:00.000Z', days(2), pause)).toBe('2026-03-09T17:00:00.000Z')
  })

  it('backwards are the close so many working days before a date', () => {
    expect(workingDaysBefore(utc, '2026-03-09', 1)).toBe('2026-03-06T17:00:00.000Z')
    expect(workingDaysBefore(utc, '2026-03-09', 0)).toBe('2026-03-09T17:00:00.000Z')
  })

  it('that never come are an error, not an endless search', () => {
    expect(() => deadline({ ...utc, week: {} }, '2026-03-02T09:00:00.000Z', days(1))).toThrow(RangeError)
  })
})

describe('hours', () => {
  it('elapse through nights and weekends, and stand still in a pause', () => {
    expect(deadline(utc, '2026-03-06T20:00:00.000Z', { hours: 24 })).toBe('2026-03-07T20:00:00.000Z')
    const pauses = [
      ['2026-03-06T21:00:00.000Z', '2026-03-06T22:00:00.000Z'],
      ['2026-03-07T20:30:00.000Z', '2026-03-07T21:30:00.000Z'],
      ['2026-03-09T00:00:00.000Z', '2026-03-10T00:00:00.000Z'],
    ] as const
    expect(deadline(utc, '2026-03-06T20:00:00.000Z', { hours: 24 }, pauses)).toBe('2026-03-07T22:00:00.000Z')
  })
})

describe('dates', () => {
  it('end at the close of business, or of the day where nobody works', () => {
    expect(closeOf(utc, '2026-03-06')).toBe('2026-03-06T17:00:00.000Z')
    expect(closeOf(utc, '2026-03-07')).toBe('2026-03-07T23:59:59.000Z')
    expect(closeFrom(utc, '2026-03-07T09:00:00.000Z')).toBe('2026-03-09T17:00:00.000Z')
  })

  it('recur in later years, on the last of February where need be', () => {
    expect(yearsAfter(utc, '2028-02-29T09:00:00.000Z', 5)).toBe('2033-02-28T09:00:00.000Z')
    expect(yearsAfter(berlin, '2026-03-01T09:00:00.000Z', 5)).toBe('2031-03-01T09:00:00.000Z')
  })
})
