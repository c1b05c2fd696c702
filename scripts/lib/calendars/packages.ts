import { readFileSync } from 'node:fs'
import Holidays from 'date-holidays'
import { root } from '../paths.mjs'

/** A public holiday: its date, `YYYY-MM-DD`, its names by language (BCP 47), and in date-holidays the rule behind it. */
export interface PublicHoliday {
  date: string
  names: Record<string, string>
  rule: string
}

export const YEARS = [2025, 2026, 2027] as const

const text = (path: string): string => readFileSync(`${root}/node_modules/${path}`, 'utf8')

/** `name version`, of the package that is installed. */
export const packageOf = (name: string): string => `${name} ${JSON.parse(text(`${name}/package.json`)).version}`

export const daysLater = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

const HOURS = 3_600_000

/**
 * Public holidays of whole days, as date-holidays knows them.
 * @param place country, and region where it has them, e.g. `GB`, `ENG`
 * @param languages the language of the package for each language of ours
 */
export const dateHolidays = (place: [string, string?], languages: Record<string, string>): PublicHoliday[] => {
  const source = new Holidays(...(place as [string, string]))
  return YEARS.flatMap((year) => {
    const named = Object.entries(languages).map(([ours, theirs]) => [ours, source.getHolidays(year, theirs)] as const)
    const [, first] = named[0] ?? []
    return (first ?? []).flatMap(({ date, start, end, type, rule }, index) => {
      const days = Math.round((end.getTime() - start.getTime()) / HOURS) / 24
      if (type !== 'public' || !Number.isInteger(days)) return []
      const names = Object.fromEntries(named.map(([ours, holidays]) => [ours, holidays[index]?.name ?? '']))
      return Array.from({ length: days }, (_, n) => ({ date: daysLater(date.slice(0, 10), n), names, rule }))
    })
  })
}

/** What the State Council arranged, as chinese-days knows it: days off, and the weekend days worked in return. */
export const chineseDays = (): { holidays: PublicHoliday[]; worked: string[]; until: string } => {
  const { holidays, workdays } = JSON.parse(text('chinese-days/dist/chinese-days.json')) as Record<
    'holidays' | 'workdays',
    Record<string, string>
  >
  const off = Object.entries(holidays)
    .filter(([date]) => YEARS.some((year) => date.startsWith(`${year}-`)))
    .map(([date, named]) => {
      const [en = '', zh = ''] = named.split(',')
      return { date, names: { en, 'zh-CN': zh }, rule: '' }
    })
  const last = off.reduce((latest, { date }) => (date > latest ? date : latest), '').slice(0, 4)
  return {
    holidays: off,
    worked: Object.keys(workdays).filter((date) => date >= `${YEARS[0]}` && date <= `${last}-12-31`),
    until: `${last}-12-31`,
  }
}
