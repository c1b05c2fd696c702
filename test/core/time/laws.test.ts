import { LunarDay, SolarTerm } from 'tyme4ts'
import { describe, expect, it } from 'vitest'
import { daysLater, easter, holidaysOf, weekdayOf, YEARS } from './days.ts'

/**
 * The countries for which no independent package could be found, against the rules of their law, written down here by
 * hand. Lunar dates come from tyme4ts, Islamic ones from the platform; neither is used to generate the calendars.
 */

const sorted = (dates: Iterable<string>) => [...new Set(dates)].sort()

/** The date itself or the first after it that is none of these weekdays and not taken. */
const movedOn = (date: string, weekdays: number[], taken: readonly string[] = []): string =>
  weekdays.includes(weekdayOf(date)) || taken.includes(date) ? movedOn(daysLater(date, 1), weekdays, taken) : date

const firstMonday = (year: number, month: string) => movedOn(`${year}-${month}-01`, [2, 3, 4, 5, 6, 7])
const lastMonday = (date: string): string => (weekdayOf(date) === 1 ? date : lastMonday(daysLater(date, -1)))

const lunar = (year: number, month: number, day: number): string => {
  const solar = LunarDay.fromYmd(year, month, day).getSolarDay()
  return iso(solar.getYear(), solar.getMonth(), solar.getDay())
}
const iso = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

describe('the law of', () => {
  it('England and Wales: Banking and Financial Dealings Act 1971, schedule 1, and the yearly proclamations', () => {
    const law = YEARS.flatMap((year) => {
      const christmas = [`${year}-12-25`, `${year}-12-26`]
      const substitutes: string[] = []
      for (const date of christmas)
        if (weekdayOf(date) > 5) substitutes.push(movedOn(date, [6, 7], [...christmas, ...substitutes]))
      return [
        movedOn(`${year}-01-01`, [6, 7]),
        daysLater(easter(year), -2),
        daysLater(easter(year), 1),
        firstMonday(year, '05'),
        lastMonday(`${year}-05-31`),
        lastMonday(`${year}-08-31`),
        ...christmas,
        ...substitutes,
      ]
    })
    expect(holidaysOf('GB-EAW')).toEqual(sorted(law))
  })

  it('Spain: Real Decreto 2001/1983, article 45', () => {
    const fixed = ['01-01', '01-06', '05-01', '08-15', '10-12', '11-01', '12-06', '12-08', '12-25']
    const law = YEARS.flatMap((year) => [daysLater(easter(year), -2), ...fixed.map((date) => `${year}-${date}`)])
    expect(holidaysOf('ES')).toEqual(sorted(law))
  })

  it('Hong Kong: General Holidays Ordinance, Cap. 149, schedule', () => {
    const law = YEARS.flatMap((year) => {
      const term = SolarTerm.fromName(year, '清明').getJulianDay().getSolarDay()
      const dayAfterMidAutumn = daysLater(lunar(year, 8, 15), 1)
      const days: string[] = [daysLater(easter(year), -2), daysLater(easter(year), -1), daysLater(easter(year), 1)]
      // A day that falls on a Sunday or on another holiday is replaced by the next that is neither.
      for (const date of [
        `${year}-01-01`,
        iso(term.getYear(), term.getMonth(), term.getDay()),
        `${year}-05-01`,
        lunar(year, 4, 8),
        lunar(year, 5, 5),
        `${year}-07-01`,
        dayAfterMidAutumn,
        `${year}-10-01`,
        lunar(year, 9, 9),
        `${year}-12-25`,
        `${year}-12-26`,
      ])
        days.push(movedOn(date, [7], days))
      // Of the first three days of the year one on a Sunday is replaced by the fourth.
      const newYear = [1, 2, 3].map((day) => lunar(year, 1, day))
      for (const date of newYear) days.push(weekdayOf(date) === 7 ? lunar(year, 1, 4) : date)
      return days
    })
    expect(holidaysOf('HK')).toEqual(sorted(law))
  })

  it('Singapore: Holidays Act 1998, with the dates that the Ministry of Manpower published', () => {
    // Hari Raya Puasa, Vesak Day, Hari Raya Haji, Deepavali.
    const published = {
      2025: ['2025-03-31', '2025-05-12', '2025-06-07', '2025-10-20'],
      2026: ['2026-03-21', '2026-05-31', '2026-05-27', '2026-11-08'],
      2027: ['2027-03-10', '2027-05-20', '2027-05-17', '2027-10-28'],
    }
    const law = Object.entries(published).flatMap(([name, moving]) => {
      const year = Number(name)
      const days = [
        `${year}-01-01`,
        lunar(year, 1, 1),
        lunar(year, 1, 2),
        daysLater(easter(year), -2),
        `${year}-05-01`,
        `${year}-08-09`,
        `${year}-12-25`,
        ...moving,
      ]
      // Section 4(2): for a Sunday also the next day that is not a holiday itself.
      return [...days, ...days.filter((day) => weekdayOf(day) === 7).map((day) => movedOn(day, [7], days))]
    })
    expect(holidaysOf('SG')).toEqual(sorted([...law, '2025-05-03']))
  })

  it('the United Arab Emirates: Cabinet Resolution No 27 of 2024, within the day that the moon can make', () => {
    const format = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
      day: 'numeric',
      month: 'numeric',
      timeZone: 'UTC',
    })
    const islamic = (date: string) => {
      const part = (type: string) => Number(format.formatToParts(Date.parse(date)).find((p) => p.type === type)?.value)
      return `${part('month')}/${part('day')}`
    }
    const HIJRI = ['9/30', '10/1', '10/2', '10/3', '12/9', '12/10', '12/11', '12/12', '1/1', '3/12']
    const MOVED = ['01-01', '12-01', '12-02', '12-03']
    const holidays = holidaysOf('AE')
    for (const date of holidays.filter((day) => !MOVED.includes(day.slice(5)))) {
      const near = [-1, 0, 1].map((by) => islamic(daysLater(date, by)))
      expect(
        near.some((day) => HIJRI.includes(day)),
        `${date}: ${near}`,
      ).toBe(true)
    }
    // Each year has one of each, apart from the thirtieth of Ramadan, and two days in December.
    for (const year of YEARS) {
      const of = holidays.filter((date) => date.startsWith(`${year}`))
      expect(of.length, `${year}`).toBe(year === 2026 ? 13 : 12)
      expect(of.filter((date) => date.slice(5, 7) === '12' && MOVED.includes(date.slice(5)))).toHaveLength(2)
    }
  })
})
