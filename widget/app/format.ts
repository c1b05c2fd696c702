import { locale, unit } from './i18n.ts'

export const bytes = (n: number): string => {
  const large = n >= 1e6
  const size = large ? n / 1048576 : Math.ceil(n / 1024)
  return unit(large ? 'megabyte' : 'kilobyte', size, { maximumFractionDigits: size < 10 ? 1 : 0 })
}

export const percent = (share: number): string => new Intl.NumberFormat(locale, { style: 'percent' }).format(share)

/** A calendar date, `YYYY-MM-DD`, which has no time zone. */
export const day = (date: string, options: Intl.DateTimeFormatOptions = { dateStyle: 'long' }): string =>
  new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(new Date(date))

/** A moment, in the time zone of this device. */
export const moment = (at: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

/** Digits after the decimal point of a currency's main unit. */
export const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

export const money = ({ amount, currency }: { amount: number; currency: string }): string =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amount / 10 ** digitsOf(currency))
