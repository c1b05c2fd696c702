import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { saveSite } from '../../worker/actions/administration.ts'
import { openCard } from '../../worker/actions/card.ts'
import { type Prepared, prepare, type Target } from '../../worker/actions/prepare.ts'
import { createServices, type Services } from '../../worker/actions/services.ts'
import { verifyCase } from '../../worker/actions/verifyCase.ts'
import { write } from '../../worker/actions/write.ts'
import type { Appended } from '../../worker/core/decide/index.ts'
import { canonical } from '../../worker/core/ledger.ts'
import { caseQuery } from '../../worker/store/cases.ts'
import { ask } from '../../worker/store/sql.ts'
import { newCaseKey, openCaseKey } from '../../worker/vault/seal.ts'
import { type Step, simulate } from '../core/support/simulate.ts'
import { site } from '../support/worker/office.ts'

let services: Services
let now = ''
beforeAll(async () => {
  services = createServices(env, { now: () => now })
  await saveSite(services, site('site'))
})

// Every history has the same ids.
beforeEach(async () => {
  const tables = ['complaint', 'event', 'outbox', 'link', 'credential', 'session', 'contact_index', 'staff', 'evidence']
  await env.DB.batch(tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)))
})

const targetOf = async ({ before, case: c }: Appended): Promise<Target> => {
  const { master } = await services.keys()
  if (!before) return { ...(await newCaseKey(master, c.reference)), head: null, card: null }
  const { record } = await ask(env.DB, { record: caseQuery(env.DB, c.reference) })
  if (!record?.caseKey) throw new Error(`${c.reference} is not stored`)
  const caseKey = await openCaseKey(master, c.reference, record.caseKey)
  if (!caseKey) throw new Error('erased')
  return { caseKey, wrapped: record.caseKey, head: record.head, card: await openCard(caseKey, record.card) }
}

const appendedBy = ({ before, after, events, elsewhere }: Step): Appended[] => [
  { before, case: after, events: [...events] },
  ...(elsewhere ? [{ before: elsewhere.before, case: elsewhere.after, events: [...elsewhere.events] }] : []),
]

/** The simulation makes up cases to link with, which were never stored. */
const isStored = ({ before }: Appended, stored: ReadonlySet<string>) => !before || stored.has(before.reference)

const append = async (steps: readonly Step[]): Promise<Map<string, Appended>> => {
  const latest = new Map<string, Appended>()
  for (const step of steps) {
    now = step.ctx.now
    const prepared: Prepared[] = []
    for (const appended of appendedBy(step)) {
      if (!isStored(appended, new Set(latest.keys()))) continue
      const readers = { site: site('site'), staff: [], view: null }
      prepared.push(await prepare(services, appended, await targetOf(appended), readers))
      latest.set(appended.case.reference, appended)
    }
    expect(await write(services, prepared)).toBeNull()
  }
  return latest
}

describe('histories of random people, appended to the ledger', () => {
  it.each(Array.from({ length: 12 }, (_, i) => i + 1))('number %i: stored state and fold agree', async (seed) => {
    const steps: Step[] = []
    simulate({ seed: seed * 7919, steps: 60 }, (step) => steps.push(step))
    const latest = await append(steps)
    expect(latest.size).toBeGreaterThan(0)
    for (const [reference, { case: c }] of latest) {
      expect(await verifyCase(services, reference)).toMatchObject({
        ledger: { ok: true, length: c.version },
        folds: true,
      })
      const { record } = await ask(env.DB, { record: caseQuery(env.DB, reference) })
      expect(canonical(record?.state)).toBe(canonical(c))
    }
  })
})
