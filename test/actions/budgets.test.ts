import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { identify } from '../../worker/actions/identify.ts'
import { type CaseFilter, listCases } from '../../worker/actions/listCases.ts'
import { readCase } from '../../worker/actions/readCase.ts'
import { readSummary } from '../../worker/actions/readSummary.ts'
import { submitComplaint } from '../../worker/actions/submitComplaint.ts'
import type { Credential, Failure } from '../../worker/actions/types.ts'
import { submission } from '../../worker/core/decide/index.ts'
import { fill, fillCounters } from '../support/worker/bulk.ts'
import { Meter, type Reading } from '../support/worker/meter.ts'
import { complete, must, Office } from '../support/worker/office.ts'
import { toOffer } from './walk.ts'

const meter = new Meter(env.DB)
let office: Office
beforeAll(async () => {
  office = await Office.open({ ...env, DB: meter.db })
  await fillCounters(env.DB, 'shop', 2025)
})

/** What each user action asks of D1, on cases of their own among so many others. */
const measure = async (): Promise<Record<string, Reading>> => {
  const { services } = office
  const readings: Record<string, Reading> = {}
  const note = async <T extends object>(name: string, work: () => Promise<T | Failure>): Promise<T> => {
    const { value, reading } = await meter.of(work)
    readings[name] = reading
    return must(value)
  }
  const intended = { submission: submission.parse(complete), idempotency: { key: 'k', body: 'b' } }
  const visitor = await office.visitor()
  const filed = await note('submit', () => submitComplaint(services, visitor, intended))
  const { reference } = filed
  const complainant: Credential = { kind: 'session', token: filed.session?.token ?? '' }
  await toOffer(office, reference, complainant)
  await note('tracker', () => readCase(services, complainant, reference))
  await note('staff view', () => readCase(services, office.staff('supervisor'), reference))
  await note('staff command', () => office.tryTo('supervisor', reference, 'note', { note: 'n' }))
  await note('complainant command', () => office.tryTo(complainant, reference, 'question_plan', { question: 'When?' }))

  const long = await office.file()
  for (let i = 0; i < 60; i++) await office.give('supervisor', long.reference, 'message', { message: `Message ${i}` })
  await note('tracker of a long case', () => readCase(services, long.complainant, long.reference))

  const supervisor = must(await identify(services, office.staff('supervisor')))
  const list = (name: string, filter: CaseFilter) => note(name, () => listCases(services, supervisor, filter))
  await list('queue', { order: 'due', limit: 50 })
  await list('queue of a site', { order: 'due', site: 'shop', limit: 50 })
  await list('queue of a stage', { stage: 'planning', limit: 50 })
  await list('queue of a handler', { assignee: 'handler', state: 'open', limit: 50 })
  await list('queue with rare filters', { order: 'due', category: 'handling', channel: 'post', limit: 50 })
  const range = { from: '2025-01-01', to: '2025-12-31', site: 'shop' }
  await note('a year in figures', () => readSummary(services, supervisor, range))
  return readings
}

describe('what D1 is asked', () => {
  const at: Record<number, Record<string, Reading>> = {}

  it.each([1000, 20_000])('stays within its budgets among %i cases', { timeout: 120_000 }, async (cases) => {
    const before =
      (
        await env.DB.prepare("SELECT count(*) AS n FROM complaint WHERE reference LIKE 'RD-BULK-%'").first<{
          n: number
        }>()
      )?.n ?? 0
    await fill(env.DB, 'shop', before, cases - before)
    const readings = await measure()
    at[cases] = readings

    const roundTrips = Object.fromEntries(Object.entries(readings).map(([name, r]) => [name, r.roundTrips]))
    expect(roundTrips).toEqual({
      submit: 2,
      tracker: 1,
      'staff view': 1,
      'staff command': 2,
      'complainant command': 2,
      'tracker of a long case': 1,
      queue: 1,
      'queue of a site': 1,
      'queue of a stage': 1,
      'queue of a handler': 1,
      'queue with rare filters': 1,
      'a year in figures': 1,
    })
    const most: Record<string, number> = { tracker: 60, queue: 250, a: 5000 }
    for (const [name, { rowsRead }] of Object.entries(readings)) {
      const limit = most[name.split(' ')[0] ?? '']
      if (limit) expect(rowsRead, name).toBeLessThanOrEqual(limit)
    }
  })

  it('does not grow with the number of cases', () => {
    const [few, many] = [at[1000] ?? {}, at[20_000] ?? {}]
    expect(Object.keys(few).length).toBeGreaterThan(0)
    for (const [name, { rowsRead }] of Object.entries(many))
      expect(rowsRead, name).toBeLessThanOrEqual((few[name]?.rowsRead ?? 0) + 5)
  })
})
