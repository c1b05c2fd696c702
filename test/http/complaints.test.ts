import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../worker/core/ledger.ts'
import { verifyReceipt } from '../../worker/vault/receipt.ts'
import type { Problem } from '../support/api.ts'
import type { Installation } from '../support/worker/installation.ts'
import { api, COMPLAINT, call, type Filed, fileComplaint, install, intakeToken } from './support.ts'

let one: Installation

beforeAll(async () => {
  one = await install()
})

const cases = async () => (await env.DB.prepare('SELECT count(*) AS n FROM complaint').first<{ n: number }>())?.n ?? 0

describe('a submission', () => {
  it('is answered with number, code, promises and a receipt that anyone can check', async () => {
    const { reference, accessCode, receipt, evidence } = await fileComplaint(one.publicKey)
    expect(reference).toMatch(/^RD-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/)
    expect(accessCode).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
    const keys = await (await call('/.well-known/jwks.json')).json()
    const verdict = await verifyReceipt(receipt, keys as Parameters<typeof verifyReceipt>[1])
    expect(verdict).toMatchObject({ ok: true, payload: { reference, files: [{ id: evidence }] } })
  })

  it('says where the case is', async () => {
    const intake = await intakeToken(one.publicKey)
    const filed = await api(intake).request<Filed>('POST', '/v1/complaints', COMPLAINT)
    expect(filed.status).toBe(201)
    expect(filed.headers.get('location')).toBe(`/v1/complaints/${filed.body.reference}`)
  })

  it('is taken once, however often it is sent with one key, and answered the same', async () => {
    const intake = await intakeToken(one.publicKey)
    const before = await cases()
    const key = { 'idempotency-key': 'submit-1' }
    const send = () => api(intake).request<Filed>('POST', '/v1/complaints', COMPLAINT, key)
    const [first, second] = await Promise.all([send(), send()])
    const third = await send()
    expect([first.status, second.status, third.status]).toEqual([201, 201, 201])
    expect(second.body).toEqual(first.body)
    expect(third.body).toEqual(first.body)
    expect(await cases()).toBe(before + 1)
    const other = await api(intake).request('POST', '/v1/complaints', { ...COMPLAINT, subject: 'Other' }, key)
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } })
  })

  it('uses up its intake token', async () => {
    const intake = await intakeToken(one.publicKey)
    await api(intake).expect('POST', '/v1/complaints', COMPLAINT)
    const again = await api(intake).request<Problem>('POST', '/v1/complaints', COMPLAINT)
    expect(again.status).toBeGreaterThanOrEqual(400)
  })

  it.each([
    [{ ...COMPLAINT, narrative: undefined }, '/narrative', 'required'],
    [{ ...COMPLAINT, narrative: ' \n' }, '/narrative', 'blank'],
    [{ ...COMPLAINT, narrative: 'x'.repeat(20_001) }, '/narrative', 'too_long'],
    [{ ...COMPLAINT, complainant: { email: 'nobody' } }, '/complainant/email', 'format'],
    [{ ...COMPLAINT, complainant: { mail: 'a@example.org' } }, '/complainant/mail', 'unknown_field'],
    [{ ...COMPLAINT, wish: { kind: 'revenge' } }, '/wish/kind', 'not_in_list'],
    [
      { ...COMPLAINT, wish: { kind: 'refund', money: { amount: -1, currency: 'USD' } } },
      '/wish/money/amount',
      'too_small',
    ],
    [{ ...COMPLAINT, evidence: Array.from({ length: 21 }, () => 'ev_1') }, '/evidence', 'too_many'],
    [{ ...COMPLAINT, 'a/b~c': 1 }, '/a~1b~0c', 'unknown_field'],
  ])('that is wrong is answered by the field (%#)', async (body, pointer, code) => {
    const intake = await intakeToken(one.publicKey)
    const { status, body: problem } = await api(intake).request<Problem>('POST', '/v1/complaints', body)
    expect(status).toBe(422)
    expect(problem).toMatchObject({ code: 'invalid', errors: [{ pointer, code }] })
  })

  it('without consent, and one without a name where that is not taken, are refused by their own codes', async () => {
    const intake = await intakeToken(one.publicKey)
    expect(await api(intake).request('POST', '/v1/complaints', { ...COMPLAINT, consent: false })).toMatchObject({
      status: 422,
      body: { code: 'consent_missing' },
    })
  })

  it('by a partner carries no code and no session, and not to another site', async () => {
    const filed = await api(one.tokens.partner).expect<Filed>('POST', '/v1/complaints', COMPLAINT)
    expect(filed).toMatchObject({ accessCode: null, session: null })
    const elsewhere = await api(one.tokens.partner).request('POST', '/v1/complaints', {
      ...COMPLAINT,
      siteKey: 'pk_test_two',
    })
    expect(elsewhere.status).toBeGreaterThanOrEqual(400)
  })
})

