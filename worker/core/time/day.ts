import type { Instant, PlainDate } from '../vocabulary.ts'
import type { Calendar, Hours } from './schema.ts'
import { dateOfDay, endOf, momentAt, weekday } from './zone.ts'

/** One day between the start of a clock and its deadline, and whether it counted. */
export interface CountedDay {
  date: PlainDate
  counts: boolean
  /**
   * `paused` where the clock stood still when the day ended; else what the day is: `working`, `extra` where it is worked
   * although the week says otherwise, `weekend` or `holiday` (with its name).
   */
  why: 'working' | 'extra' | 'weekend' | 'holiday' | 'paused'
  /** In English, or in the only language there is. */
  name?: string
  /** By language (BCP 47), where the calendar has several. */
  names?: Record<string, string>
}

/** A stretch during which a clock stands still: from the first moment on, and before the second. */
export type Span = readonly [Instant, Instant]

/** Opening hours on a day; undefined where it is not worked. An extra working day is worked even if it is a holiday. */
export const hoursOn = (calendar: Calendar, day: number): Hours | undefined => {
  const date = dateOfDay(day)
  return calendar.extraWorkingDays[date] ?? (calendar.holidays[date] ? undefined : calendar.week[weekday(day)])
}

const clock = (time: string): number => (Number(time.slice(0, 2)) * 60 + Number(time.slice(3))) * 60_000

/**
 * Close of business, in milliseconds; for a day that is not worked, its last second. Business never closes later than
 * the day ends, even if the clocks skip the hour.
 */
export const closeOn = (calendar: Calendar, day: number): number => {
  const end = endOf(calendar.timeZone, day)
  const hours = hoursOn(calendar, day)
  return hours ? Math.min(momentAt(calendar.timeZone, day, clock(hours.close)), end) : end
}

/** What a day is, apart from any clock. */
export const natureOf = (calendar: Calendar, day: number): Pick<CountedDay, 'why' | 'name' | 'names'> => {
  const date = dateOfDay(day)
  if (calendar.extraWorkingDays[date]) return { why: 'extra' }
  const holiday = calendar.holidays[date]
  if (typeof holiday === 'string') return { why: 'holiday', name: holiday }
  if (holiday) return { why: 'holiday', name: holiday.en ?? Object.values(holiday)[0] ?? date, names: holiday }
  return { why: calendar.week[weekday(day)] ? 'working' : 'weekend' }
}
