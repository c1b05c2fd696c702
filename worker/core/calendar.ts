import { Temporal } from 'temporal-polyfill'
import type { Calendar, Duration } from './policy.ts'
import type { Instant, PlainDate } from './vocabulary.ts'

/** Milliseconds since the epoch to the one format used everywhere. */
export const instant = (ms: number): Instant => new Date(ms).toISOString()
export const ms = (at: Instant): number => Date.parse(at)

type Span = readonly [Instant, Instant]

/** The calendar date of a moment in the calendar's zone. */
export const dateOf = (calendar: Calendar, at: Instant): PlainDate =>
  Temporal.Instant.from(at).toZonedDateTimeISO(calendar.timeZone).toPlainDate().toString()

const hoursOf = (calendar: Calendar, date: Temporal.PlainDate) => {
  const iso = date.toString()
  return calendar.extraWorkingDays[iso] ?? (calendar.holidays[iso] ? undefined : calendar.week[date.dayOfWeek])
}

export const isWorkingDay = (calendar: Calendar, date: PlainDate): boolean =>
  hoursOf(calendar, Temporal.PlainDate.from(date)) !== undefined

/** Close of business on a date; for a day that is not worked, the end of that day. */
export const closeOf = (calendar: Calendar, date: PlainDate): Instant => {
  const day = Temporal.PlainDate.from(date)
  const close = hoursOf(calendar, day)?.close ?? '23:59:59'
  return instant(
    day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: Temporal.PlainTime.from(close) }).epochMilliseconds,
  )
}

/** One day between the start of a clock and its deadline, and whether it counted. */
export interface CountedDay {
  date: PlainDate
  counts: boolean
  /** `weekend`, `holiday` (with its name) or `paused` where it does not count; `extra` where it does though the week says otherwise. */
  why: 'working' | 'extra' | 'weekend' | 'holiday' | 'paused'
  name?: string
}

// A policy asks for weeks, not years; this stops a calendar without a single working day from looping.
const MOST_DAYS = 3660

/**
 * The `days`-th close of business after `since`, and the days walked to reach it. The count starts on the day after the
 * start; a working day counts if the clock is running at its close.
 */
export const workingDaysAfter = (
  calendar: Calendar,
  since: Instant,
  days: number,
  pauses: readonly Span[],
): { at: Instant; walked: CountedDay[] } => {
  const walked: CountedDay[] = []
  let day = Temporal.PlainDate.from(dateOf(calendar, since))
  let left = days
  for (let i = 0; i < MOST_DAYS; i++) {
    day = day.add({ days: 1 })
    const date = day.toString()
    const close = closeOf(calendar, date)
    const holiday = calendar.holidays[date]
    const extra = calendar.extraWorkingDays[date]
    if (!hoursOf(calendar, day)) {
      walked.push({ date, counts: false, ...(holiday ? { why: 'holiday', name: holiday } : { why: 'weekend' }) })
    } else if (pauses.some(([from, to]) => from <= close && close < to)) {
      walked.push({ date, counts: false, why: 'paused' })
    } else {
      walked.push({ date, counts: true, why: extra ? 'extra' : 'working' })
      left -= 1
      if (left === 0) return { at: close, walked }
    }
  }
  throw new RangeError(`the calendar has fewer than ${days} working days in the ten years after ${since}`)
}

/** Elapsed hours after a start, pauses not counted. */
const hoursAfter = (since: Instant, hours: number, pauses: readonly Span[]): Instant => {
  let due = ms(since) + hours * 3_600_000
  for (const [from, to] of pauses) if (ms(from) < due) due += ms(to) - Math.max(ms(from), ms(since))
  return instant(due)
}

/** When `length` has run since `since`, leaving out the pauses (in order, not overlapping). */
export const after = (calendar: Calendar, since: Instant, length: Duration, pauses: readonly Span[] = []): Instant =>
  'hours' in length
    ? hoursAfter(since, length.hours, pauses)
    : workingDaysAfter(calendar, since, length.workingDays, pauses).at

/** Close of business on the working day `days` before a date. */
export const workingDaysBefore = (calendar: Calendar, date: PlainDate, days: number): Instant => {
  let day = Temporal.PlainDate.from(date)
  for (let left = days, i = 0; left > 0 && i < MOST_DAYS; i++) {
    day = day.subtract({ days: 1 })
    if (hoursOf(calendar, day)) left -= 1
  }
  return closeOf(calendar, day.toString())
}