describe('a case', () => {
  it('is served with a tag, and not again to whom it has not changed', async () => {
    const { reference, as } = await fileComplaint(one.publicKey)
    const first = await as.request('GET', `/v1/complaints/${reference}`)
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"/)
    expect(first.headers.get('cache-control')).toBe('no-store')
    for (const tag of [etag, `"other", ${etag}`, etag.slice(2), '*']) {
      const again = await as.request('GET', `/v1/complaints/${reference}`, undefined, { 'if-none-match': tag })
      expect(again).toMatchObject({ status: 304, body: null })
    }
    await as.give(reference, 'add_message', { message: 'more' })
    const changed = await as.request('GET', `/v1/complaints/${reference}`, undefined, { 'if-none-match': etag })
    expect(changed.status).toBe(200)
    expect(changed.headers.get('etag')).not.toBe(etag)
  })

  it('is found by its number as people type it', async () => {
    const { reference, as } = await fileComplaint(one.publicKey)
    const typed = reference.replaceAll('-', '').toLowerCase()
    expect((await as.view(typed)).reference).toBe(reference)
  })

  it('is opened by number and code, and looks the same to whoever has neither right', async () => {
    const { reference, accessCode } = await fileComplaint(one.publicKey)
    const other = await fileComplaint(one.publicKey)
    const open = (given: object) => api().request<Problem & { token: string }>('POST', '/v1/sessions', given)
    const opened = await open({ reference: reference.toLowerCase(), accessCode: accessCode.replaceAll('-', ' ') })
    expect(opened).toMatchObject({ status: 201, body: { reference, as: 'complainant' } })
    expect((await api(opened.body.token).view(reference)).reference).toBe(reference)
    const answers = await Promise.all([
      open({ reference, accessCode: other.accessCode }),
      open({ reference: 'RD-0000-0000-0', accessCode }),
      open({ reference: 'nothing', accessCode: 'nothing' }),
      open({ link: 'rl_0nothing' }),
    ])
    const bodies = answers.map(({ body: { requestId: _, ...rest } }) => rest)
    expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1)
    expect(bodies[0]).toMatchObject({ status: 401, code: 'unauthenticated' })
  })

  it('shows nothing once its session has ended', async () => {
    const { reference, session } = await fileComplaint(one.publicKey)
    const headers = { authorization: `Bearer ${session.token}` }
    expect((await call('/v1/sessions', { method: 'DELETE', headers })).status).toBe(204)
    expect((await call('/v1/sessions', { method: 'DELETE', headers })).status).toBe(204)
    expect((await call(`/v1/complaints/${reference}`, { headers })).status).toBe(401)
  })
})

