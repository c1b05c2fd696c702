import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { findSite, saveSite } from '../../worker/actions/administration.ts'
import { outdatedCases } from '../../worker/actions/outdatedCases.ts'
import type { Complaint } from '../../worker/core/complaint.ts'
import { runSweep } from '../../worker/jobs/sweep.ts'
import { pack, unpack } from '../../worker/store/pack.ts'
import { Desk, Post } from './support.ts'

let desk: Desk
beforeAll(async () => {
  desk = await Desk.open()
  const site = await findSite(desk.services, 'pk_test_one')
  if (!site) throw new Error('no site')
  await saveSite(desk.services, { ...site, policy: { id: 'standard+cn-banking-2020+psd2@CN', version: 1 } })
})

/** As if the case had been counted before the State Council moved a holiday: one day earlier, by older data. */
const countedByOlderData = async (reference: string, kind: string) => {
  const row = await env.DB.prepare('SELECT state FROM complaint WHERE reference = ?').bind(reference).first()
  const state = unpack<Complaint>(new Uint8Array(row?.state as ArrayBuffer))
  const clocks = state.clocks.map((k) =>
    k.kind === kind ? { ...k, dueAt: new Date(Date.parse(k.dueAt) - 86_400_000).toISOString() } : k,
  )
  const old = { ...state, calendars: 'CN=older', clocks }
  await env.DB.prepare('UPDATE complaint SET state = ?, calendars = ? WHERE reference = ?')
    .bind(pack(old), old.calendars, reference)
    .run()
}

describe('a calendar that has changed', () => {
  it('moves the dates of open cases once, and each move is recorded with the old and the new date', async () => {
    const reference = await desk.file()
    expect(await outdatedCases(desk.services, 10)).toEqual([])
    const before = await desk.view(reference)
    const due = before.clocks.find((k) => k.kind === 'psd2.reply')?.dueAt ?? ''
    await countedByOlderData(reference, 'psd2.reply')
    expect(await outdatedCases(desk.services, 10)).toEqual([reference])

    await Promise.all([runSweep(desk.services, new Post()), runSweep(desk.services, new Post())])
    await runSweep(desk.services, new Post())

    const view = await desk.view(reference)
    const changes = view.timeline.filter((e) => e.type === 'calendar_changed')
    const from = new Date(Date.parse(due) - 86_400_000).toISOString()
    expect(changes.map((e) => e.facts.moved)).toEqual([[{ clock: 'psd2.reply#1', kind: 'psd2.reply', from, to: due }]])
    const clock = view.clocks.find((k) => k.kind === 'psd2.reply')
    expect(clock).toMatchObject({ dueAt: due, moves: [{ because: 'calendar', from, to: due }] })
    expect(await outdatedCases(desk.services, 10)).toEqual([])
  })
})
