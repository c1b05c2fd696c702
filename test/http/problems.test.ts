import { describe, expect, it } from 'vitest'
import type { Failure } from '../../worker/actions/types.ts'
import type { Refusal } from '../../worker/core/refusal.ts'
import type { HttpContext } from '../../worker/http/http.ts'
import { type Problem, problem, problemOf, respond, uploadProblem } from '../../worker/http/problem/problem.ts'
import { type ProblemCode, STATUS } from '../../worker/http/problem/status.ts'
import { LANGUAGES, type Language, pickLanguage, problems } from '../../worker/locales/index.ts'

interface Document {
  type: string
  title: string
  status: number
  detail: string
  code: string
  [more: string]: unknown
}

/** Only what `respond` asks of its context. */
const inWords = async (p: Problem, language: Language): Promise<Document> => {
  const answer = respond(
    {
      get: (name: string) => (name === 'language' ? language : 'r1'),
      body: (text: string, status: number, headers: Record<string, string>) => new Response(text, { status, headers }),
    } as unknown as HttpContext,
    p,
  )
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  return answer.json()
}

/** One of each refusal, with everything it carries. A new member of the union makes this incomplete, and fails. */
const REFUSALS: { [Code in Refusal['refused']]: Omit<Extract<Refusal, { refused: Code }>, 'refused'> } = {
  not_permitted: { needs: ['handler', 'supervisor'] },
  not_assigned: { assignee: null },
  wrong_stage: { stage: 'received', allowedIn: ['offered', 'confirmation'] },
  conflict_of_interest: { staff: 'st_1', conflict: 'department' },
  same_person: { proposedBy: 'st_1' },
  took_part: { staff: 'st_1' },
  not_senior_enough: { needsMoreThan: 5 },
  ineligible_staff: { staff: 'st_1', needs: ['reviewer'] },
  unknown_staff: { staff: 'st_1' },
  someone_is_eligible: { eligible: 2 },
  nobody_eligible: { purpose: 'appeal' },
  scope_already_decided: {},
  points_missing: {},
  points_unconfirmed: {},
  point_without_finding: { points: ['pt_1', 'pt_2'] },
  unknown_point: { point: 'pt_1' },
  remedy_incomplete: { remedies: [{ remedy: 'rm_1', missing: ['owner'] }] },
  unknown_remedy: { remedy: 'rm_1' },
  decision_incomplete: { missing: ['reasons', 'whom_else'] },
  plan_missing: {},
  plan_awaits_approval: {},
  plan_not_awaiting_approval: {},
  nothing_to_answer: {},
  nothing_to_confirm: {},
  already_reported: {},
  already_done: { remedy: 'rm_1' },
  unknown_request: { request: 'rq_1' },
  unknown_representative: { representative: 'rp_1' },
  unknown_evidence: { evidence: ['ev_1'] },
  too_much_evidence: { limit: 20 },
  unknown_category: { category: 'weather' },
  nothing_to_appeal: {},
  appeal_already_made: {},
  appeal_window_passed: { until: '2026-03-02T21:13:55.000Z' },
  not_withdrawn: {},
  withdrawal_window_passed: { until: '2026-03-02T21:13:55.000Z' },
  not_same_complainant: { reference: 'RD-0000-0000-0' },
  unknown_case: { reference: 'RD-0000-0000-0' },
  leads: { reference: 'RD-0000-0000-0' },
  already_linked: { reference: 'RD-0000-0000-0' },
  not_linked: { reference: 'RD-0000-0000-0' },
  no_referral: {},
  no_decision_yet: {},
  unknown_referral: { referral: 'rf_1' },
  unknown_clock: { clock: 'reply#1' },
  clock_not_extendable: { clock: 'reply#1' },
  not_later: { than: '2026-03-02' },
  promise_too_late: { latest: '2026-04-20' },
  in_the_future: {},
  before_receipt: { receivedAt: '2026-03-02T21:13:55.000Z' },
  unknown_hold: { hold: 'hd_1' },
  nothing_due: {},
  highest_level: {},
  already_at_level: { level: 2 },
  no_contact: {},
  anonymous_not_accepted: {},
  consent_missing: {},
  on_hold: {},
  kept_until: { until: '2031-03-02T21:13:55.000Z' },
  erased: {},
}

