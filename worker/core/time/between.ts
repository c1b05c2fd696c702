import type { Instant } from '../vocabulary.ts'
import type { Span } from './day.ts'
import { after } from './length.ts'
import type { Calendar, Duration } from './schema.ts'
import { DAY, HOUR, ms } from './zone.ts'

const UNITS = {
  hours: { shortest: HOUR, of: (hours: number): Duration => ({ hours }) },
  workingDays: { shortest: DAY, of: (workingDays: number): Duration => ({ workingDays }) },
  days: { shortest: DAY, of: (days: number): Duration => ({ days }) },
  weeks: { shortest: 7 * DAY, of: (weeks: number): Duration => ({ weeks }) },
  months: { shortest: 28 * DAY, of: (months: number): Duration => ({ months }) },
}
export type Unit = keyof typeof UNITS

/**
 * How many whole units have run from one moment to another, leaving out the pauses: the longest length that ends no
 * later than the second. So a working day has run at its close, any other day at its end.
 */
export const between = (
  calendar: Calendar,
  since: Instant,
  until: Instant,
  unit: Unit,
  pauses: readonly Span[] = [],
): number => {
  const { shortest, of } = UNITS[unit]
  const has = (count: number) => count === 0 || ms(after(calendar, since, of(count), pauses)) <= ms(until)
  let [least, most] = [0, Math.max(0, Math.floor((ms(until) - ms(since)) / shortest) + 1)]
  while (least < most) {
    const middle = Math.ceil((least + most) / 2)
    if (has(middle)) least = middle
    else most = middle - 1
  }
  return least
}
