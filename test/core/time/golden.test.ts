import { describe, expect, it } from 'vitest'
import {
  between,
  beyondCoverage,
  closeOf,
  after as deadline,
  explain,
  isWorkingDay,
  type Span,
  workingDaysBefore,
} from '../../../worker/core/calendar.ts'
import { calendarOf } from '../../../worker/core/calendars/index.ts'
import type { Calendar } from '../../../worker/core/policy.ts'

const [china, england, emirates, germany] = [calendarOf('CN'), calendarOf('GB-EAW'), calendarOf('AE'), calendarOf('DE')]
const days = (workingDays: number) => ({ workingDays })

/** A calendar in which every day is worked until the same time. */
const daily = (timeZone: string, close: string): Calendar => {
  const hours = { open: '00:00', close }
  const week = { 1: hours, 2: hours, 3: hours, 4: hours, 5: hours, 6: hours, 7: hours }
  return { timeZone, week, holidays: {}, extraWorkingDays: {} }
}

const told = (calendar: Calendar, since: string, length: Parameters<typeof explain>[2], pauses: Span[] = []) =>
  explain(calendar, since, length, pauses).days.map(({ date, counts, why, name }) =>
    [date, counts ? 'counts' : 'skipped', why, ...(name ? [name] : [])].join(' '),
  )

describe('the start', () => {
  // Good Friday and Easter Monday 2026 are 3 and 6 April; London is on summer time, an hour ahead of UTC.
  const due = (since: string) => deadline(england, since, days(1))

  it('on a holiday or a weekend is followed by the next working day', () => {
    expect(due('2026-04-03T10:00:00.000Z')).toBe('2026-04-07T16:00:00.000Z')
    expect(due('2026-04-05T10:00:00.000Z')).toBe('2026-04-07T16:00:00.000Z')
    expect(due('2026-04-06T22:59:59.999Z')).toBe('2026-04-07T16:00:00.000Z')
  })

  it('at the close of business, or a second before or after it, is the same', () => {
    for (const since of ['2026-04-02T15:59:59.000Z', '2026-04-02T16:00:00.000Z', '2026-04-02T16:00:01.000Z'])
      expect(due(since)).toBe('2026-04-07T16:00:00.000Z')
  })

  it('is on the day that it is in the zone of the calendar', () => {
    expect(due('2026-04-07T22:59:59.999Z')).toBe('2026-04-08T16:00:00.000Z')
    expect(due('2026-04-07T23:00:00.000Z')).toBe('2026-04-09T16:00:00.000Z')
  })
})

describe('holidays', () => {
  it('of Easter are skipped by name', () => {
    expect(told(england, '2026-04-01T09:00:00.000Z', days(2))).toEqual([
      '2026-04-02 counts working',
      '2026-04-03 skipped holiday Good Friday',
      '2026-04-04 skipped weekend',
      '2026-04-05 skipped weekend',
      '2026-04-06 skipped holiday Easter Monday',
      '2026-04-07 counts working',
    ])
  })

  it('of National Day in China are made up for before and after, and worked days told as such', () => {
    expect(told(china, '2026-09-18T02:00:00.000Z', days(8))).toEqual([
      '2026-09-19 skipped weekend',
      '2026-09-20 counts extra',
      '2026-09-21 counts working',
      '2026-09-22 counts working',
      '2026-09-23 counts working',
      '2026-09-24 counts working',
      '2026-09-25 skipped holiday Mid-autumn Festival',
      '2026-09-26 skipped holiday Mid-autumn Festival',
      '2026-09-27 skipped holiday Mid-autumn Festival',
      '2026-09-28 counts working',
      '2026-09-29 counts working',
      '2026-09-30 counts working',
    ])
    // Wednesday 30 September; then 1 to 7 October off, Saturday 10 October worked.
    expect(deadline(china, '2026-09-30T02:00:00.000Z', days(1))).toBe('2026-10-08T09:00:00.000Z')
    expect(deadline(china, '2026-09-30T02:00:00.000Z', days(3))).toBe('2026-10-10T09:00:00.000Z')
    expect(deadline(china, '2026-09-30T02:00:00.000Z', days(4))).toBe('2026-10-12T09:00:00.000Z')
    const [holiday] = explain(china, '2026-09-30T02:00:00.000Z', days(1)).days
    expect(holiday?.names).toEqual({ en: 'National Day', 'zh-CN': '国庆节' })
  })

  it('of the New Year are skipped across the end of a year', () => {
    expect(deadline(england, '2026-12-23T12:00:00.000Z', days(5))).toBe('2027-01-04T17:00:00.000Z')
    expect(told(england, '2026-12-31T12:00:00.000Z', days(1))).toEqual([
      "2027-01-01 skipped holiday New Year's Day",
      '2027-01-02 skipped weekend',
      '2027-01-03 skipped weekend',
      '2027-01-04 counts working',
    ])
    // In China Sunday 4 January 2026 was worked for the bridge of Friday 2.
    expect(deadline(china, '2025-12-31T02:00:00.000Z', days(1))).toBe('2026-01-04T09:00:00.000Z')
  })

  it('of a country are not those of another', () => {
    expect(isWorkingDay(germany, '2026-10-03')).toBe(false)
    expect(isWorkingDay(germany, '2026-08-31')).toBe(true)
    expect(isWorkingDay(england, '2026-08-31')).toBe(false)
    expect(isWorkingDay(china, '2026-10-10')).toBe(true)
    expect(isWorkingDay(emirates, '2026-03-20')).toBe(false)
  })
})

