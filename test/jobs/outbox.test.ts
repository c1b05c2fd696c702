import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { claimMessage } from '../../worker/actions/outbox.ts'
import { openSession } from '../../worker/actions/sessions.ts'
import { queueStaffMail } from '../../worker/actions/staffMail.ts'
import type { OutboxJob } from '../../worker/env.ts'
import { consumeOutbox, deliverOutbox, sweepOutbox } from '../../worker/jobs/outbox.ts'
import { bounced, failed, retry } from '../../worker/notify/transports/types.ts'
import { Desk, Post } from './support.ts'

const MINUTE = 60_000

let desk: Desk
let post: Post

beforeAll(async () => {
  desk = await Desk.open()
})
beforeEach(() => {
  post = new Post()
})

const only = async (reference: string) => {
  const [row] = await desk.outbox(reference)
  if (!row) throw new Error('the outbox is empty')
  return row
}
const deliver = (id: string) => deliverOutbox(desk.services, [id], post)

describe('a message that arrives', () => {
  it('acknowledges the complaint, and is sent once however often it is asked for', async () => {
    const reference = await desk.file()
    const { id } = await only(reference)
    await deliver(id)
    await deliver(id)
    await sweepOutbox(desk.services, 100, post)
    expect(post.emails.filter((email) => email.id === id)).toHaveLength(1)
    expect(post.emails[0]).toMatchObject({ to: 'ada@example.test', from: { name: 'Site one' }, language: 'en' })
    expect(post.emails[0]?.subject).toContain(reference)
    expect(await desk.events(reference)).toEqual(['received', 'acknowledged'])
    expect(await only(reference)).toMatchObject({ state: 'sent', attempts: 1, next_attempt_at: null })
  })

  it('is sent once when two senders take it at the same moment', async () => {
    const reference = await desk.file()
    const { id } = await only(reference)
    await Promise.all([deliver(id), deliver(id), deliver(id)])
    expect(post.emails).toHaveLength(1)
    expect((await desk.events(reference)).filter((type) => type === 'acknowledged')).toHaveLength(1)
  })

  it('carries a link that confirms the address and opens nothing', async () => {
    const reference = await desk.file()
    await deliver((await only(reference)).id)
    const token = /#link=(\S+)/.exec(post.emails[0]?.text ?? '')?.[1] ?? ''
    expect(await openSession(desk.services, { link: token })).toEqual({ confirmed: 'email' })
    expect(await openSession(desk.services, { link: token })).toEqual({ failed: 'unauthenticated' })

    // Once it is confirmed, a link that opens the case goes there.
    const [, access] = await desk.outbox(reference)
    expect(access?.template).toBe('access')
    await deliver(access?.id ?? '')
    const next = /#link=(\S+)/.exec(post.emails[1]?.text ?? '')?.[1] ?? ''
    expect(await openSession(desk.services, { link: next })).toMatchObject({ reference, as: 'complainant' })
  })

  it('stops the clock of the notice it is', async () => {
    const reference = await desk.file()
    await deliver((await only(reference)).id)
    await desk.give('supervisor', reference, { type: 'assign', to: 'st_handler' })
    await desk.give('handler', reference, {
      type: 'decide_scope',
      inScope: false,
      needsInvestigation: false,
      reasons: 'Not ours.',
    })
    const notice = (await desk.outbox(reference)).at(-1)
    const waiting = await desk.view(reference)
    expect(waiting.clocks.map((clock) => clock.kind)).toContain('notify')
    await deliver(notice?.id ?? '')
    const told = await desk.view(reference)
    expect(told.clocks.map((clock) => clock.kind)).not.toContain('notify')
    expect(told.timeline.at(-1)).toMatchObject({ type: 'delivery_recorded', facts: { state: 'sent' } })
  })
})

