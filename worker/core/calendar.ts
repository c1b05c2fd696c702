import { type CountedDay, closeOn, hoursOn, natureOf, type Span } from './time/day.ts'
import type { Calendar } from './time/schema.ts'
import { clockAt, dateOfDay, dayAt, dayOf, instant, momentAt, monthsLater, ms } from './time/zone.ts'
import type { Instant, PlainDate } from './vocabulary.ts'

export { between, type Unit } from './time/between.ts'
export type { CountedDay, Span } from './time/day.ts'
export { after, type Explanation, explain } from './time/length.ts'
export { instant, ms } from './time/zone.ts'

/** The calendar date of a moment in the calendar's zone. */
export const dateOf = (calendar: Calendar, at: Instant): PlainDate => dateOfDay(dayAt(calendar.timeZone, ms(at)))

export const isWorkingDay = (calendar: Calendar, date: PlainDate): boolean =>
  hoursOn(calendar, dayOf(date)) !== undefined

/** Close of business on a date; for a day that is not worked, its last second. */
export const closeOf = (calendar: Calendar, date: PlainDate): Instant => instant(closeOn(calendar, dayOf(date)))

// Stops a calendar without a single working day from looping, and a date centuries away from being counted up to.
const MOST_DAYS = 3660

/** The first day that is worked, going from one (included) in a direction. */
const worked = (calendar: Calendar, from: number, step: 1 | -1): number => {
  for (let day = from; Math.abs(day - from) <= MOST_DAYS; day += step) if (hoursOn(calendar, day)) return day
  throw new RangeError(`the calendar has no working day in the ten years around ${dateOfDay(from)}`)
}

/** Close of business on the working day `days` before a date. */
export const workingDaysBefore = (calendar: Calendar, date: PlainDate, days: number): Instant => {
  let day = dayOf(date)
  for (let left = days; left > 0; left--) day = worked(calendar, day - 1, -1)
  return instant(closeOn(calendar, day))
}

/** Close of business on the day of a moment or, if that is not worked, on the next day that is. */
export const closeFrom = (calendar: Calendar, at: Instant): Instant =>
  instant(closeOn(calendar, worked(calendar, dayAt(calendar.timeZone, ms(at)), 1)))

/** The same moment so many years later, by the calendar of the zone; on 28 February where there is no 29th. */
export const yearsAfter = ({ timeZone }: Calendar, at: Instant, years: number): Instant => {
  const day = monthsLater(dayAt(timeZone, ms(at)), years * 12)
  return instant(momentAt(timeZone, day, clockAt(timeZone, ms(at))))
}

/** The days from the one after a start to a deadline, each counted as a working day or skipped; ten years at most. */
export const daysBetween = (
  calendar: Calendar,
  since: Instant,
  until: Instant,
  pauses: readonly Span[] = [],
): CountedDay[] => {
  const [first, last] = [dayAt(calendar.timeZone, ms(since)) + 1, dayAt(calendar.timeZone, ms(until))]
  return Array.from({ length: Math.min(Math.max(0, last - first + 1), MOST_DAYS) }, (_, n): CountedDay => {
    const date = dateOfDay(first + n)
    if (!hoursOn(calendar, first + n)) return { date, counts: false, ...natureOf(calendar, first + n) }
    const close = closeOn(calendar, first + n)
    if (pauses.some(([from, to]) => ms(from) <= close && close < ms(to))) return { date, counts: false, why: 'paused' }
    return { date, counts: true, ...natureOf(calendar, first + n) }
  })
}

/** First and last day for which the calendar's holidays are known for certain; null where nobody set such a limit. */
export const coverage = ({ covered }: Calendar): { from: PlainDate; until: PlainDate } | null => covered ?? null

/**
 * Whether a moment lies beyond the days for which the holidays are known for certain: a deadline then counts on no
 * holiday that has yet to be announced, and may still move.
 */
export const beyondCoverage = (calendar: Calendar, at: Instant): boolean => {
  const known = coverage(calendar)
  const date = dateOf(calendar, at)
  return known !== null && (date < known.from || date > known.until)
}
