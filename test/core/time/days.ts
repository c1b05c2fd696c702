import { coverage } from '../../../worker/core/calendar.ts'
import { type CalendarId, calendarOf } from '../../../worker/core/calendars/index.ts'

const DAY = 86_400_000

export const dateOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
export const daysLater = (date: string, days: number): string => dateOf(Date.parse(date) + days * DAY)

/** ISO weekday: 1 = Monday, 7 = Sunday. */
export const weekdayOf = (date: string): number => new Date(date).getUTCDay() || 7
export const isWeekend = (date: string): boolean => weekdayOf(date) > 5

/** Every date of a stretch, first and last included. */
export const datesFrom = (from: string, until: string): string[] =>
  Array.from({ length: (Date.parse(until) - Date.parse(from)) / DAY + 1 }, (_, n) => daysLater(from, n))

/** Every date that a bundled calendar covers. */
export const coveredDates = (id: CalendarId): string[] => {
  const { from, until } = coverage(calendarOf(id)) ?? { from: '', until: '' }
  return datesFrom(from, until)
}

/** The holidays of a bundled calendar between two dates, in order. */
export const holidaysOf = (id: CalendarId, from = '2025-01-01', until = '2027-12-31'): string[] =>
  Object.keys(calendarOf(id).holidays)
    .filter((date) => date >= from && date <= until)
    .sort()

export const YEARS = [2025, 2026, 2027]

/** Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, chapter 8). */
export const easter = (year: number): string => {
  const a = year % 19
  const [b, c] = [Math.floor(year / 100), year % 100]
  const [d, e] = [Math.floor(b / 4), b % 4]
  const g = Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * e + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return dateOf(Date.UTC(year, Math.floor(n / 31) - 1, (n % 31) + 1))
}
