import { allForYear } from '@18f/us-federal-holidays'
import holidayJp from '@holiday-jp/holiday_jp'
import getJoursFeries from '@socialgouv/jours-feries'
import { getHolidays } from 'feiertagejs'
import { LegalHoliday } from 'tyme4ts'
import { describe, expect, it, vi } from 'vitest'
import { isWorkingDay } from '../../../worker/core/calendar.ts'
import { calendarOf } from '../../../worker/core/calendars/index.ts'
import { coveredDates, dateOf, holidaysOf, isWeekend, YEARS } from './days.ts'

/** Bundled calendars against packages that share neither data nor code with those they were generated from. */

// Some of these packages count in the time of the machine.
vi.stubEnv('TZ', 'UTC')

describe('day by day, the working days are those of', () => {
  it('tyme4ts for mainland China, make-up days included', () => {
    const china = calendarOf('CN')
    const dates = coveredDates('CN')
    expect(dates).toHaveLength(730)
    for (const date of dates) {
      const [year, month, day] = date.split('-').map(Number) as [number, number, number]
      const arranged = LegalHoliday.fromYmd(year, month, day)
      expect(isWorkingDay(china, date), date).toBe(arranged ? arranged.isWork() : !isWeekend(date))
    }
  })

  it('18F for the United States, observed days included', () => {
    const off = new Set(
      [...YEARS, 2028].flatMap((year) => allForYear(year, { shiftSaturdayHolidays: true }).map((h) => h.dateString)),
    )
    for (const date of coveredDates('US'))
      expect(isWorkingDay(calendarOf('US'), date), date).toBe(!isWeekend(date) && !off.has(date))
  })
})

describe('the holidays are exactly those of', () => {
  it('holiday_jp for Japan', () => {
    const named = holidayJp.between(new Date('2025-01-01'), new Date('2027-12-31'))
    expect(holidaysOf('JP')).toEqual(named.map(({ date }) => dateOf(date.getTime())).sort())
  })

  it('feiertagejs for all of Germany', () => {
    const named = YEARS.flatMap((year) => getHolidays(year, 'BUND').map((holiday) => holiday.dateString))
    expect(holidaysOf('DE')).toEqual(named.sort())
  })

  it('the French ministry of labour for France', () => {
    const named = YEARS.flatMap((year) => Object.values(getJoursFeries(year)).map((date) => dateOf(date.getTime())))
    expect(holidaysOf('FR')).toEqual(named.sort())
  })
})
