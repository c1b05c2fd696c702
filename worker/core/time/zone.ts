import type { Instant, PlainDate } from '../vocabulary.ts'

/**
 * Wall clocks of IANA zones. Days are numbers (days since 1 January 1970), instants are milliseconds since the epoch:
 * deadlines are computed with every command, and arithmetic is some hundred times faster than date-time objects.
 */

export const HOUR = 3_600_000
export const DAY = 24 * HOUR

/** Milliseconds since the epoch to the one format used everywhere. */
export const instant = (ms: number): Instant => new Date(ms).toISOString()
export const ms = (at: Instant): number => Date.parse(at)

/** The number of a date, and back. */
export const dayOf = (date: PlainDate): number => Date.parse(date) / DAY
export const dateOfDay = (day: number): PlainDate => new Date(day * DAY).toISOString().slice(0, 10)

/** ISO weekday: 1 = Monday, 7 = Sunday. 1 January 1970 was a Thursday. */
export const weekday = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1

/** The same day of the month so many months later, or the last of that month where it has no such day. */
export const monthsLater = (day: number, months: number): number => {
  const date = new Date(day * DAY)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months]
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / DAY
}

interface Zone {
  format: Intl.DateTimeFormat
  /** Offset at the beginning of a day in UTC, by the number of the day. */
  offsets: Map<number, number>
}
const zones = new Map<string, Zone>()

const zoneOf = (name: string): Zone => {
  const known = zones.get(name)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longOffset' })
  const zone = { format, offsets: new Map() }
  zones.set(name, zone)
  return zone
}

/** Asks the platform's zone data: the formatted moment ends in `GMT`, `GMT+08:00` or, long ago, `GMT-00:44:30`. */
const measured = ({ format }: Zone, at: number): number => {
  const [, sign, hours, minutes, seconds] = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(format.format(at)) ?? []
  if (!sign) return 0
  const size = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds ?? 0)
  return (sign === '-' ? -size : size) * 1000
}

const offsetOfDay = (zone: Zone, day: number): number => {
  const known = zone.offsets.get(day)
  if (known !== undefined) return known
  const offset = measured(zone, day * DAY)
  zone.offsets.set(day, offset)
  return offset
}

/** How far the wall clock is ahead of UTC. No zone has changed its clocks twice within a day. */
const offsetAt = (name: string, at: number): number => {
  const zone = zoneOf(name)
  const day = Math.floor(at / DAY)
  const offset = offsetOfDay(zone, day)
  return offset === offsetOfDay(zone, day + 1) ? offset : measured(zone, at)
}

/** The day in which a moment lies. */
export const dayAt = (zone: string, at: number): number => Math.floor((at + offsetAt(zone, at)) / DAY)

/** Milliseconds that the wall clock shows beyond midnight at a moment. */
export const clockAt = (zone: string, at: number): number => at + offsetAt(zone, at) - dayAt(zone, at) * DAY

/**
 * The moment at which the wall clock shows a time. Of two such moments, as when clocks go back, the first; where clocks
 * skip the time, as late as it would have been without the change (RFC 5545, section 3.3.5).
 */
export const momentAt = (zone: string, day: number, clock: number): number => {
  const local = day * DAY + clock
  const before = offsetAt(zone, local - DAY)
  const after = offsetAt(zone, local + DAY)
  if (before === after || offsetAt(zone, local - before) === before) return local - before
  return offsetAt(zone, local - after) === after ? local - after : local - before
}

/** The last second of a day, whenever that day ends: some zones change their clocks at midnight. */
export const endOf = (zone: string, day: number): number => momentAt(zone, day + 1, 0) - 1000
