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

/** Whether a day counts: it does if it is worked and the clock is running at its close. */
const counted = (
  calendar: Calendar,
  day: Temporal.PlainDate,
  pauses: readonly Span[],
): CountedDay & { close: Instant } => {
  const date = day.toString()
  const close = closeOf(calendar, date)
  const holiday = calendar.holidays[date]
  if (!hoursOf(calendar, day))
    return { date, close, counts: false, ...(holiday ? { why: 'holiday', name: holiday } : { why: 'weekend' }) }
  if (pauses.some(([from, to]) => from <= close && close < to)) return { date, close, counts: false, why: 'paused' }
  return { date, close, counts: true, why: calendar.extraWorkingDays[date] ? 'extra' : 'working' }
}

/** The days after a moment, in order. The count starts on the day after the start. */
function* daysAfter(calendar: Calendar, since: Instant, pauses: readonly Span[]) {
  let day = Temporal.PlainDate.from(dateOf(calendar, since))
  for (let i = 0; i < MOST_DAYS; i++) {
    day = day.add({ days: 1 })
    yield counted(calendar, day, pauses)
  }
  throw new RangeError(`the calendar has too few working days in the ten years after ${since}`)
}

/** The `days`-th close of business after a moment. */
const workingDaysAfter = (calendar: Calendar, since: Instant, days: number, pauses: readonly Span[]): Instant => {
  let left = days
  for (const { close, counts } of daysAfter(calendar, since, pauses)) if (counts && --left === 0) return close
  return since
}

/** The days walked from a start to a deadline, each counted or skipped. */
export const daysBetween = (
  calendar: Calendar,
  since: Instant,
  until: Instant,
  pauses: readonly Span[] = [],
): CountedDay[] => {
  const walked: CountedDay[] = []
  const last = dateOf(calendar, until)
  for (const { close: _, ...day } of daysAfter(calendar, since, pauses)) {
    if (day.date > last) break
    walked.push(day)
  }
  return walked
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
    : workingDaysAfter(calendar, since, length.workingDays, pauses)

/** Close of business on the working day `days` before a date. */
export const workingDaysBefore = (calendar: Calendar, date: PlainDate, days: number): Instant => {
  let day = Temporal.PlainDate.from(date)
  for (let left = days, i = 0; left > 0 && i < MOST_DAYS; i++) {
    day = day.subtract({ days: 1 })
    if (hoursOf(calendar, day)) left -= 1
  }
  return closeOf(calendar, day.toString())
}

/** Close of business on the day of a moment or, if that is not worked, on the next day that is. */
export const closeFrom = (calendar: Calendar, at: Instant): Instant => {
  let day = Temporal.PlainDate.from(dateOf(calendar, at))
  for (let i = 0; i < MOST_DAYS && !hoursOf(calendar, day); i++) day = day.add({ days: 1 })
  return closeOf(calendar, day.toString())
}

/** The same moment so many years later, by the calendar of the zone. */
export const yearsAfter = (calendar: Calendar, at: Instant, years: number): Instant =>
  instant(Temporal.Instant.from(at).toZonedDateTimeISO(calendar.timeZone).add({ years }).epochMilliseconds)
