import type { Wait } from './story.ts'

export const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const UNITS = { m: MINUTE, h: HOUR, d: DAY }

/** Weekday in UTC, Sunday 0. */
const weekday = (ms: number) => new Date(ms).getUTCDay()
const midnight = (ms: number) => ms - (ms % DAY)

export const iso = (ms: number) => new Date(ms).toISOString()

/** Milliseconds of a wait; negative for one that counts back from the present. */
export const length = (wait: Wait): number => {
  const [, amount, unit] = /^(-?\d+)([mhd])$/.exec(wait) ?? []
  if (!unit) throw new Error(`${wait} is no wait`)
  return Number(amount) * UNITS[unit as keyof typeof UNITS]
}

/** The moment itself in office hours (8 to 17 UTC, Monday to Friday), else at the same minute of the next first hour. */
export const inOffice = (ms: number): number => {
  const worked = weekday(ms) % 6 !== 0
  const hour = new Date(ms).getUTCHours()
  if (worked && hour >= 8 && hour < 17) return ms
  const opening = midnight(ms) + 8 * HOUR + (ms % HOUR)
  return worked && hour < 8 ? opening : inOffice(opening + DAY)
}

/** The date so many days later, or the Monday after it. */
export const workingDate = (ms: number, later: number): string => {
  let day = midnight(ms) + later * DAY
  while (weekday(day) % 6 === 0 && later > 0) day += DAY
  return iso(day).slice(0, 10)
}

/** A time of day some days ago, or the Wednesday before: early in a week, so that no weekend breaks a clock. */
export const received = (present: number, daysAgo: number, time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  let day = midnight(present) - daysAgo * DAY
  while (weekday(day) < 1 || weekday(day) > 3) day -= DAY
  return day + hours * HOUR + minutes * MINUTE
}

/** What takes no longer is finished the same day. */
const SHORT = 90 * MINUTE

/**
 * When a step happens: a wait after the one before, in office hours if it is staff's, but no later than `latest` and
 * always after the one before.
 */
export const moment = (before: number, wait: Wait, office: boolean, present: number, latest: number): number => {
  const span = length(wait)
  const plain = span < 0 ? present + span : before + span
  const wanted = office && span > SHORT ? inOffice(plain) : plain
  const fitting = wanted <= latest ? wanted : plain <= latest ? plain : latest
  return Math.max(fitting, before + MINUTE)
}
