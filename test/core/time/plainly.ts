import { Temporal } from 'temporal-polyfill'
import type { Span } from '../../../worker/core/calendar.ts'
import type { Calendar, Duration } from '../../../worker/core/policy.ts'

/** The rule of the calendar once more, said with Temporal, one day at a time and with no thought of speed. */

const seconds = (at: Temporal.ZonedDateTime) => at.epochMilliseconds

const hoursOf = (calendar: Calendar, day: Temporal.PlainDate) => {
  const name = day.toString()
  if (calendar.extraWorkingDays[name]) return calendar.extraWorkingDays[name]
  return calendar.holidays[name] ? undefined : calendar.week[day.dayOfWeek]
}

export const endOfDay = (timeZone: string, day: Temporal.PlainDate): number =>
  seconds(day.add({ days: 1 }).toZonedDateTime(timeZone)) - 1000

export const closeOfBusiness = (calendar: Calendar, day: Temporal.PlainDate): number => {
  const end = endOfDay(calendar.timeZone, day)
  const hours = hoursOf(calendar, day)
  if (!hours) return end
  return Math.min(end, seconds(day.toZonedDateTime({ timeZone: calendar.timeZone, plainTime: hours.close })))
}

const stands = (pauses: readonly Span[], at: number) =>
  pauses.some(([from, to]) => Date.parse(from) <= at && at < Date.parse(to))

export const plainly = (calendar: Calendar, since: string, length: Duration, pauses: readonly Span[]): number => {
  if ('hours' in length) {
    // Minute by minute would take too long: from one beginning or end of a pause to the next.
    const edges = pauses.flat().map((edge) => Date.parse(edge))
    let at = Date.parse(since)
    let left = length.hours * 3_600_000
    for (const edge of [...edges, Number.POSITIVE_INFINITY].sort((a, b) => a - b)) {
      if (edge <= at) continue
      if (!stands(pauses, at)) {
        if (edge - at >= left) return at + left
        left -= edge - at
      }
      at = edge
    }
    throw new Error('never')
  }
  const start = Temporal.Instant.from(since).toZonedDateTimeISO(calendar.timeZone).toPlainDate()
  const total =
    'workingDays' in length
      ? length.workingDays
      : 'days' in length
        ? length.days
        : 'weeks' in length
          ? start.until(start.add({ weeks: length.weeks })).total('days')
          : start.until(start.add({ months: length.months })).total('days')
  let left = total
  for (let day = start.add({ days: 1 }); ; day = day.add({ days: 1 })) {
    const worked = hoursOf(calendar, day) !== undefined
    if ('workingDays' in length) {
      const close = closeOfBusiness(calendar, day)
      if (worked && !stands(pauses, close)) left -= 1
      if (left === 0) return close
      continue
    }
    const ends =
      length.until === 'close_of_business' ? closeOfBusiness(calendar, day) : endOfDay(calendar.timeZone, day)
    if (stands(pauses, ends)) continue
    if (left > 1 || worked || length.lastDay !== 'worked') left -= 1
    if (left === 0) return ends
  }
}
