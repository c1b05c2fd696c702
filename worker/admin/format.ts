import { Temporal } from 'temporal-polyfill'
import type { Instant, Money } from '../core/vocabulary.ts'

const DAY = 86_400_000

/** Digits after the decimal point that a currency has (ISO 4217). */
export const digitsOf = (currency: string): number => {
  try {
    const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions()
    return maximumFractionDigits ?? 2
  } catch {
    // Not a code at all: it is refused as such elsewhere.
    return 2
  }
}

/** Reads `1234.50` as minor units; null when it is no amount in this currency. */
export const minorUnits = (typed: string, currency: string): number | null => {
  const digits = digitsOf(currency)
  const match = /^(\d{1,12})(?:[.](\d+))?$/.exec(typed.replace(/[\s,'’]/g, ''))
  if (!match?.[1] || (match[2]?.length ?? 0) > digits) return null
  return Number(match[1] + (match[2] ?? '').padEnd(digits, '0'))
}

/** `2026-03-02T14:30`, as a form gives it, in a time zone; null when there is no such moment. */
export const momentIn = (zone: string, typed: string): Instant | null => {
  try {
    return new Date(Temporal.PlainDateTime.from(typed).toZonedDateTime(zone).epochMilliseconds).toISOString()
  } catch {
    return null
  }
}

export interface Format {
  /** IANA zone in which times are shown and typed. */
  zone: string
  /** Date and time. */
  at(at: Instant): string
  /** A calendar date, or the date of a moment. */
  day(date: string): string
  /** Day and month with the weekday, for the days that count. */
  weekday(date: string): string
  /** How far away: `in 3 days`, `2 hours ago`. */
  from(now: Instant, at: Instant): string
  money(money: Money): string
  /** The bare number, as a form takes it. */
  amount(money: Money): string
  size(bytes: number): string
  number(value: number): string
  /** The value of a `datetime-local` input. */
  local(at: Instant): string
}

export const formatIn = (locale: string, zone: string): Format => {
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: zone })
  const plain = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
  const named = new Intl.DateTimeFormat(locale, { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'always', style: 'long' })
  const digits = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 })
  return {
    zone,
    at: (at) => moment.format(new Date(at)),
    day: (day) => (day.length === 10 ? plain : date).format(new Date(day)),
    weekday: (day) => named.format(new Date(day)),
    from: (now, at) => {
      const left = Date.parse(at) - Date.parse(now)
      if (Math.abs(left) >= 2 * DAY) return relative.format(Math.trunc(left / DAY), 'day')
      if (Math.abs(left) >= 3_600_000) return relative.format(Math.trunc(left / 3_600_000), 'hour')
      return relative.format(Math.trunc(left / 60_000), 'minute')
    },
    money: ({ amount, currency }) =>
      new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount / 10 ** digitsOf(currency)),
    amount: ({ amount, currency }) => (amount / 10 ** digitsOf(currency)).toFixed(digitsOf(currency)),
    size: (bytes) => {
      const step = bytes < 1024 ** 2 ? 1 : 2
      return `${digits.format(bytes / 1024 ** step)} ${step === 1 ? 'KB' : 'MB'}`
    },
    number: (value) => digits.format(value),
    local: (at) =>
      Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'minute' }),
  }
}
