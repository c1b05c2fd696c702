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

  const email = `${crypto.randomUUID()}@home.example`
  const long = await office.file({ complainant: { email } })
  for (let i = 0; i < 60; i++) await office.give('supervisor', long.reference, 'message', { message: `Message ${i}` })
  await note('tracker of a long case', () => readCase(services, long.complainant, long.reference))

  const supervisor = must(await identify(services, office.staff('supervisor')))
  const list = (filter: CaseFilter) =>
    note(`queue ${JSON.stringify(filter)}`, () => listCases(services, supervisor, { limit: 50, ...filter }))
  for (const order of ['due', 'updated'] as const)
    for (const site of [undefined, 'shop']) {
      await list({ order, site })
      await list({ order, site, stage: 'planning' })
      await list({ order, site, assignee: 'handler', state: 'open' })
      await list({ order, site, category: 'handling', channel: 'post' })
      await list({ order, site, updatedSince: '2025-03-10', dueBefore: '2025-12-01' })
    }
  await note('queue of one contact', () => listCases(services, supervisor, { site: 'shop', contact: email }))
  const partner = must(await identify(services, await office.partner('shop', 'complaints:read', 'complaints:write')))
  for (const order of ['due', 'updated'] as const)
    await note(`queue of a partner by ${order}`, () => listCases(services, partner, { order }))
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

    for (const [name, { roundTrips }] of Object.entries(readings))
      expect(roundTrips, name).toBe(['submit', 'staff command', 'complainant command'].includes(name) ? 2 : 1)
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
      expect(rowsRead, name).toBeLessThanOrEqual((few[name]?.rowsRead ?? -9) + 5)
  })
})
