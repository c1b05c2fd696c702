import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import {
  clockAt,
  DAY,
  dateOfDay,
  dayAt,
  dayOf,
  endOf,
  momentAt,
  monthsLater,
  weekday,
} from '../../../worker/core/time/zone.ts'
import { ZONES, zone } from './arbitrary.ts'
import { endOfDay } from './plainly.ts'

const day = fc.integer({ min: dayOf('2020-01-01'), max: dayOf('2035-12-31') })
const plain = (number: number) => Temporal.PlainDate.from(dateOfDay(number))

/** The days before and of the next two changes of the clocks of a zone from 2026 on. */
const changes = (name: string): number[] => {
  const first = plain(dayOf('2026-01-01')).toZonedDateTime(name).getTimeZoneTransition('next')
  return [first, first?.getTimeZoneTransition('next')].flatMap((change) => {
    const on = change && dayOf(change.toPlainDate().toString())
    return on ? [on - 1, on] : []
  })
}

describe('the wall clock', () => {
  it('agrees with Temporal on the day, the time and the weekday of a moment, in every zone', () => {
    fc.assert(
      fc.property(zone, day, fc.integer({ min: 0, max: DAY - 1 }), (name, number, rest) => {
        const at = number * DAY + rest
        const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name)
        expect(dateOfDay(dayAt(name, at))).toBe(zoned.toPlainDate().toString())
        expect(weekday(dayAt(name, at))).toBe(zoned.dayOfWeek)
        const time = Temporal.PlainTime.from('00:00').add({ milliseconds: clockAt(name, at) })
        expect(time.toString()).toBe(zoned.toPlainTime().toString())
      }),
      { numRuns: 500 },
    )
  })

  it('agrees with Temporal on the moment of a time, in every zone', () => {
    fc.assert(
      fc.property(zone, day, fc.integer({ min: 0, max: 24 * 60 - 1 }), (name, number, minutes) => {
        const plainTime = Temporal.PlainTime.from('00:00').add({ minutes })
        const zoned = plain(number).toZonedDateTime({ timeZone: name, plainTime })
        expect(momentAt(name, number, minutes * 60_000)).toBe(zoned.epochMilliseconds)
      }),
      { numRuns: 500 },
    )
  })

  it('agrees with Temporal on every half hour of the days on which any zone changes its clocks', () => {
    let compared = 0
    for (const name of ZONES)
      for (const number of changes(name)) {
        expect(endOf(name, number), `${name} ${dateOfDay(number)}`).toBe(endOfDay(name, plain(number)))
        for (let minutes = 0; minutes < 24 * 60; minutes += 30) {
          const plainTime = Temporal.PlainTime.from('00:00').add({ minutes })
          const zoned = plain(number).toZonedDateTime({ timeZone: name, plainTime })
          expect(momentAt(name, number, minutes * 60_000), `${name} ${zoned}`).toBe(zoned.epochMilliseconds)
          compared += 1
        }
      }
    expect(compared).toBeGreaterThan(10_000)
  }, 20_000)

  it('agrees with Temporal on months', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 120 }), (number, months) => {
        expect(dateOfDay(monthsLater(number, months))).toBe(plain(number).add({ months }).toString())
      }),
      { numRuns: 500 },
    )
  })
})