describe('a command', () => {
  it('on a version that has moved on is refused with the version there is', async () => {
    const { reference, as } = await fileComplaint(one.publicKey)
    const { version } = await as.view(reference)
    await as.give(reference, 'add_message', { message: 'one', expectedVersion: version })
    const stale = await as.refusal(reference, 'add_message', { message: 'two', expectedVersion: version })
    expect(stale).toMatchObject({ status: 409, body: { code: 'stale', version: (await as.view(reference)).version } })
  })

  it('is given once, however often it is sent with one key', async () => {
    const { reference, as } = await fileComplaint(one.publicKey)
    const send = () =>
      as.request<{ version: number }>(
        'POST',
        `/v1/complaints/${reference}/commands`,
        { type: 'add_message', message: 'once' },
        { 'idempotency-key': 'command-1' },
      )
    const [first, second] = await Promise.all([send(), send()])
    expect([first.status, second.status]).toEqual([200, 200])
    const said = (await as.view(reference)).timeline.filter(({ type }) => type === 'message_added')
    expect(said).toHaveLength(1)
  })

  it.each([
    [{}, '/type', 'required'],
    [{ type: 'make_tea' }, '/type', 'unknown_value'],
    [{ type: 'run_clock', clock: 'x' }, '/type', 'unknown_value'],
    [{ type: 'add_message' }, '/message', 'required'],
    [{ type: 'add_message', message: 'x', mood: 'bad' }, '/mood', 'unknown_field'],
    [{ type: 'add_message', message: 'x', expectedVersion: '1' }, '/expectedVersion', 'wrong_type'],
    [{ type: 'reject_plan', reason: 'x', wish: { kind: 'other', extra: 1 } }, '/wish/extra', 'unknown_field'],
  ])('%j is answered by the field', async (body, pointer, code) => {
    const { reference, as } = await fileComplaint(one.publicKey)
    const answer = await as.request<Problem>('POST', `/v1/complaints/${reference}/commands`, body)
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid', errors: [{ pointer, code }] } })
  })

  it('that is not for this stage says which it is for, in the caller’s language', async () => {
    const { reference, as } = await fileComplaint(one.publicKey)
    const path = `/v1/complaints/${reference}/commands`
    const answer = await as.request<Problem>('POST', path, { type: 'accept_plan' }, { 'accept-language': 'zh-CN' })
    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'wrong_stage', stage: 'received', title: '当前阶段不可进行' },
    })
    expect(answer.headers.get('content-language')).toBe('zh-CN')
  })
})

describe('the ledger', () => {
  it('verifies from the complainant’s side, where staff’s own entries are a hash alone', async () => {
    const { reference, as } = await fileComplaint(one.publicKey)
    await api(one.tokens.supervisor).give(reference, 'assign', { to: one.ids.handler })
    await api(one.tokens.handler).give(reference, 'note', { note: 'for us alone' })
    const read = (path: string) => as.expect<{ data: object[]; next: number | null }>('GET', path)
    const { data } = await read(`/v1/complaints/${reference}/events`)
    expect(JSON.stringify(data)).not.toContain('for us alone')
    expect(data.some((entry) => !('facts' in entry))).toBe(true)
    expect(await verify(reference, data as Parameters<typeof verify>[1])).toMatchObject({ ok: true })
    const first = await read(`/v1/complaints/${reference}/events?limit=1`)
    expect(first).toMatchObject({ data: [{ seq: 1 }], next: 1 })
    const rest = await read(`/v1/complaints/${reference}/events?after=1`)
    expect([...first.data, ...rest.data]).toEqual(data)
  })
})

describe('a list', () => {
  it('pages through a partner’s own cases', async () => {
    const partner = api(one.tokens.partner)
    for (let i = 0; i < 3; i++) {
      await partner.expect('POST', '/v1/complaints', { ...COMPLAINT, category: 'privacy', externalReference: `X-${i}` })
    }
    const found: string[] = []
    for (let path: string | null = '/v1/complaints?category=privacy&limit=2'; path; ) {
      const page: { data: { reference: string }[]; next: string | null } = await partner.expect('GET', path)
      found.push(...page.data.map(({ reference }) => reference))
      path = page.next && `/v1/complaints?category=privacy&limit=2&cursor=${encodeURIComponent(page.next)}`
    }
    expect(new Set(found).size).toBe(3)
    const own = await partner.expect<{ data: object[] }>('GET', '/v1/complaints?externalReference=X-1')
    expect(own.data).toHaveLength(1)
  })

  it.each(['limit=0', 'limit=x', 'stage=nowhere', 'colour=red', 'updatedSince=yesterday'])(
    'refuses %s',
    async (query) => {
      const answer = await api(one.tokens.partner).request<Problem>('GET', `/v1/complaints?${query}`)
      expect(answer).toMatchObject({ status: 422, body: { code: 'invalid' } })
    },
  )
})

it('counts for reports what a partner may report on, and asks for the scope', async () => {
  const answer = await api(one.tokens.partner).request('GET', '/v1/reports/summary')
  expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden', needs: 'reports:read' } })
  const summary = await api(one.tokens.auditor).expect<{ counts: Record<string, Record<string, number>> }>(
    'GET',
    '/v1/reports/summary',
  )
  expect(summary.counts.fees?.received).toBeGreaterThan(0)
})

it('keeps the evidence of a submission with the case', async () => {
  const { reference, as, evidence } = await fileComplaint(one.publicKey)
  const [file] = (await as.view(reference)).evidence
  expect(file).toMatchObject({ id: evidence, name: 'pixel.png' })
})