describe('a message that does not', () => {
  it('is tried again later, and later again, and gets through', async () => {
    const reference = await desk.file()
    const { id } = await only(reference)
    post.answer = async () => retry('E_RATE_LIMIT_EXCEEDED')
    await deliver(id)
    expect(await only(reference)).toMatchObject({ state: 'queued', attempts: 1 })
    await deliver(id)
    expect(post.emails).toHaveLength(1)

    desk.pass(MINUTE)
    await deliver(id)
    desk.pass(4 * MINUTE)
    await deliver(id)
    expect(post.emails).toHaveLength(2)
    desk.pass(MINUTE)
    post.answer = async () => ({ sent: true })
    await sweepOutbox(desk.services, 100, post)
    expect(await only(reference)).toMatchObject({ state: 'sent', attempts: 3 })
    expect(new Set(post.emails.filter((email) => email.id === id).map((email) => email.text)).size).toBe(1)
    expect(await desk.events(reference)).toEqual(['received', 'acknowledged'])
  })

  it('fails for good after five days of trying, and staff see it', async () => {
    const reference = await desk.file()
    const { id } = await only(reference)
    const began = Date.parse(desk.now)
    post.answer = async () => retry('E_DELIVERY_FAILED')
    for (let row = await only(reference); row.next_attempt_at !== null; row = await only(reference)) {
      desk.now = row.next_attempt_at
      await deliver(id)
    }
    const days = (Date.parse(desk.now) - began) / 86_400_000
    expect(days).toBeGreaterThan(4)
    expect(days).toBeLessThanOrEqual(5)
    expect(await only(reference)).toMatchObject({ state: 'failed', attempts: 10 })
    expect((await desk.view(reference)).timeline.at(-1)).toMatchObject({
      type: 'delivery_recorded',
      facts: { state: 'failed', message: id },
      text: { detail: 'E_DELIVERY_FAILED' },
    })
  })

  it('is tried again after a fault of a transport', async () => {
    const reference = await desk.file()
    post.answer = () => Promise.reject(new Error('unforeseen'))
    await deliver((await only(reference)).id)
    expect(await only(reference)).toMatchObject({ state: 'queued', attempts: 1 })
  })

  it('is not tried again where nothing could mend it', async () => {
    const reference = await desk.file({ complainant: { phone: '+44 20 7946 0000' } })
    post.answer = async () => failed('no_sms_provider')
    await deliver((await only(reference)).id)
    expect(post.texts).toHaveLength(1)
    expect(await only(reference)).toMatchObject({ state: 'failed', attempts: 1 })
    expect(await desk.events(reference)).toEqual(['received', 'delivery_recorded'])
  })

  it('marks the address as bounced, and the question it carried as not asked', async () => {
    const reference = await desk.file()
    await deliver((await only(reference)).id)
    await desk.give('supervisor', reference, { type: 'assign', to: 'st_handler' })
    const asked = await desk.give('handler', reference, {
      type: 'request_information',
      of: 'complainant',
      question: 'When?',
    })
    expect(asked.awaiting).toBe('complainant')
    post.answer = async () => bounced('E_RECIPIENT_SUPPRESSED')
    await deliver((await desk.outbox(reference)).at(-1)?.id ?? '')
    const after = await desk.view(reference)
    expect(after.staff?.contact.email).toBe('bounced')
    expect(after.awaiting).toBe('organisation')
  })

  it('is sent again under the same id when the sender died in between', async () => {
    const reference = await desk.file()
    const { id } = await only(reference)
    // It took the message, and perhaps sent it; nothing more was heard of it.
    await claimMessage(desk.services, id)
    expect(await only(reference)).toMatchObject({ state: 'sending' })
    desk.pass(4 * MINUTE)
    await sweepOutbox(desk.services, 100, post)
    expect(post.emails.filter((email) => email.id === id)).toHaveLength(0)
    desk.pass(MINUTE)
    await sweepOutbox(desk.services, 100, post)
    expect(post.emails.filter((email) => email.id === id)).toHaveLength(1)
    expect(await only(reference)).toMatchObject({ state: 'sent' })
  })
})

describe('the queue', () => {
  const batchOf = (...ids: string[]) =>
    createMessageBatch<OutboxJob>(
      'redress-outbox',
      ids.map((message, i) => ({ id: `job${i}`, timestamp: new Date(), attempts: 1, body: { message } })),
    )

  it('acknowledges what was dealt with and asks again for what was not', async () => {
    const reference = await desk.file()
    // D1 refuses to bind undefined: an attempt that breaks.
    const batch = batchOf((await only(reference)).id, undefined as unknown as string, 'ms_unknown')
    await consumeOutbox(desk.services, batch, post)
    const result = await getQueueResult(batch, createExecutionContext())
    expect(result.explicitAcks).toEqual(['job0', 'job2'])
    expect(result.retryMessages).toEqual([{ msgId: 'job1' }])
    expect(await only(reference)).toMatchObject({ state: 'sent' })
  })
})

describe('mail to staff that belongs to no case', () => {
  const staff = { id: 'st_handler', name: 'Hana', email: 'hana@example.org', onlyCase: null }
  const letter = {
    template: 'staff_sign_in',
    params: { code: 'ABCD-EFGH-JKMN', minutes: 15 },
  } as const

  it('is sent once', async () => {
    const id = await queueStaffMail(desk.services, { staff, language: 'zh', letter })
    await deliver(id)
    await deliver(id)
    expect(post.emails).toHaveLength(1)
    expect(post.emails[0]).toMatchObject({ to: 'hana@example.org', subject: '您的登录验证码', language: 'zh-CN' })
    expect(post.emails[0]?.text).toContain(letter.params.code)
  })

  it('is swept when the queue lost it, but not once its code is dead', async () => {
    const swept = await queueStaffMail(desk.services, { staff, language: 'en', letter })
    await sweepOutbox(desk.services, 100, post)
    expect(post.emails.map((email) => email.id)).toContain(swept)
    const late = await queueStaffMail(desk.services, { staff, language: 'en', letter })
    desk.pass(16 * MINUTE)
    await sweepOutbox(desk.services, 100, post)
    expect(post.emails.map((email) => email.id)).not.toContain(late)
  })

  it('lies in the database unreadable', async () => {
    const id = await queueStaffMail(desk.services, { staff, language: 'en', letter })
    const row = await env.DB.prepare('SELECT sealed FROM staff_mail WHERE id = ?')
      .bind(id)
      .first<{ sealed: number[] }>()
    const bytes = new TextDecoder('latin1').decode(Uint8Array.from(row?.sealed ?? []))
    expect(bytes.length).toBeGreaterThan(200)
    expect(bytes).not.toContain('hana')
  })
})
