import { describe, expect, it } from 'vitest'
import { compose, loadRegime } from '../../worker/core/pack.ts'
import { psd2 } from '../../worker/core/policies/psd2.ts'
import { standard } from '../../worker/core/policies/standard.ts'
import type { RefusalCode } from '../../worker/core/refusal.ts'
import {
  acknowledged,
  appealed,
  assessing,
  assigned,
  delivered,
  executing,
  letter,
  offered,
  plan,
  planning,
  ready,
  refund,
  reported,
  resolved,
  reviewed,
  submitted,
  withdrawn,
} from './support/stages.ts'
import { complaint, type Story } from './support/story.ts'
import {
  auditor,
  colleague,
  complainant,
  handler,
  juniorReviewer,
  member,
  people,
  reviewer,
  staffActor,
  supervisor,
  system,
} from './support/world.ts'

const earlier = () => complaint({}, { reference: 'RD-0000-0002-0', at: '2026-03-01T09:00:00.000Z' })
const later = () => complaint({}, { reference: 'RD-0000-0003-0', at: '2026-03-02T10:00:00.000Z' })
const boss = member('boss', 'service', 3, 'handler', 'supervisor', 'reviewer')
/** One complaint against the department in which everybody works. */
const small = () => complaint({ respondentDepartment: 'service' }, { staff: [boss] })

/**
 * Every reason a command can be refused for, and a story in which it is. A reason missing here does not compile; one that
 * no story can bring about has no place in the union.
 */
