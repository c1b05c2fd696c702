import fc from 'fast-check'
import type { Span } from '../../../worker/core/calendar.ts'
import type { Calendar, Duration } from '../../../worker/core/policy.ts'

/** Random calendars, starts and pauses between 2024 and 2030. */

export const ZONES = Intl.supportedValuesOf('timeZone')

const iso = (at: number) => new Date(at).toISOString()
const dateAfter = (days: number) => iso(Date.UTC(2024, 0, 1) + days * 86_400_000).slice(0, 10)

const time = fc.integer({ min: 1, max: 24 * 60 - 1 })
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const hours = time.map((minutes) => ({ open: '00:00', close: clock(minutes) }))

const date = fc.integer({ min: 0, max: 6 * 366 }).map(dateAfter)

export const zone = fc.constantFrom(...ZONES)

export const calendar: fc.Arbitrary<Calendar> = fc.record({
  timeZone: zone,
  week: fc.dictionary(fc.constantFrom('1', '2', '3', '4', '5', '6', '7'), hours, { minKeys: 1 }),
  holidays: fc.dictionary(date, fc.constantFrom('a feast', 'another feast'), { maxKeys: 300 }),
  extraWorkingDays: fc.dictionary(date, hours, { maxKeys: 50 }),
})

const moment = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2028, 0, 1) })
export const start = moment.map(iso)

const MOST_PAUSE = 40 * 86_400_000

/** Pauses around a start: some before it, some empty, some overlapping or touching. */
export const pauses = (since: string): fc.Arbitrary<Span[]> =>
  fc.array(
    fc
      .tuple(fc.integer({ min: -MOST_PAUSE, max: 2 * MOST_PAUSE }), fc.integer({ min: 0, max: MOST_PAUSE }))
      .map(([from, length]): Span => [iso(Date.parse(since) + from), iso(Date.parse(since) + from + length)]),
    { maxLength: 6 },
  )

export const started = start.chain((since) => fc.record({ since: fc.constant(since), pauses: pauses(since) }))

const ending = fc.record(
  {
    until: fc.constantFrom('end_of_day' as const, 'close_of_business' as const),
    lastDay: fc.constantFrom('any' as const, 'worked' as const),
  },
  { requiredKeys: [] },
)
const count = (max: number) => fc.integer({ min: 1, max })

export const units = {
  hours: count(2000).map((hours): Duration => ({ hours })),
  workingDays: count(60).map((workingDays): Duration => ({ workingDays })),
  days: fc.tuple(count(90), ending).map(([days, end]): Duration => ({ days, ...end })),
  weeks: fc.tuple(count(13), ending).map(([weeks, end]): Duration => ({ weeks, ...end })),
  months: fc.tuple(count(8), ending).map(([months, end]): Duration => ({ months, ...end })),
}
export const duration: fc.Arbitrary<Duration> = fc.oneof(...Object.values(units))
export const exceptMonths: fc.Arbitrary<Duration> = fc.oneof(units.hours, units.workingDays, units.days, units.weeks)

/** How many units a length has, and the same length with another number of them. */
export const countOf = (length: Duration): number =>
  'hours' in length
    ? length.hours
    : 'workingDays' in length
      ? length.workingDays
      : 'days' in length
        ? length.days
        : 'weeks' in length
          ? length.weeks
          : length.months

export const longer = (length: Duration): Duration =>
  'hours' in length
    ? { hours: length.hours + 1 }
    : 'workingDays' in length
      ? { workingDays: length.workingDays + 1 }
      : 'days' in length
        ? { ...length, days: length.days + 1 }
        : 'weeks' in length
          ? { ...length, weeks: length.weeks + 1 }
          : { ...length, months: length.months + 1 }
