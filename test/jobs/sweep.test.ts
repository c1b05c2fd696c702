import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { runSweep } from '../../worker/jobs/sweep.ts'
import { Desk, Post } from './support.ts'

const HOUR = 3_600_000

let desk: Desk
beforeAll(async () => {
  desk = await Desk.open()
})

const sweep = (post = new Post()) => runSweep(desk.services, post)

describe('clocks that are due', () => {
  it('run once, however often and at the same time the sweep runs', async () => {
    const reference = await desk.file()
    desk.pass(24 * HOUR)
    await Promise.all([sweep(), sweep(), sweep()])
    await sweep()
    const events = await desk.events(reference)
    expect(events.filter((type) => type === 'clock_warned')).toHaveLength(1)
    expect(events.filter((type) => type === 'clock_breached')).toHaveLength(1)
    expect(events.filter((type) => type === 'acknowledged')).toHaveLength(1)
  })

  it('run late too: a missed deadline is told at once, to the supervisor as well', async () => {
    const reference = await desk.file()
    const post = new Post()
    await sweep(post)
    desk.pass(1000 * HOUR)
    await sweep(post)
    const view = await desk.view(reference)
    expect(view.timeline.map(({ type }) => type)).toEqual(['received', 'acknowledged', 'clock_breached', 'escalated'])
    expect(view.staff).toMatchObject({ escalation: 2, breaches: ['review'] })
    const told = post.emails.filter((email) => email.to === 'supervisor@example.org')
    expect(told.some((email) => email.subject.includes(reference))).toBe(true)
  })

  it('leave nothing behind that is due', async () => {
    await sweep()
    const { results } = await env.DB.prepare('SELECT reference FROM complaint WHERE sweep_at <= ?').bind(desk.now).all()
    expect(results).toEqual([])
  })
})

describe('what works no more', () => {
  const count = async (sql: string, ...values: string[]) =>
    (
      await env.DB.prepare(`SELECT count(*) AS n FROM ${sql}`)
        .bind(...values)
        .first<{ n: number }>()
    )?.n

  const upload = async (id: string, expiresAt: string | null, complaint: string | null) => {
    const object = `test/${id}`
    await env.EVIDENCE.put(object, 'bytes')
    await env.DB.prepare(
      `INSERT INTO evidence (id, site, owner, complaint, name, size, state, object, created_at, expires_at)
       VALUES (?, 'one', 'intake:x', ?, x'00', 5, 'complete', ?, ?, ?)`,
    )
      .bind(id, complaint, object, desk.now, expiresAt)
      .run()
    return object
  }

  it('removes uploads nobody attached, an hour after they expired, with their bytes', async () => {
    const [stale, fresh, attached] = [
      await upload('ev_stale', desk.now, null),
      await upload('ev_fresh', new Date(Date.parse(desk.now) + 2 * HOUR).toISOString(), null),
      await upload('ev_attached', null, 'RD-0000-0000-0'),
    ]
    await sweep()
    expect(await env.EVIDENCE.head(stale)).not.toBeNull()
    desk.pass(HOUR)
    await sweep()
    expect(await env.EVIDENCE.head(stale)).toBeNull()
    expect(await count('evidence WHERE id = ?', 'ev_stale')).toBe(0)
    for (const object of [fresh, attached]) expect(await env.EVIDENCE.head(object)).not.toBeNull()
    expect(await count('evidence')).toBe(2)
  })

  it('removes an upload that was never finished', async () => {
    const multipart = await env.EVIDENCE.createMultipartUpload('test/open')
    await multipart.uploadPart(1, 'part')
    await env.DB.prepare(
      `INSERT INTO evidence (id, site, owner, name, size, state, object, upload, created_at, expires_at)
       VALUES ('ev_open', 'one', 'intake:x', x'00', 5, 'open', 'test/open', ?, ?, ?)`,
    )
      .bind(multipart.uploadId, desk.now, desk.now)
      .run()
    desk.pass(HOUR)
    await sweep()
    expect(await count('evidence WHERE id = ?', 'ev_open')).toBe(0)
    await expect(multipart.uploadPart(2, 'more')).rejects.toThrow()
  })

  it('removes sessions, links and kept answers that have expired, and no others', async () => {
    await desk.file()
    const before = [await count('session'), await count('link')]
    expect(before[0]).toBeGreaterThan(0)
    await sweep()
    expect([
      await count('session WHERE expires_at > ?', desk.now),
      await count('link WHERE expires_at > ?', desk.now),
    ]).toEqual([await count('session'), await count('link')])
    expect(await count('link')).toBeGreaterThan(0)
    desk.pass(1000 * HOUR)
    await sweep()
    for (const table of ['session', 'staff_session', 'staff_code', 'staff_mail', 'idempotency'])
      expect(await count(`${table} WHERE expires_at <= ?`, desk.now)).toBe(0)
  })
})
