import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { dueClocks } from '../../worker/actions/dueClocks.ts'
import { outdatedCases } from '../../worker/actions/outdatedCases.ts'
import type { Services } from '../../worker/actions/services.ts'
import { runSweep } from '../../worker/jobs/sweep.ts'
import { Meter } from '../support/worker/meter.ts'
import { Desk, Post } from './support.ts'

const MANY = 100_000
const DUE = 200
const DAY = 86_400_000

const meter = new Meter(env.DB)
let desk: Desk
let services: Services
const references: string[] = []

/** Cases whose clocks ask for nothing for a long time yet; only the sweep's own columns matter here. */
const fillWithWaiting = async () => {
  for (let from = 0; from < MANY; from += 20_000)
    await env.DB.prepare(
      `WITH RECURSIVE n (i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${from + 19_999})
       INSERT INTO complaint (reference, site, version, party_version, stage, category, channel, risk, escalation,
         received_at, updated_at, next_due_at, sweep_at, state, anchors, head)
       SELECT printf('RD-WAIT-%06d', i), 'one', 1, 1, 'review', 'fees', 'web', 'low', 1, '2026', '2026',
         '2027', printf('2027-01-01T%05d', i), zeroblob(8), '[]', zeroblob(8) FROM n`,
    ).run()
}

beforeAll(async () => {
  desk = await Desk.open()
  services = { ...desk.services, db: meter.db }
  await fillWithWaiting()
  for (let i = 0; i < DUE; i++) references.push(await desk.file())
}, 120_000)

describe(`a sweep over ${MANY} clocks of which ${DUE} are due`, { timeout: 120_000 }, () => {
  it('reads no more rows than it takes on, and two at once act on each clock once', async () => {
    desk.pass(DAY)
    const found = await meter.of(() => dueClocks(services, 50))
    expect(new Set(found.value.map((d) => d.reference)).size).toBe(50)
    expect(found.reading).toMatchObject({ roundTrips: 1 })
    expect(found.reading.rowsRead).toBeLessThanOrEqual(100)
    expect((await meter.of(() => outdatedCases(services, 50))).reading.rowsRead).toBeLessThanOrEqual(10)

    let most = 0
    for (let runs = 0; (await dueClocks(services, 1)).length > 0; runs++) {
      expect(runs, 'runs until nothing is due').toBeLessThan(12)
      const { reading } = await meter.of(() =>
        Promise.all([runSweep(services, new Post()), runSweep(services, new Post())]),
      )
      most = Math.max(most, reading.rowsRead)
    }
    // Two runs of 50 cases: at most so many rows for each clock they try, whoever wins, and nothing for the others.
    expect(most).toBeLessThan(20_000)

    for (const reference of references) {
      const events = await desk.events(reference)
      expect(events.filter((type) => type === 'clock_warned')).toHaveLength(1)
      expect(events.filter((type) => type === 'clock_breached').length).toBeLessThanOrEqual(1)
    }
  })

  it('after a week of being down does the same, each missed deadline once', async () => {
    desk.pass(7 * DAY)
    while ((await dueClocks(services, 1)).length > 0)
      await Promise.all([runSweep(services, new Post()), runSweep(services, new Post())])
    for (const reference of references) {
      const { breaches } = (await desk.view(reference)).staff ?? { breaches: [] }
      expect(breaches.filter((kind) => kind === 'review')).toHaveLength(1)
    }
  })
})