describe('a change of the clocks', () => {
  it('moves the close of business in UTC, not on the wall', () => {
    // Clocks go forward on Sunday 29 March 2026 and back on Sunday 25 October.
    expect(deadline(england, '2026-03-26T10:00:00.000Z', days(1))).toBe('2026-03-27T17:00:00.000Z')
    expect(deadline(england, '2026-03-27T10:00:00.000Z', days(1))).toBe('2026-03-30T16:00:00.000Z')
    expect(deadline(england, '2026-10-22T10:00:00.000Z', days(1))).toBe('2026-10-23T16:00:00.000Z')
    expect(deadline(england, '2026-10-23T10:00:00.000Z', days(1))).toBe('2026-10-26T17:00:00.000Z')
  })

  it('does not touch elapsed hours', () => {
    expect(deadline(england, '2026-03-28T12:00:00.000Z', { hours: 24 })).toBe('2026-03-29T12:00:00.000Z')
    expect(deadline(england, '2026-10-24T12:00:00.000Z', { hours: 48 })).toBe('2026-10-26T12:00:00.000Z')
  })

  it('that skips the close of business leaves it as late as it would have been', () => {
    // Berlin goes from 02:00 to 03:00 on 29 March 2026: there is no 02:30.
    expect(closeOf(daily('Europe/Berlin', '02:30'), '2026-03-29')).toBe('2026-03-29T01:30:00.000Z')
    // In Nuuk it goes from 23:00 to midnight on 28 March: business ends with the day, not on the next.
    expect(closeOf(daily('America/Nuuk', '23:30'), '2026-03-28')).toBe('2026-03-29T00:59:59.000Z')
  })

  it('that repeats the close of business ends it the first time', () => {
    expect(closeOf(daily('Europe/Berlin', '02:30'), '2026-10-25')).toBe('2026-10-25T00:30:00.000Z')
  })

  it('at midnight ends the day when it ends', () => {
    // Cairo: 24 April 2026 begins at 01:00; Havana: 1 November 2026 has the hour from 00:00 twice.
    const calendarDays = (timeZone: string, since: string) => deadline(daily(timeZone, '12:00'), since, { days: 1 })
    expect(calendarDays('Africa/Cairo', '2026-04-22T12:00:00.000Z')).toBe('2026-04-23T21:59:59.000Z')
    expect(calendarDays('America/Havana', '2026-10-31T12:00:00.000Z')).toBe('2026-11-02T04:59:59.000Z')
  })
})