const FAILURES: Failure[] = [
  { failed: 'unauthenticated' },
  { failed: 'forbidden', needs: 'reports:read' },
  { failed: 'not_found' },
  { failed: 'stale', version: 7 },
  { failed: 'conflict' },
  { failed: 'idempotency_key_reused' },
  { failed: 'too_many_requests', retryAfter: 30 },
  { failed: 'challenge_failed' },
  { failed: 'unavailable' },
  { failed: 'upload_invalid', why: 'part_size', detail: { expected: 5, received: 4 } },
]

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(Object.keys(REFUSALS) as Refusal['refused'][])('%s says everything it knows', async (refused) => {
    const refusal = { refused, ...REFUSALS[refused] } as Refusal
    const document = await inWords(problemOf(refusal), language)
    expect(document).toMatchObject({ ...REFUSALS[refused], code: refused, type: `/docs#problem-${refused}` })
    expect(document.status).toBe(STATUS[refused])
    expect(`${document.title} ${document.detail}`).not.toMatch(/[{}]|undefined/)
  })

  it.each(FAILURES)('$failed says everything it knows', async (failure) => {
    const document = await inWords(problemOf(failure), language)
    expect(`${document.title} ${document.detail}`).not.toMatch(/[{}]|undefined/)
  })

  it('names stages, dates and parts in words', async () => {
    const detail = async (refusal: Refusal) => (await inWords(problemOf(refusal), language)).detail
    const stage = await detail({ refused: 'wrong_stage', stage: 'received', allowedIn: ['offered'] })
    expect(stage).toContain({ en: '“Received”', 'zh-CN': '“已收到”' }[language])
    const window = await detail({ refused: 'appeal_window_passed', until: '2026-03-02T21:13:55.000Z' })
    expect(window).toContain({ en: 'March 2, 2026', 'zh-CN': '2026年3月2日' }[language])
    const decision = await detail({ refused: 'decision_incomplete', missing: ['whom_else'] })
    expect(decision).toContain({ en: 'whom else to turn to', 'zh-CN': '可以求助的其他机构' }[language])
  })
})

it('asks every language for the same values', () => {
  const placesOf = (texts: object): string[] =>
    Object.entries(texts).flatMap(([key, text]) =>
      typeof text === 'string'
        ? [...text.matchAll(/\{\w+\}/g)].map(([place]) => `${key} ${place}`)
        : placesOf(text as object).map((inner) => `${key}.${inner}`),
    )
  expect(placesOf(problems['zh-CN']).toSorted()).toEqual(placesOf(problems.en).toSorted())
})

it('has no words for what does not exist', () => {
  expect(Object.keys(problems.en.problem).toSorted()).toEqual((Object.keys(STATUS) as ProblemCode[]).toSorted())
})

it('says when to come back', () => {
  expect(problemOf({ failed: 'too_many_requests', retryAfter: 30 }).headers).toMatchObject({ 'retry-after': '30' })
  expect(problemOf({ failed: 'unavailable' }).headers).toHaveProperty('retry-after')
})

it('names a refused file by what it is', async () => {
  const refused = uploadProblem('type_not_accepted', { found: 'program' })
  expect(await inWords(refused, 'en')).toMatchObject({
    status: 415,
    why: 'type_not_accepted',
    found: 'program',
    detail: expect.stringContaining('a program'),
  })
  expect((await inWords(refused, 'zh-CN')).detail).toContain('程序')
})

it('cannot be made to say another status or code by what it carries', async () => {
  const document = await inWords(problem('conflict', { extra: { status: 200, code: 'fine', type: 'x' } }), 'en')
  expect(document).toMatchObject({ status: 409, code: 'conflict', type: '/docs#problem-conflict' })
})

describe('the language of an Accept-Language header', () => {
  it.each([
    ['', 'en'],
    [undefined, 'en'],
    ['zh-CN', 'zh-CN'],
    ['zh-Hans-SG', 'zh-CN'],
    ['de, zh;q=0.9, en;q=0.8', 'zh-CN'],
    ['zh;q=0.1, en', 'en'],
    ['zh;q=0, en;q=0.1', 'en'],
    ['fr', 'en'],
    ['EN-gb', 'en'],
    ['*;q=0.5', 'en'],
    [';;q=,,', 'en'],
  ])('of %j is %s', (header, language) => {
    expect(pickLanguage(header)).toBe(language)
  })
})
