import type { Instant, Money, PlainDate } from '../core/vocabulary.ts'
import type { Language } from '../locales/language.ts'
import { say } from './words.ts'

export interface Format {
  /** Date and time of day in the policy's time zone, with the zone's name. */
  time(at: Instant): string
  date(day: PlainDate): string
  money(money: Money): string
}

// Named apart: some languages would put it between the date and the time of day.
const zoneName = (format: Intl.DateTimeFormat, at: Date) =>
  format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''

export const formatIn = (language: Language, timeZone: string): Format => {
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone })
  const zone = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'short' })
  const frame = say(language, 'frame')
  // A calendar date has no zone: it is read and shown in the same one.
  const date = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
  return {
    time: (at) => frame('time', { time: time.format(new Date(at)), zone: zoneName(zone, new Date(at)) }),
    date: (day) => date.format(new Date(`${day}T00:00:00Z`)),
    money: ({ amount, currency }) => {
      const number = new Intl.NumberFormat(language, { style: 'currency', currency })
      // Minor units: how many there are to one is the currency's own affair (JPY has none, BHD a thousand).
      return number.format(amount / 10 ** (number.resolvedOptions().maximumFractionDigits ?? 2))
    },
  }
}
