import { hash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../worker/core/ledger.ts'
import { Api, type Filed } from '../support/api.ts'
import { openD1 } from '../support/d1File.ts'
import { startServer, type TestServer } from '../support/server.ts'

const ROUNDS = 4
const AT_ONCE = 6

/** Killed in the middle of submits: what was acknowledged is wholly there, and nothing is there by halves. */
describe('a Worker killed while complaints arrive', () => {
  let server: TestServer
  const acknowledged: Filed[] = []

  beforeAll(async () => {
    server = await startServer({ seed: 'people' })
  })
  afterAll(() => server.stop())

  it('keeps each acknowledged case whole, and no half of any other', async () => {
    const seed = Date.now()
    for (let round = 0; round < ROUNDS; round++) {
      const api = new Api(fetch, server.origin)
      const tokens = await Promise.all(
        Array.from({ length: AT_ONCE }, () =>
          api.intakeToken('pk_demo_trading', (text) => hash('sha256', text, 'hex')),
        ),
      )
      const submits = tokens.map((token, i) =>
        api
          .as(token)
          .expect<Filed>(
            'POST',
            '/v1/complaints',
            { language: 'en', narrative: `Crash round ${round}, complaint ${i}.`, anonymous: true, consent: true },
            { 'idempotency-key': `crash-${round}-${i}-key` },
          )
          .then((filed) => acknowledged.push(filed))
          .catch(() => undefined),
      )
      // After none, some or all of them, by the round: the kill falls between any two of their steps.
      await Promise.race([Promise.all(submits), ...submits.slice(0, round)])
      await server.kill()
      await Promise.all(submits)
      await server.restart()
    }
    expect(acknowledged.length, `seed ${seed}`).toBeGreaterThan(0)

    const api = new Api(fetch, server.origin)
    for (const filed of acknowledged) {
      const session = await api.expect<{ token: string }>('POST', '/v1/sessions', {
        reference: filed.reference,
        accessCode: filed.accessCode,
      })
      const mine = api.as(session.token)
      expect((await mine.view(filed.reference)).reference).toBe(filed.reference)
      const { data } = await mine.expect<{ data: never[] }>('GET', `/v1/complaints/${filed.reference}/events`)
      expect(await verify(filed.reference, data)).toMatchObject({ ok: true })
    }

    const db = openD1(server.state)
    const halves = db
      .prepare(
        `SELECT reference FROM complaint c
         WHERE version <> (SELECT count(*) FROM event e WHERE e.complaint = c.reference)
            OR NOT EXISTS (SELECT 1 FROM credential k WHERE k.complaint = c.reference) AND c.channel = 'web'`,
      )
      .all()
    const orphans = db
      .prepare('SELECT complaint FROM event WHERE complaint NOT IN (SELECT reference FROM complaint)')
      .all()
    db.close()
    expect({ halves, orphans }).toEqual({ halves: [], orphans: [] })
  })
})
