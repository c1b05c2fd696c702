import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { giveCommand } from '../../worker/actions/giveCommand.ts'
import { createServices } from '../../worker/actions/services.ts'
import { submitComplaint } from '../../worker/actions/submitComplaint.ts'
import type { Credential } from '../../worker/actions/types.ts'
import { submission } from '../../worker/core/decide/index.ts'
import { command, complete, DAY, must, Office } from '../support/worker/office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})

const submit = (by: Credential, key: string, changes: object = {}, services = office.services) => {
  const sent = { ...complete, ...changes }
  return submitComplaint(services, by, {
    submission: submission.parse(sent),
    idempotency: { key, body: JSON.stringify(sent) },
  })
}

const cases = async () => (await env.DB.prepare('SELECT count(*) AS n FROM complaint').first<{ n: number }>())?.n ?? 0

describe('a submission repeated under its Idempotency-Key', () => {
  it('is answered the same, number and code included', async () => {
    const visitor = await office.visitor()
    const first = must(await submit(visitor, 'once'))
    const before = await cases()
    expect(await submit(visitor, 'once')).toEqual(first)
    expect(await cases()).toBe(before)
  })

  it('is refused with another body', async () => {
    const visitor = await office.visitor()
    must(await submit(visitor, 'same'))
    expect(await submit(visitor, 'same', { subject: 'Another' })).toEqual({ failed: 'idempotency_key_reused' })
  })

  it('is another submission under the key of another caller', async () => {
    const one = must(await submit(await office.visitor(), '1'))
    const two = must(await submit(await office.visitor(), '1'))
    expect(two.reference).not.toBe(one.reference)
  })

  it('becomes one case when it arrives several times at once', async () => {
    const partner = await office.partner('shop', 'complaints:write')
    const before = await cases()
    const answers = await Promise.all(Array.from({ length: 10 }, () => submit(partner, 'at once')))
    expect(await cases()).toBe(before + 1)
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toHaveProperty('reference')
  })

  it('is answered although the first answer never arrived', async () => {
    const partner = await office.partner('shop', 'complaints:write')
    const lossy = new Proxy(env.DB, {
      get: (db, name: keyof D1Database) =>
        name === 'batch'
          ? async (statements: D1PreparedStatement[]) => {
              const results = await db.batch(statements)
              if (results.some(({ meta }) => meta.changes > 0)) throw new Error('D1_ERROR: Network connection lost.')
              return results
            }
          : (db[name] as (...args: unknown[]) => unknown).bind(db),
    })
    const services = createServices({ ...env, DB: lossy } as typeof env, { now: () => office.time.now })
    const before = await cases()
    const answer = must(await submit(partner, 'lost', {}, services))
    expect(await cases()).toBe(before + 1)
    expect(must(await submit(partner, 'lost')).reference).toBe(answer.reference)
  })

  it('is a new one after 24 hours', async () => {
    const partner = await office.partner('shop', 'complaints:write')
    const first = must(await submit(partner, 'daily'))
    office.time.pass(DAY)
    expect(must(await submit(partner, 'daily')).reference).not.toBe(first.reference)
  })
})

describe('a command repeated under its Idempotency-Key', () => {
  const note = (reference: string, key: string, text: string) =>
    giveCommand(office.services, office.staff('supervisor'), reference, command('note', { note: text }), {
      idempotency: { key, body: text },
    })

  it('is given once, and answered with the case', async () => {
    const { reference } = await office.file()
    const first = must(await note(reference, 'n1', 'Call back.'))
    expect(must(await note(reference, 'n1', 'Call back.')).version).toBe(first.version)
    expect(await note(reference, 'n1', 'Another.')).toEqual({ failed: 'idempotency_key_reused' })
  })

  it('is given once when it arrives several times at once', async () => {
    const { reference } = await office.file()
    const answers = await Promise.all(Array.from({ length: 10 }, () => note(reference, 'n2', 'Call back.')))
    const views = answers.map((answer) => must(answer))
    const notes = views.map(({ timeline }) => timeline.filter(({ type }) => type === 'noted').length)
    expect(new Set(notes)).toEqual(new Set([1]))
  })
})
