import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { calendarFiles } from '../../../scripts/lib/calendars/render.ts'
import { root } from '../../../scripts/lib/paths.mjs'
import { coverage, after as deadline, isWorkingDay } from '../../../worker/core/calendar.ts'
import { CALENDAR_IDS, calendarChoice, calendarOf } from '../../../worker/core/calendars/index.ts'
import { standard } from '../../../worker/core/policies/standard.ts'
import { calendar, policy } from '../../../worker/core/policy.ts'

const folder = `${root}/worker/core/calendars`
const written = (name: string) => readFileSync(`${folder}/${name}`, 'utf8')
const generated = calendarFiles()

describe('the bundled calendars', () => {
  it('are what the data packages publish: run `node scripts/generate-calendars.ts` if not', () => {
    for (const [name, text] of generated) expect(written(name), name).toBe(text)
    const others = readdirSync(folder).filter((name) => !generated.has(name))
    expect(others.sort()).toEqual(['NOTICE.md', 'bundled.ts', 'index.ts'])
    expect(CALENDAR_IDS.map((id) => `${id}.ts`)).toEqual([...generated.keys()])
  })

  it('stay small', () => {
    const bytes = [...generated.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0)
    expect(bytes).toBeLessThan(20_000)
  })

  it('are valid, cover whole days from 2025 on, and are named in NOTICE.md with that limit', () => {
    for (const id of CALENDAR_IDS) {
      const resolved = calendarOf(id)
      expect(calendar.safeParse(resolved).error, id).toBeUndefined()
      const { from, until } = coverage(resolved) ?? { from: '', until: '' }
      expect(from, id).toBe('2025-01-01')
      const named = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(Date.parse(until))
      expect(written('NOTICE.md'), id).toMatch(new RegExp(`\\| ${id} +\\|.*\\| ${named} +\\|`))
    }
  })
})

describe('a policy', () => {
  const load = (choice: unknown) => policy.safeParse({ ...standard, calendar: choice })

  it('names a bundled calendar, which is resolved when it is loaded', () => {
    expect(load('CN').data?.calendar).toEqual(calendarOf('CN'))
    expect(load('CN').data?.calendar.bundled).toMatchObject({
      id: 'CN',
      version: expect.stringMatching(/^[0-9a-f]{8}$/),
    })
  })

  it('holds a calendar of its own, unchanged', () => {
    expect(load(standard.calendar).data).toEqual(standard)
  })

  it('adds hours, days off and days worked of its own to a bundled calendar', () => {
    const [short, long] = [
      { open: '10:00', close: '12:00' },
      { open: '08:00', close: '20:00' },
    ]
    const own = load({
      base: 'CN',
      timeZone: 'Asia/Urumqi',
      week: { 1: long, 6: short },
      holidays: { '2026-10-10': 'Founding of the company' },
      extraWorkingDays: { '2026-10-01': short },
    }).data?.calendar
    if (!own) throw new Error('not loaded')
    const worked = (date: string) => isWorkingDay(own, date)
    expect([worked('2026-09-28'), worked('2026-09-29'), worked('2026-09-19')]).toEqual([true, false, true])
    // A company holiday on a make-up Saturday; a company shift on National Day; the other make-up days stay.
    expect([worked('2026-10-10'), worked('2026-10-01'), worked('2026-09-20')]).toEqual([false, true, true])
    expect(deadline(own, '2026-09-19T12:00:00.000Z', { workingDays: 1 })).toBe('2026-09-20T14:00:00.000Z')
    expect(deadline(own, '2026-09-30T02:00:00.000Z', { workingDays: 1 })).toBe('2026-10-01T06:00:00.000Z')
  })

  it('is refused with the place and the reason when its calendar is wrong', () => {
    const office = { open: '09:00', close: '17:00' }
    const whole = standard.calendar
    const wrong = (choice: unknown) => JSON.stringify(calendarChoice.safeParse(choice).error?.issues ?? 'accepted')
    expect(wrong('XX')).toContain('GB-EAW')
    expect(wrong({ ...whole, timeZone: 'Mars/Olympus' })).toContain('not a time zone of the IANA database')
    expect(wrong({ ...whole, week: {} })).toContain('at least one weekday is worked')
    expect(wrong({ ...whole, week: { 1: { open: '17:00', close: '09:00' } } })).toContain('opens before it closes')
    expect(wrong({ ...whole, week: { 8: office } })).toContain('"week"')
    expect(wrong({ ...whole, holidays: { '2026-02-30': 'never' } })).toContain('"holidays"')
    expect(wrong({ base: 'CN', closed: [] })).toContain('"closed"')
    expect(policy.safeParse({ ...standard, calendar: 'XX' }).error?.issues[0]?.path).toEqual(['calendar'])
  })
})