describe('a pause', () => {
  // Friday 6 March 2026, London on UTC, close at 17:00.
  const since = '2026-03-05T10:00:00.000Z'
  const due = (...pauses: Span[]) => deadline(england, since, days(2), pauses)

  it('over nothing but a weekend costs no working day', () => {
    expect(due()).toBe('2026-03-09T17:00:00.000Z')
    expect(due(['2026-03-06T17:00:01.000Z', '2026-03-09T16:59:59.000Z'])).toBe('2026-03-09T17:00:00.000Z')
  })

  it('that stands at the close costs the day, even if only then', () => {
    expect(due(['2026-03-06T16:59:59.000Z', '2026-03-06T17:00:01.000Z'])).toBe('2026-03-10T17:00:00.000Z')
    expect(due(['2026-03-06T17:00:00.000Z', '2026-03-06T17:00:01.000Z'])).toBe('2026-03-10T17:00:00.000Z')
  })

  it('that ends exactly at the close, or lies within the day, costs nothing', () => {
    expect(due(['2026-03-06T08:00:00.000Z', '2026-03-06T17:00:00.000Z'])).toBe('2026-03-09T17:00:00.000Z')
    expect(due(['2026-03-06T09:00:00.000Z', '2026-03-06T16:00:00.000Z'])).toBe('2026-03-09T17:00:00.000Z')
  })

  it('is told for the day it cost', () => {
    const pause: Span = ['2026-03-06T12:00:00.000Z', '2026-03-09T12:00:00.000Z']
    expect(told(england, since, days(2), [pause])).toEqual([
      '2026-03-06 skipped paused',
      '2026-03-07 skipped weekend',
      '2026-03-08 skipped weekend',
      '2026-03-09 counts working',
      '2026-03-10 counts working',
    ])
    expect(explain(england, since, days(2), [pause]).pauses).toEqual([pause])
  })

  it('adds its length to hours, once, and only from the start on', () => {
    const pauses: Span[] = [
      ['2026-03-01T00:00:00.000Z', '2026-03-05T11:00:00.000Z'],
      ['2026-03-05T10:30:00.000Z', '2026-03-05T12:00:00.000Z'],
    ]
    expect(explain(england, since, { hours: 1 }, pauses)).toEqual({
      until: '2026-03-05T13:00:00.000Z',
      days: [],
      pauses: [[since, '2026-03-05T12:00:00.000Z']],
    })
    expect(deadline(england, since, { hours: 1 }, [['2026-03-05T11:00:00.000Z', '2026-03-06T11:00:00.000Z']])).toBe(
      '2026-03-05T11:00:00.000Z',
    )
  })

  it('that begins where another ends is one with it', () => {
    const [from, between, to] = ['2026-03-05T12:00:00.000Z', '2026-03-05T14:00:00.000Z', '2026-03-05T15:00:00.000Z']
    const pauses: Span[] = [
      [between, to],
      [from, between],
    ]
    expect(explain(england, since, { hours: 24 }, pauses).pauses).toEqual([[from, to]])
  })

  it('costs calendar days whose end it covers', () => {
    const pause: Span = ['2026-03-06T12:00:00.000Z', '2026-03-08T12:00:00.000Z']
    expect(deadline(england, since, { days: 3 })).toBe('2026-03-08T23:59:59.000Z')
    expect(deadline(england, since, { days: 3 }, [pause])).toBe('2026-03-10T23:59:59.000Z')
  })
})

