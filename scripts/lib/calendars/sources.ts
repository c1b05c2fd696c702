import { chineseDays, dateHolidays, daysLater, type PublicHoliday, packageOf, YEARS } from './packages.ts'

/** Where a bundled calendar comes from. */
export interface Source {
  id: string
  /** What the calendar is, in a few words. */
  about: string
  timeZone: string
  source: string
  licence: string
  covered: { from: string; until: string }
  holidays: PublicHoliday[]
  worked: string[]
}

const CC = 'CC-BY-SA-3.0'
const FIRST = `${YEARS[0]}-01-01`
const LAST = `${YEARS.at(-1)}-12-31`

type Place = [country: string, region?: string]

/** A calendar that date-holidays has as it is. */
const plain = (
  id: string,
  about: string,
  timeZone: string,
  place: Place,
  languages: Record<string, string>,
): Source => ({
  id,
  about,
  timeZone,
  source: `${packageOf('date-holidays')}, ${place.join('/')}`,
  licence: CC,
  covered: { from: FIRST, until: LAST },
  holidays: dateHolidays(place, languages),
  worked: [],
})

const day = (date: string, names: Record<string, string>): PublicHoliday => ({ date, names, rule: '' })

const without = (holidays: PublicHoliday[], ...dates: string[]): PublicHoliday[] => {
  for (const date of dates)
    if (!holidays.some((holiday) => holiday.date === date)) throw new Error(`${date} needs no correction any more`)
  return holidays.filter(({ date }) => !dates.includes(date))
}

const china = (): Source => {
  const { holidays, worked, until } = chineseDays()
  return {
    id: 'CN',
    about: 'Mainland China: days off and make-up working days as arranged by the State Council',
    timeZone: 'Asia/Shanghai',
    source: packageOf('chinese-days'),
    licence: 'MIT',
    covered: { from: FIRST, until },
    holidays,
    worked,
  }
}

/**
 * Corrected where the package calculates and the Ministry of Manpower has published other dates:
 * mom.gov.sg/newsroom/press-releases/2026/0618-public-holidays-for-2027 and mom.gov.sg/employment-practices/public-holidays.
 */
const singapore = (): Source => {
  const source = plain('SG', 'Singapore', 'Asia/Singapore', ['SG'], { en: 'en' })
  return {
    ...source,
    source: `${source.source}, corrected`,
    holidays: [
      ...without(source.holidays, '2027-03-09', '2027-05-16'),
      // Parliamentary Elections Act 1954: the polling day of a general election is a public holiday.
      day('2025-05-03', { en: 'Polling Day' }),
      day('2027-03-10', { en: 'Hari Raya Puasa' }),
      day('2027-05-17', { en: 'Hari Raya Haji' }),
      day('2027-05-20', { en: 'Vesak Day' }),
    ],
  }
}

const EID_AL_FITR = { en: 'End of Ramadan (Eid al-Fitr)', ar: 'عيد الفطر' }
const ISLAMIC_NEW_YEAR = { en: 'Islamic New Year', ar: 'رأس السنة الهجرية' }
const MAWLID = { en: 'Birthday of Muhammad (Mawlid)', ar: 'المولد النبويّ' }
const ARAFAT_DAY = { en: 'Arafat Day', ar: 'يوم عرفة' }
const NATIONAL_DAY = { en: 'National Day', ar: 'اليوم الوطني' }

/**
 * The holidays of Cabinet Resolution No 27 of 2024 are those the package has, less two, with Arafat Day (9 Dhu al-Hijjah)
 * and 3 December; some were then announced for another day (Federal Authority for Government Human Resources, FAHR,
 * and Ministry of Human Resources and Emiratisation, MoHRE):
 *
 * - Islamic New Year on 27 June 2025: FAHR circular of 16 June 2025
 * - Mawlid on 5 September 2025: wam.ae/en/article/ble2dvm-uae-announces-september-public-holiday-mark
 * - National Day on 1 and 2 December 2025: wam.ae/en/article/bmtv491-54th-eid-etihad-december-2025-declared-official
 * - Eid al-Fitr from 19 March 2026: gulfnews.com/uae/uae-announces-eid-al-fitr-2026-holiday-1.500452306
 * - Arafat Day on 26 May 2026 was announced as calculated; so far the calendar is official.
 */
const emirates = (): Source => {
  const source = plain('AE', 'United Arab Emirates', 'Asia/Dubai', ['AE'], { en: 'en', ar: 'ar' })
  const kept = source.holidays.filter(({ rule }) => rule !== '27 Rajab' && rule !== '1 Ramadan')
  const ofRule = (rule: string) =>
    YEARS.flatMap((y) => kept.find((h) => h.rule === rule && h.date.startsWith(`${y}`)) ?? [])
  const resolved = [
    ...kept,
    ...ofRule('10 Dhu al-Hijjah P3D').map(({ date }) => day(daysLater(date, -1), ARAFAT_DAY)),
    ...ofRule('12-02').map(({ date }) => day(daysLater(date, 1), NATIONAL_DAY)),
  ]
  return {
    ...source,
    source: `${source.source}, corrected`,
    covered: { from: FIRST, until: '2026-05-31' },
    holidays: [
      ...without(resolved, '2025-06-26', '2025-09-04', '2025-12-03'),
      day('2025-06-27', ISLAMIC_NEW_YEAR),
      day('2025-09-05', MAWLID),
      day('2025-12-01', NATIONAL_DAY),
      day('2026-03-19', EID_AL_FITR),
    ],
  }
}

/** Every bundled calendar, by id. */
export const sources = (): Source[] => [
  emirates(),
  china(),
  plain('DE', 'Germany: the holidays common to all Länder', 'Europe/Berlin', ['DE'], { en: 'en', de: 'de' }),
  plain('ES', 'Spain: the holidays of the whole state', 'Europe/Madrid', ['ES'], { en: 'en', es: 'es' }),
  plain('FR', 'France', 'Europe/Paris', ['FR'], { en: 'en', fr: 'fr' }),
  plain('GB-EAW', 'England and Wales: bank holidays', 'Europe/London', ['GB', 'ENG'], { en: 'en' }),
  plain('HK', 'Hong Kong: general holidays', 'Asia/Hong_Kong', ['HK'], { en: 'en', 'zh-HK': 'zh' }),
  plain('JP', 'Japan: national holidays', 'Asia/Tokyo', ['JP'], { en: 'en', ja: 'jp' }),
  singapore(),
  plain('US', 'United States: federal holidays', 'America/New_York', ['US'], { en: 'en-us' }),
]
