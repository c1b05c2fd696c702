import { beforeAll, describe, expect, it } from 'vitest'
import { bucketEnd, durationBucket } from '../../worker/actions/counts.ts'
import { identify } from '../../worker/actions/identify.ts'
import { periodsOf, type Range, readSummary, type Summary } from '../../worker/actions/readSummary.ts'
import type { Credential } from '../../worker/actions/types.ts'
import { DAY, HOUR, must, Office } from '../support/worker/office.ts'
import { toInvestigation, toOffer } from './walk.ts'

let office: Office
const MARCH = { from: '2026-03-01', to: '2026-03-31' }

const summary = async (range: Range = MARCH, by: Credential = office.staff('auditor')): Promise<Summary> =>
  must(await readSummary(office.services, must(await identify(office.services, by)), range))

beforeAll(async () => {
  office = await Office.open()
  const resolved = await office.file()
  office.time.pass(2 * HOUR)
  await toOffer(office, resolved.reference, resolved.complainant)
  const offered = await office.give(resolved.complainant, resolved.reference, 'accept_plan')
  const remedy = offered.plan?.remedies[0]?.id
  const delivery = { remedy, deliveredOn: office.time.now.slice(0, 10), note: 'Paid.' }
  await office.give('handler', resolved.reference, 'record_remedy', delivery)
  await office.give('handler', resolved.reference, 'report_outcome', { report: 'Done.' })
  await office.give(resolved.complainant, resolved.reference, 'confirm_outcome', { satisfied: true, rating: 4 })
  const withdrawn = await office.file({ category: 'fees' })
  await office.give(withdrawn.complainant, withdrawn.reference, 'withdraw')
  await office.file({ category: 'fees' }, await office.visitor('other'))
  office.time.pass(31 * DAY)
  const april = await office.file({ category: 'fees' })
  await toInvestigation(office, april.reference, april.complainant)
})

describe('the figures', () => {
  it('count what happened, by category', async () => {
    const { counts } = await summary({ ...MARCH, site: 'shop' })
    expect(counts).toEqual({
      account_payment: {
        received: 1,
        'channel:web': 1,
        'cause:system_fault': 1,
        'remedy:refund': 1,
        'paid:USD': 60_000,
        'rating:4': 1,
        closed: 1,
        'outcome:resolved': 1,
      },
      fees: { received: 1, 'channel:web': 1, closed: 1, 'outcome:withdrawn': 1 },
    })
  })

  it('are the same from days as from months', async () => {
    const whole = await summary({ from: '2026-03-01', to: '2026-04-30' })
    expect(whole.counts.fees?.received).toBe(3)
    expect((await summary({ from: '2026-03-02', to: '2026-04-29' })).counts).toEqual(whole.counts)
    expect((await summary({ from: '2026-03-03', to: '2026-03-31' })).counts).toEqual({})
  })

  it('tell how long stages took', async () => {
    const { stages } = await summary({ ...MARCH, site: 'shop' })
    const received = stages.find(({ stage }) => stage === 'received')
    expect(received?.cases).toBe(2)
    expect(received?.p90).toBeGreaterThanOrEqual(2)
    expect(received?.p90).toBeLessThan(2.5)
    expect(stages.map(({ stage }) => stage)).not.toContain('closed')
  })

  it('are those of the caller’s sites', async () => {
    expect((await summary()).counts.fees?.received).toBe(2)
    expect((await summary(MARCH, office.staff('elsewhere'))).counts).toMatchObject({ fees: { received: 1 } })
    const partner = await office.partner('other', 'reports:read')
    expect((await summary(MARCH, partner)).counts.fees?.received).toBe(1)
    const caller = must(await identify(office.services, partner))
    expect(await readSummary(office.services, caller, { ...MARCH, site: 'shop' })).toEqual({ failed: 'not_found' })
    const reader = must(await identify(office.services, await office.partner('other', 'complaints:read')))
    expect(await readSummary(office.services, reader, MARCH)).toEqual({ failed: 'forbidden', needs: 'reports:read' })
    const { complainant } = await office.file()
    const own = must(await identify(office.services, complainant))
    expect(await readSummary(office.services, own, MARCH)).toMatchObject({ failed: 'forbidden' })
  })
})

describe('periods', () => {
  it('are whole months where there are, and days at the ends', () => {
    expect(periodsOf('2026-01-01', '2026-12-31')).toHaveLength(12)
    expect(periodsOf('2026-01-30', '2026-03-02')).toEqual([
      '2026-01-30',
      '2026-01-31',
      '2026-02',
      '2026-03-01',
      '2026-03-02',
    ])
    expect(periodsOf('2028-02-01', '2028-02-28')).toHaveLength(28)
    expect(periodsOf('2026-03-02', '2026-03-01')).toEqual([])
  })
})

describe('buckets of durations', () => {
  it('end at most a fifth above what is in them', () => {
    for (const hours of [0, 0.5, 1, 3, 24, 100, 1000, 9999]) {
      const end = bucketEnd(durationBucket(hours * HOUR))
      expect(end).toBeGreaterThanOrEqual(hours - 1e-9)
      expect(end + 1).toBeLessThanOrEqual((hours + 1) * 1.2)
    }
  })
})