describe('weeks and months', () => {
  it('end on the same weekday and the same day of the month', () => {
    expect(deadline(england, '2026-03-11T10:00:00.000Z', { weeks: 8 })).toBe('2026-05-06T22:59:59.000Z')
    expect(deadline(england, '2026-03-11T10:00:00.000Z', { months: 6 })).toBe('2026-09-11T22:59:59.000Z')
  })

  it('end on the last day of a month that has no such day', () => {
    const month = (since: string, months = 1) => deadline(england, since, { months }).slice(0, 10)
    expect(month('2026-01-31T10:00:00.000Z')).toBe('2026-02-28')
    expect(month('2028-01-31T10:00:00.000Z')).toBe('2028-02-29')
    expect(month('2028-02-29T10:00:00.000Z')).toBe('2028-03-29')
    expect(month('2028-02-29T10:00:00.000Z', 12)).toBe('2029-02-28')
    expect(month('2027-03-31T10:00:00.000Z', 11)).toBe('2028-02-29')
    // As in Dodds v Walker: four months from 30 September end on 30 January, not on the 31st.
    expect(month('2026-09-30T10:00:00.000Z', 4)).toBe('2027-01-30')
  })

  it('count 29 February like any other day', () => {
    expect(deadline(england, '2028-02-28T10:00:00.000Z', days(1))).toBe('2028-02-29T17:00:00.000Z')
    expect(deadline(england, '2028-02-28T10:00:00.000Z', { days: 2 })).toBe('2028-03-01T23:59:59.000Z')
    expect(workingDaysBefore(england, '2028-03-01', 1)).toBe('2028-02-29T17:00:00.000Z')
    expect(between(england, '2028-02-29T10:00:00.000Z', '2029-02-28T23:59:59.000Z', 'months')).toBe(12)
    expect(between(england, '2028-02-29T10:00:00.000Z', '2029-02-28T23:59:58.000Z', 'months')).toBe(11)
  })

  it('move on from a last day that is not worked where the policy says so', () => {
    // 15 days from 20 March 2026 end on Saturday 4 April, between Good Friday and Easter Monday.
    const since = '2026-03-20T10:00:00.000Z'
    expect(deadline(england, since, { days: 15 })).toBe('2026-04-04T22:59:59.000Z')
    expect(deadline(england, since, { days: 15, lastDay: 'worked' })).toBe('2026-04-07T22:59:59.000Z')
    expect(told(england, since, { days: 15, lastDay: 'worked' }).slice(-5)).toEqual([
      '2026-04-03 counts holiday Good Friday',
      '2026-04-04 skipped weekend',
      '2026-04-05 skipped weekend',
      '2026-04-06 skipped holiday Easter Monday',
      '2026-04-07 counts working',
    ])
    // Civil Code of the PRC, article 203: the day after the holiday, at the close of business.
    const prc = { days: 15, lastDay: 'worked', until: 'close_of_business' } as const
    expect(deadline(china, '2026-09-16T02:00:00.000Z', prc)).toBe('2026-10-08T09:00:00.000Z')
    expect(deadline(china, '2026-09-05T02:00:00.000Z', prc)).toBe('2026-09-20T09:00:00.000Z')
  })

  it('may end at the close of business, and with the day where there is none', () => {
    const week = { weeks: 1, until: 'close_of_business' } as const
    expect(deadline(england, '2026-03-11T10:00:00.000Z', week)).toBe('2026-03-18T17:00:00.000Z')
    expect(deadline(england, '2026-03-14T10:00:00.000Z', week)).toBe('2026-03-21T23:59:59.000Z')
  })
})

describe('what has run', () => {
  it('is told in whole units', () => {
    const ran = (until: string, unit: Parameters<typeof between>[3], pauses: Span[] = []) =>
      between(england, '2026-03-05T10:00:00.000Z', until, unit, pauses)
    expect(ran('2026-03-06T16:59:59.999Z', 'workingDays')).toBe(0)
    expect(ran('2026-03-06T17:00:00.000Z', 'workingDays')).toBe(1)
    expect(ran('2026-03-20T17:00:00.000Z', 'workingDays')).toBe(11)
    expect(ran('2026-03-06T09:59:59.000Z', 'hours')).toBe(23)
    expect(ran('2026-03-19T23:59:59.000Z', 'weeks')).toBe(2)
    expect(ran('2026-03-04T10:00:00.000Z', 'days')).toBe(0)
    expect(ran('2026-03-06T10:00:00.000Z', 'hours', [['2026-03-05T12:00:00.000Z', '2026-03-05T20:00:00.000Z']])).toBe(
      16,
    )
  })
})

describe('dates past the data', () => {
  it('are known, by the day of the zone', () => {
    expect(beyondCoverage(china, '2026-12-31T15:59:59.000Z')).toBe(false)
    expect(beyondCoverage(china, '2026-12-31T16:00:00.000Z')).toBe(true)
    expect(beyondCoverage(china, '2024-12-31T12:00:00.000Z')).toBe(true)
    expect(beyondCoverage(emirates, '2026-06-01T12:00:00.000Z')).toBe(true)
    expect(beyondCoverage(england, '2027-12-31T12:00:00.000Z')).toBe(false)
    expect(beyondCoverage(daily('Etc/UTC', '17:00'), '2040-01-01T00:00:00.000Z')).toBe(false)
  })
})
