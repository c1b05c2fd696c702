import type { Instant } from '../vocabulary.ts'
import { type CountedDay, closeOn, hoursOn, natureOf, type Span } from './day.ts'
import type { Calendar, Duration } from './schema.ts'
import { dateOfDay, dayAt, endOf, HOUR, instant, monthsLater, ms } from './zone.ts'

/*
 * The one rule behind every length in days: the day of the start is not counted, and a day counts if the clock is
 * running at the moment at which the length would end on it. For working days that moment is the close of business
 * (PROCESS "Time"). So a start on a holiday, at the close of business or one second after it, all before the same next
 * working day, have the same deadline; a pause over nothing but a weekend costs no working day; a pause that begins
 * exactly at the close costs that day, and one that ends exactly then does not.
 *
 * A later start never has an earlier deadline, with one exception that lies in months themselves: a month from 30 and
 * from 31 January ends on the same day, so a pause over the end of the 31st moves the former alone.
 */

/** Pauses in milliseconds and in order, joined where they touch or overlap, so that no time is left out twice. */
const union = (pauses: readonly Span[]): (readonly [number, number])[] => {
  const sorted = pauses
    .map(([from, to]) => [ms(from), ms(to)] as const)
    .filter(([from, to]) => from < to)
    .sort(([one], [other]) => one - other)
  const joined: [number, number][] = []
  for (const [from, to] of sorted) {
    const last = joined.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else joined.push([from, to])
  }
  return joined
}

/** What a length asks of days. */
interface Asked {
  count: number
  /** Whether days that are not worked count. */
  everyDay: boolean
  lastWorked: boolean
  endOn: (day: number) => number
}

type Days = Exclude<Duration, { hours: number }>

const asked = (calendar: Calendar, start: number, length: Days): Asked => {
  const close = (day: number) => closeOn(calendar, day)
  if ('workingDays' in length) return { count: length.workingDays, everyDay: false, lastWorked: true, endOn: close }
  return {
    count:
      'days' in length ? length.days : 'weeks' in length ? length.weeks * 7 : monthsLater(start, length.months) - start,
    everyDay: true,
    lastWorked: length.lastDay === 'worked',
    endOn: length.until === 'close_of_business' ? close : (day) => endOf(calendar.timeZone, day),
  }
}

// A policy asks for weeks, not decades; this stops a calendar without a single working day from looping.
const MOST_DAYS = 3660

/** The days from the one after the start to that on which the length ends. */
function* reckon(calendar: Calendar, since: Instant, length: Days, pauses: readonly Span[]) {
  const start = dayAt(calendar.timeZone, ms(since))
  const stood = union(pauses)
  const { count, everyDay, lastWorked, endOn } = asked(calendar, start, length)
  const running = (at: number) => !stood.some(([from, to]) => from <= at && at < to)
  for (let day = start + 1, left = count; left > 0; day++) {
    if (day - start > MOST_DAYS + 7 * count)
      throw new RangeError(`the calendar has too few days that count after ${since}`)
    const eligible = (everyDay && !(lastWorked && left === 1)) || hoursOn(calendar, day) !== undefined
    const runs = stood.length === 0 || running(endOn(day))
    const counts = eligible && runs
    if (counts) left -= 1
    yield { day, counts, paused: eligible && !runs, last: left === 0 ? endOn(day) : null }
  }
}

/** When `length` has run since `since`, leaving out the pauses. */
export const after = (calendar: Calendar, since: Instant, length: Duration, pauses: readonly Span[] = []): Instant => {
  if ('hours' in length) return hoursAfter(since, length.hours, pauses)
  for (const { last } of reckon(calendar, since, length, pauses)) if (last !== null) return instant(last)
  return since
}

/** Elapsed hours after a start. */
const hoursAfter = (since: Instant, hours: number, pauses: readonly Span[]): Instant => {
  const start = ms(since)
  let due = start + hours * HOUR
  for (const [from, to] of union(pauses)) if (from < due && to > start) due += to - Math.max(from, start)
  return instant(due)
}

const described = (calendar: Calendar, { day, counts, paused }: { day: number; counts: boolean; paused: boolean }) => {
  const nature = paused ? { why: 'paused' as const } : natureOf(calendar, day)
  return { date: dateOfDay(day), counts, ...nature } satisfies CountedDay
}

/** Why a deadline is what it is. */
export interface Explanation {
  until: Instant
  /** Every day from the one after the start to the deadline; as many count as the length has. Empty for hours. */
  days: CountedDay[]
  /** The stretches left out, joined and cut to the time between start and deadline. */
  pauses: Span[]
}

/** When `length` has run since `since`, and why then. */
export const explain = (
  calendar: Calendar,
  since: Instant,
  length: Duration,
  pauses: readonly Span[] = [],
): Explanation => {
  const days = 'hours' in length ? [] : [...reckon(calendar, since, length, pauses)]
  const end = days.at(-1)?.last
  const until = end ? instant(end) : after(calendar, since, length, pauses)
  return {
    until,
    days: days.map((day) => described(calendar, day)),
    pauses: union(pauses)
      .map(([from, to]) => [Math.max(from, ms(since)), Math.min(to, ms(until))] as const)
      .filter(([from, to]) => from < to)
      .map(([from, to]) => [instant(from), instant(to)]),
  }
}