const refusals: { [Code in RefusalCode]: () => Story } = {
  not_permitted: () => assigned().when(complainant, 'note', { note: 'Mine.' }),
  not_assigned: () => assigned().when(colleague, 'verify', { identity: true, contact: true, content: true }),
  wrong_stage: () => assigned().when(complainant, 'accept_plan'),
  conflict_of_interest: () =>
    complaint({ respondentDepartment: 'payments' }).when(supervisor, 'assign', { to: 'colleague' }),
  same_person: () =>
    planning()
      .withStaff(...Object.values(people), boss)
      .step(supervisor, 'assign', { to: 'boss' })
      .step(
        staffActor(boss),
        'propose_plan',
        plan({ remedies: [{ ...refund, money: { amount: 60_000, currency: 'USD' } }] }),
      )
      .when(staffActor(boss), 'approve_plan'),
  took_part: () =>
    appealed(
      submitted()
        .withStaff(...Object.values(people), boss)
        .step(staffActor(boss), 'approve_plan')
        .step(handler, 'offer_plan', letter),
    ).when(staffActor(boss), 'decide_appeal', { result: 'stands', reasons: 'I was right.' }),
  not_senior_enough: () =>
    appealed().when(juniorReviewer, 'decide_appeal', { result: 'stands', reasons: 'It was right.' }),
  ineligible_staff: () => acknowledged().when(supervisor, 'assign', { to: 'auditor' }),
  unknown_staff: () => acknowledged().when(supervisor, 'assign', { to: 'nobody' }),
  someone_is_eligible: () =>
    assigned().when(supervisor, 'waive_independence', { staff: 'handler', purpose: 'handle', reason: 'Easier.' }),
  nobody_eligible: () => small().when(staffActor(boss), 'assign', { to: 'boss' }),
  scope_already_decided: () =>
    reviewed().step(handler, 'decide_scope', { inScope: true }).when(handler, 'decide_scope', { inScope: true }),
  points_missing: () => assigned().when(handler, 'decide_scope', { inScope: true }),
  points_unconfirmed: () =>
    assigned()
      .step(handler, 'set_points', { points: [{ text: 'Charged twice.' }] })
      .when(handler, 'decide_scope', { inScope: true }),
  point_without_finding: () =>
    assessing().when(handler, 'finish_assessment', { rootCause: 'fraud', cause: 'Unknown.' }),
  unknown_point: () =>
    assessing().when(handler, 'record_finding', { point: 'pt_9', result: 'upheld', reasons: 'Seen.' }),
  remedy_incomplete: () =>
    planning()
      .step(handler, 'propose_plan', plan({ remedies: [{ kind: 'apology', content: 'A letter.' }] }))
      .when(handler, 'offer_plan', letter),
  unknown_remedy: () =>
    executing().when(handler, 'record_remedy', { remedy: 'rm_9', deliveredOn: '2026-03-02', note: 'Done.' }),
  decision_incomplete: () => ready().when(handler, 'offer_plan', { timetable: 'Soon.' }),
  plan_missing: () => planning().when(handler, 'offer_plan', letter),
  plan_awaits_approval: () => submitted().when(handler, 'offer_plan', letter),
  plan_not_awaiting_approval: () => ready().when(supervisor, 'approve_plan'),
  nothing_to_answer: () => offered().when(handler, 'revise_plan', { reason: 'A better one.' }),
  nothing_to_confirm: () => delivered().when(complainant, 'confirm_outcome', { satisfied: true }),
  already_reported: () => reported().when(handler, 'report_outcome', { report: 'Again.' }),
  already_done: () => {
    const story = executing()
    const remedy = story.c.plan?.remedies[0]?.id ?? ''
    const done = { remedy, deliveredOn: '2026-03-02', note: 'Done.' }
    return story.step(handler, 'record_remedy', done).when(handler, 'record_remedy', done)
  },
  unknown_request: () => assigned().when(complainant, 'add_message', { message: 'Here.', request: 'rq_9' }),
  unknown_representative: () =>
    complaint({ representative: { name: 'Bo', relation: 'son' } }).when(complainant, 'revoke_representative', {
      representative: 'rp_9',
    }),
  unknown_evidence: () => assigned().when(complainant, 'add_message', { message: 'See.', evidence: ['ev_99'] }),
  too_much_evidence: () =>
    complaint({ evidence: Array.from({ length: 20 }, (_, i) => `ev_${i + 1}`) }).when(complainant, 'add_message', {
      message: 'One more.',
      evidence: ['ev_21'],
    }),
  unknown_category: () =>
    assigned().when(handler, 'classify', { category: 'weather', nature: 'objective', risk: 'low' }),
  nothing_to_appeal: () => assigned().when(complainant, 'appeal', { grounds: 'Too slow.' }),
  appeal_already_made: () =>
    appealed()
      .step(reviewer, 'decide_appeal', { result: 'stands', reasons: 'It was right.' })
      .when(complainant, 'appeal', { grounds: 'Once more.' }),
  appeal_window_passed: () => {
    const story = resolved()
    story.now = '2026-06-01T09:00:00.000Z'
    return story.when(complainant, 'appeal', { grounds: 'On reflection.' })
  },
  not_withdrawn: () => resolved().when(complainant, 'rescind_withdrawal'),
  withdrawal_window_passed: () => {
    const story = withdrawn()
    story.now = '2026-06-01T09:00:00.000Z'
    return story.when(complainant, 'rescind_withdrawal')
  },
  not_same_complainant: () =>
    assigned().beside(earlier(), false).when(handler, 'link_duplicate', { reference: 'RD-0000-0002-0' }),
  unknown_case: () => assigned().when(handler, 'link_duplicate', { reference: 'RD-0000-0002-0' }),
  leads: () => assigned().beside(later()).when(handler, 'link_duplicate', { reference: 'RD-0000-0003-0' }),
  already_linked: () =>
    assigned()
      .beside(earlier(), false)
      .step(handler, 'link_duplicate', { reference: 'RD-0000-0002-0', relation: 'related' })
      .when(handler, 'link_duplicate', { reference: 'RD-0000-0002-0', relation: 'related' }),
  not_linked: () => assigned().when(handler, 'unlink_duplicate', { reference: 'RD-0000-0002-0', reason: 'An error.' }),
  no_referral: () => offered().when(supervisor, 'close', { outcome: 'referred', reasons: 'The court has it.' }),
  no_decision_yet: () => assigned().when(supervisor, 'close', { outcome: 'unresolved', reasons: 'No time.' }),
  unknown_referral: () =>
    assigned().when(handler, 'record_referral', {
      referral: 'rf_9',
      kind: 'court',
      body: 'The court',
      madeOn: '2026-03-01',
    }),
  unknown_clock: () =>
    assigned().when(supervisor, 'extend_clock', { clock: 'review#9', until: '2026-03-09', reason: 'More to read.' }),
  clock_not_extendable: () =>
    complaint().when(supervisor, 'extend_clock', { clock: 'acknowledge#1', until: '2026-03-09', reason: 'Later.' }),
  not_later: () =>
    assigned().when(supervisor, 'extend_clock', { clock: 'review#1', until: '2026-03-03', reason: 'More to read.' }),
  promise_too_late: () =>
    complaint({}, { policy: compose(standard, { regimes: [loadRegime(psd2)] }) }).when(
      supervisor,
      'send_holding_response',
      { reasons: 'The bank has yet to answer.', until: '2026-12-31' },
    ),
  in_the_future: () =>
    executing().when(handler, 'record_remedy', { remedy: 'rm_1', deliveredOn: '2026-03-05', note: 'Will be done.' }),
  before_receipt: () =>
    assigned().when(handler, 'record_reply', {
      how: 'phone',
      receivedAt: '2026-03-01T09:00:00.000Z',
      reply: { type: 'withdraw' },
    }),
  unknown_hold: () => assigned().when(auditor, 'release_hold', { hold: 'hd_9', reason: 'Over.' }),
  nothing_due: () => assigned().when(system, 'run_clock', { clock: 'review#1' }),
  highest_level: () =>
    assigned()
      .step(complainant, 'request_escalation')
      .step(complainant, 'request_escalation')
      .when(complainant, 'request_escalation'),
  already_at_level: () =>
    assigned().step(complainant, 'request_escalation').when(handler, 'escalate', { to: 2, reason: 'Big.' }),
  no_contact: () => complaint({ complainant: {} }).when(supervisor, 'reissue_access'),
  anonymous_not_accepted: () => complaint({ anonymous: true }, { policy: { ...standard, anonymous: false } }),
  consent_missing: () => complaint({ consent: false }),
  on_hold: () => resolved().step(auditor, 'place_hold', { reason: 'A claim in court.' }).when(system, 'erase'),
  kept_until: () => resolved().when(system, 'erase'),
  erased: () => {
    const story = resolved()
    story.now = '2031-03-03T09:00:00.000Z'
    return story.step(system, 'erase').when(supervisor, 'reopen', { stage: 'review', reason: 'New facts.' })
  },
}

describe('every refusal has a story in which it is given', () => {
  it.each(Object.entries(refusals))('%s', (code, story) => {
    expect(story().refusal).toMatchObject({ refused: code })
  })
})
