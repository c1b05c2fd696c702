import * as z from 'zod'
import { type Calendar, calendar, dayName, type Hours, hours, week } from '../time/schema.ts'
import { AE } from './AE.ts'
import type { Bundled } from './bundled.ts'
import { CN } from './CN.ts'
import { DE } from './DE.ts'
import { ES } from './ES.ts'
import { FR } from './FR.ts'
import { GB_EAW } from './GB-EAW.ts'
import { HK } from './HK.ts'
import { JP } from './JP.ts'
import { SG } from './SG.ts'
import { US } from './US.ts'

const BUNDLED = { AE, CN, DE, ES, FR, 'GB-EAW': GB_EAW, HK, JP, SG, US } satisfies Record<string, Bundled>

export type CalendarId = keyof typeof BUNDLED
export const CALENDAR_IDS = Object.keys(BUNDLED) as CalendarId[]
export const isCalendarId = (name: string): name is CalendarId => name in BUNDLED

const bundledId = z.enum(CALENDAR_IDS)

/**
 * How a policy names its calendar: a bundled one by its id; one with hours, zone, holidays or extra working days of the
 * organisation's own; or a whole calendar.
 */
export const calendarChoice = z.union([
  bundledId,
  z.strictObject({
    base: bundledId,
    timeZone: calendar.shape.timeZone.optional(),
    week: week.optional(),
    /** Added to the public ones. */
    holidays: z.record(z.iso.date(), dayName).optional(),
    extraWorkingDays: z.record(z.iso.date(), hours).optional(),
  }),
  calendar,
])
export type CalendarChoice = z.infer<typeof calendarChoice>

const office: Hours = { open: '09:00', close: '17:00' }
// Our choice, not part of the data.
const OFFICE_WEEK: Calendar['week'] = { 1: office, 2: office, 3: office, 4: office, 5: office }

const each = <Value>(dates: string, value: Value): [string, Value][] =>
  dates.split(' ').flatMap((date) => (date ? [[date, value] as [string, Value]] : []))

/** The calendar that a policy chose. Resolve it when the policy is loaded, so that open cases follow newer data. */
export const calendarOf = (choice: CalendarChoice): Calendar => {
  if (typeof choice !== 'string' && !('base' in choice)) return choice
  const { base, ...own } = typeof choice === 'string' ? { base: choice } : choice
  const off = own.holidays ?? {}
  const { version, timeZone, covered, holidays, worked }: Bundled = BUNDLED[base]
  const days = own.week ?? OFFICE_WEEK
  // A make-up day is worked like the first working day of the week.
  const usual = Object.entries(days).sort(([one], [other]) => one.localeCompare(other))[0]?.[1] ?? office
  return {
    bundled: { id: base, version },
    timeZone: own.timeZone ?? timeZone,
    week: days,
    holidays: { ...Object.fromEntries(holidays.flatMap(([name, dates]) => each(dates, name))), ...off },
    // A day off of the organisation's own is off even if the country makes up for another on it.
    extraWorkingDays: {
      ...Object.fromEntries(each(worked, usual).filter(([date]) => !off[date])),
      ...own.extraWorkingDays,
    },
    covered,
  }
}
