import { env, exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Answer, Api, type Filed, type View } from '../support/api.ts'
import { BUDGET, carryOut, type Desk, file, investigate, offer } from '../support/walk.ts'
import { installation } from '../support/worker/installation.ts'

/** The whole job through the HTTP API alone, as a partner's or an auditor's script would drive it. */
const api = new Api((url, init) => exports.default.fetch(new Request(url, init)), 'https://redress.test')
let site: string
let desk: Desk

beforeAll(async () => {
  const made = await installation(env)
  site = made.publicKey
  desk = {
    handler: api.as(made.tokens.handler),
    handlerId: made.ids.handler,
    supervisor: api.as(made.tokens.supervisor),
    reviewer: api.as(made.tokens.reviewer),
  }
})

const types = (view: View) => view.timeline.map((entry) => entry.type)

describe('a complaint, from the submission to a satisfied close', () => {
  it('goes through all twelve steps', async () => {
    const { filed, complainant } = await file(api, site)
    const { reference } = filed
    expect(reference).toMatch(/^RD-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/)
    expect(filed.accessCode.replaceAll('-', '').length * 5).toBeGreaterThanOrEqual(128)
    expect(filed.promises.map((p) => p.kind)).toContain('acknowledge')

    const received = await complainant.view(reference)
    expect(received).toMatchObject({ stage: 'received', awaiting: 'organisation', outcome: null })
    expect(received.evidence.map((e) => e.name).sort()).toEqual(['screen.png', 'statement.txt'])

    await investigate(reference, complainant, desk)
    const before = await complainant.view(reference)
    expect(before.stage).toBe('planning')
    expect(before.points.map((p) => p.finding)).toEqual([null, null])
    expect(before.plan).toBeNull()

    await offer(reference, desk)
    const decided = await complainant.view(reference)
    expect(decided).toMatchObject({ stage: 'offered', awaiting: 'complainant' })
    expect(decided.points.map((p) => p.finding?.result)).toEqual(['upheld', 'upheld'])
    expect(decided.plan).toMatchObject({ final: false, state: 'offered' })
    const ledger = await complainant.expect('GET', `/v1/complaints/${reference}/events`)
    for (const told of [decided, ledger]) expect(JSON.stringify(told)).not.toContain(String(BUDGET))
    expect(JSON.stringify(await desk.handler.view(reference))).toContain(String(BUDGET))
    expect(decided.allowed).toEqual(expect.arrayContaining(['accept_plan', 'question_plan', 'reject_plan', 'appeal']))

    await complainant.give(reference, 'question_plan', { question: 'To which account?' })
    expect((await desk.handler.view(reference)).awaiting).toBe('organisation')
    await desk.handler.give(reference, 'message', { message: 'To the account it was taken from.' })
    expect((await complainant.give(reference, 'accept_plan')).stage).toBe('execution')
    await carryOut(reference, desk)
    const closed = await complainant.give(reference, 'confirm_outcome', {
      satisfied: true,
      rating: 5,
      comment: 'Thank you.',
    })
    expect(closed).toMatchObject({ stage: 'closed', outcome: 'resolved' })
    expect(types(closed)).not.toContain('noted')
  })
})

describe('a complaint whose plans are refused', () => {
  it('is heard on appeal, gets a new plan and closes', async () => {
    const { filed, complainant } = await file(api, site)
    const { reference } = filed
    await investigate(reference, complainant, desk)
    await offer(reference, desk, 5_000)
    const rejected = await complainant.give(reference, 'reject_plan', {
      reason: 'That is a quarter of what is missing.',
      wish: { kind: 'refund', money: { amount: 20_000, currency: 'USD' } },
    })
    expect(rejected.stage).toBe('planning')
    const second = await offer(reference, desk, 8_000)
    expect(second.plan).toMatchObject({ final: true })

    const appealed = await complainant.give(reference, 'appeal', { grounds: 'You admit the fault and keep the money.' })
    expect(appealed).toMatchObject({ stage: 'appeal', awaiting: 'organisation' })
    const overturned = await desk.reviewer.give(reference, 'decide_appeal', {
      result: 'overturned',
      reasons: 'Nothing in the terms allows keeping it.',
    })
    expect(overturned.stage).toBe('planning')
    const last = await offer(reference, desk, 20_000)
    expect(last.plan).toMatchObject({ final: true, state: 'offered' })
    expect(last.allowed).not.toContain('appeal')
    await complainant.give(reference, 'accept_plan')
    await carryOut(reference, desk)
    const closed = await complainant.give(reference, 'confirm_outcome', { satisfied: true })
    expect(closed).toMatchObject({
      stage: 'closed',
      outcome: 'resolved',
      appeal: { decided: { result: 'overturned' } },
    })
  })
})

describe('a complaint outside what the organisation can decide', () => {
  it('is told why and where to turn', async () => {
    const { filed, complainant } = await file(api, site)
    const { reference } = filed
    await desk.supervisor.give(reference, 'assign', { to: desk.handlerId })
    const out = await desk.handler.give(reference, 'decide_scope', {
      inScope: false,
      reasons: 'The machine belongs to another bank.',
      referral: 'ombudsman',
      body: 'Financial Ombudsman Service',
    })
    expect(out).toMatchObject({ stage: 'closed', outcome: 'out_of_scope' })
    const seen = await complainant.view(reference)
    expect(seen.referrals).toEqual([
      expect.objectContaining({ kind: 'ombudsman', body: 'Financial Ombudsman Service' }),
    ])
    const told = seen.timeline.find((entry) => entry.type === 'scope_decided')
    expect(told?.text).toMatchObject({ reasons: 'The machine belongs to another bank.' })
    expect(seen.allowed).toContain('appeal')
  })
})

describe('the answer to a submission', () => {
  it('is the same for the same key, and refused for another body', async () => {
    const visitor = api.as(await api.intakeToken(site))
    const body = { language: 'en', narrative: 'Twice.', consent: true, anonymous: true }
    const key = { 'idempotency-key': crypto.randomUUID() }
    const first: Answer<Filed> = await visitor.request('POST', '/v1/complaints', body, key)
    const again: Answer<Filed> = await visitor.request('POST', '/v1/complaints', body, key)
    expect(first.status).toBe(201)
    expect(again).toMatchObject({ status: 201, body: first.body })
    const other = await visitor.request('POST', '/v1/complaints', { ...body, narrative: 'Thrice.' }, key)
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } })
  })
})
