import type { Instant, Money, PlainDate } from '../core/vocabulary.ts'
import type { Language } from '../locales/language.ts'

export interface Format {
  /** Date and time of day in the policy's time zone, with the zone's name. */
  time(at: Instant): string
  date(day: PlainDate): string
  money(money: Money): string
}

export const formatIn = (language: Language, timeZone: string): Format => {
  const time = new Intl.DateTimeFormat(language, {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  })
  // A calendar date has no zone: it is read and shown in the same one.
  const date = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', day: 'numeric', timeZone: 'UTC' })
  return {
    time: (at) => time.format(new Date(at)),
    date: (day) => date.format(new Date(`${day}T00:00:00Z`)),
    money: ({ amount, currency }) => {
      const number = new Intl.NumberFormat(language, { style: 'currency', currency })
      // Minor units: how many there are to one is the currency's own affair (JPY has none, BHD a thousand).
      return number.format(amount / 10 ** (number.resolvedOptions().maximumFractionDigits ?? 2))
    },
  }
}
