import { env } from 'cloudflare:workers'
import { beforeEach, describe, expect, it } from 'vitest'
import { claimMessage, dueMessages, findMessage, listMessages, settleMessage } from '../../worker/actions/outbox.ts'
import { createServices, later } from '../../worker/actions/services.ts'
import { submitComplaint } from '../../worker/actions/submitComplaint.ts'
import { submission } from '../../worker/core/decide/index.ts'
import type { Env } from '../../worker/env.ts'
import { complete, HOUR, must, Office } from '../support/worker/office.ts'

let office: Office
beforeEach(async () => {
  await env.DB.exec('DELETE FROM outbox')
  office = await Office.open()
})

const first = async () => {
  const [id] = await dueMessages(office.services, 10)
  if (!id) throw new Error('nothing is due')
  return id
}

describe('a message in the outbox', () => {
  it('is there as soon as what it tells, and goes to the queue by its id alone', async () => {
    const sent: unknown[] = []
    const work: Promise<unknown>[] = []
    const queue = { sendBatch: async (batch: { body: unknown }[]) => void sent.push(...batch.map(({ body }) => body)) }
    const services = createServices(
      { ...env, OUTBOX: queue as unknown as Env['OUTBOX'] },
      {
        now: () => office.time.now,
        waitUntil: (promise) => void work.push(promise),
      },
    )
    must(await submitComplaint(services, await office.visitor(), { submission: submission.parse(complete) }))
    await Promise.all(work)
    const ids = await dueMessages(services, 10)
    expect(ids).toHaveLength(2)
    expect(sent).toEqual(ids.map((message) => ({ message })))
  })

  it('is there although the queue fails', async () => {
    const broken = { sendBatch: async () => Promise.reject(new Error('queue down')) } as unknown as Env['OUTBOX']
    const services = createServices({ ...env, OUTBOX: broken }, { now: () => office.time.now })
    must(await submitComplaint(services, await office.visitor(), { submission: submission.parse(complete) }))
    expect(await dueMessages(services, 10)).toHaveLength(2)
  })

  it('is taken by one of many', async () => {
    const { reference } = await office.file()
    const id = await first()
    const claims = await Promise.all([1, 2, 3, 4].map(() => claimMessage(office.services, id)))
    const taken = claims.filter((claim) => claim !== null)
    expect(taken).toHaveLength(1)
    expect(taken[0]).toMatchObject({
      reference,
      attempts: 0,
      site: { id: 'shop' },
      message: { id, template: 'acknowledgement', address: 'ada@home.example' },
      linkToken: expect.stringMatching(/^rl_/),
    })
    expect(await dueMessages(office.services, 10)).not.toContain(id)
  })

  it('is due again when an attempt was not settled', async () => {
    await office.file()
    const id = await first()
    await claimMessage(office.services, id)
    office.time.pass(5 * 60_000)
    expect(await dueMessages(office.services, 10)).toContain(id)
    expect(await claimMessage(office.services, id)).toMatchObject({ attempts: 1 })
  })

  it('waits for its next attempt', async () => {
    await office.file()
    const id = await first()
    await claimMessage(office.services, id)
    await settleMessage(office.services, id, { state: 'queued', nextAttemptAt: later(office.time.now, HOUR) })
    expect(await claimMessage(office.services, id)).toBeNull()
    office.time.pass(HOUR)
    expect(await claimMessage(office.services, id)).toMatchObject({ attempts: 1 })
  })

  it('is gone once sent, and without its words once it failed', async () => {
    const services = createServices({ ...env, ENVIRONMENT: 'production' }, { now: () => office.time.now })
    await office.file()
    const [one, two] = await dueMessages(services, 10)
    await settleMessage(services, one ?? '', { state: 'sent' })
    await settleMessage(services, two ?? '', { state: 'failed' })
    expect(await dueMessages(services, 10)).toEqual([])
    const left = await env.DB.prepare('SELECT id, state, sealed FROM outbox').all()
    expect(left.results).toEqual([{ id: two, state: 'failed', sealed: null }])
    expect(await listMessages(services, 10)).toEqual([])
  })

  it('stays readable on a local installation', async () => {
    await office.file()
    const id = await first()
    await settleMessage(office.services, id, { state: 'sent' })
    expect(await findMessage(office.services, id)).toMatchObject({ state: 'sent', message: { id } })
    expect(await claimMessage(office.services, id)).toBeNull()
  })

  it('is not sent any more when its case was erased', async () => {
    await office.file()
    const id = await first()
    await env.DB.exec('UPDATE complaint SET case_key = NULL')
    expect(await claimMessage(office.services, id)).toBeNull()
    office.time.pass(HOUR)
    expect(await dueMessages(office.services, 10)).not.toContain(id)
  })
})
