import * as z from 'zod'

const count = z.number().int().positive()

/** How a length in whole days ends. Working days need no such choice: they end at the close of business. */
const ending = {
  /** When on the last day it ends; the end of the day unless stated. */
  until: z.enum(['end_of_day', 'close_of_business']).optional(),
  /** Whether the last day may be one that is not worked (`any`, unless stated), or moves on to the next that is (`worked`). */
  lastDay: z.enum(['any', 'worked']).optional(),
}

/**
 * How long a clock runs.
 *
 * - `hours` are elapsed hours, through nights, holidays and changes of the clocks.
 * - `workingDays` are counted from the day after the start to the close of business on the last one (PROCESS "Time").
 * - `days` and `weeks` are counted from the day after the start, every day of the calendar alike.
 * - `months` end on the day of the month that has the number of the day of the start or, where there is none, on the
 *   last of that month.
 *
 * That the day of the start is not counted, and how months end, is common to Regulation (EEC, Euratom) No 1182/71,
 * article 3(1) and (2)(c), the Civil Code of the PRC, articles 201 and 202, and Dodds v Walker [1981] 1 WLR 1027 (HL).
 * They differ in what a last day off does, hence `lastDay`: both codes move it on (article 3(4); article 203), a rule
 * of the kind "within 8 weeks" (DISP 1.6.2R) does not say so. The PRC ends the day with business (article 203).
 */
export const duration = z.union(
  [
    z.strictObject({ hours: count }),
    z.strictObject({ workingDays: count }),
    z.strictObject({ days: count, ...ending }),
    z.strictObject({ weeks: count, ...ending }),
    z.strictObject({ months: count, ...ending }),
  ],
  {
    error:
      'a length is one of { hours }, { workingDays }, { days }, { weeks }, { months }, a whole number above 0; those but the first two may say `until` and `lastDay`',
  },
)
export type Duration = z.infer<typeof duration>

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const date = z.iso.date()

const isZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

export const hours = z
  .strictObject({ open: time, close: time })
  .refine(({ open, close }) => open < close, 'an office opens before it closes')
export type Hours = z.infer<typeof hours>

/** Opening hours by ISO weekday, 1 = Monday. A weekday that is absent is not worked. */
export const week = z
  .record(z.string().regex(/^[1-7]$/), hours)
  .refine((days) => Object.keys(days).length > 0, 'at least one weekday is worked')

/** The name of a holiday: as it is, or by language (BCP 47). */
export const dayName = z.union([z.string().min(1), z.record(z.string(), z.string().min(1))])
export type DayName = z.infer<typeof dayName>

export const calendar = z.strictObject({
  /** Which bundled calendar this was made from, and a fingerprint of that data; absent for one written by hand. */
  bundled: z.strictObject({ id: z.string(), version: z.string() }).optional(),
  /** IANA zone in which days begin and offices close. */
  timeZone: z.string().refine(isZone, 'not a time zone of the IANA database'),
  week,
  /** Public holidays, by date, with their name. */
  holidays: z.record(date, dayName),
  /** Days worked although the week says otherwise, e.g. a make-up Saturday (调休). */
  extraWorkingDays: z.record(date, hours),
  /** First and last day for which the holidays are known for certain; absent where whoever wrote them vouches for all. */
  covered: z.strictObject({ from: date, until: date }).optional(),
})
export type Calendar = z.infer<typeof calendar>
