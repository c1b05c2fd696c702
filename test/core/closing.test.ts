import { describe, expect, it } from 'vitest'
import {
  appealed,
  assigned,
  executing,
  letter,
  offered,
  outOfScope,
  plan,
  rejectedOnce,
  resolved,
  withdrawn,
} from './support/stages.ts'
import { auditor, complainant, handler, reviewer, supervisor, system } from './support/world.ts'

const court = { kind: 'court', body: 'The district court', madeOn: '2026-03-02' } as const

describe('a supervisor closes', () => {
  it('what another body has taken over', () => {
    assigned()
      .when(supervisor, 'close', { outcome: 'referred', reasons: 'The court has it.' })
      .thenRefused('no_decision_yet')
      .step(handler, 'record_referral', court)
      .when(supervisor, 'close', { outcome: 'referred', reasons: 'The court has it.' })
      .thenEvents('closed')
      .thenCase({ outcome: 'referred', decision: { kind: 'closing', seniority: 3 } })
  })

  it('what stays unresolved after its decision, but never an appeal', () => {
    rejectedOnce()
      .when(supervisor, 'close', { outcome: 'unresolved', reasons: 'No more.' })
      .thenCase({ outcome: 'unresolved' })
    appealed().when(supervisor, 'close', { outcome: 'unresolved', reasons: 'No more.' }).thenRefused('wrong_stage')
  })

  it('and leaves no question open and no clock behind', () => {
    const story = offered().step(complainant, 'question_plan', { question: 'When?' })
    story.step(handler, 'request_information', { of: 'counsel', question: 'May we?' })
    story.step(supervisor, 'close', { outcome: 'unresolved', reasons: 'No more.' }).told()
    expect(story.c.clocks.map((clock) => clock.kind)).toEqual(['appeal_window'])
    story
      .thenCase({ question: null })
      .until('2026-04-01T09:00:00.000Z')
      .thenEvents('appeal_window_lapsed')
      .thenCase({ clocks: [] })
  })
})

describe('a supervisor reopens', () => {
  it.each(['review', 'investigation', 'assessment', 'planning'] as const)(
    'at %s, and a new decision follows',
    (stage) => {
      resolved()
        .step(supervisor, 'reopen', { stage, reason: 'New facts.' })
        .thenStage(stage)
        .thenCase({ plan: null, report: null, decision: null, outcome: null, closedAt: null })
        .when(complainant, 'appeal', { grounds: 'Against what?' })
        .thenRefused('nothing_to_appeal')
    },
  )

  it('at execution only what is left to carry out', () => {
    resolved().when(supervisor, 'reopen', { stage: 'execution', reason: 'Again.' }).thenRefused('plan_missing')
    const story = executing()
      .step(complainant, 'withdraw')
      .step(supervisor, 'reopen', { stage: 'execution', reason: 'It is promised.' })
      .thenStage('execution')
    expect(story.allowed(handler)).toContain('record_remedy')
  })

  it('what was never in scope, from the points on', () => {
    outOfScope()
      .step(supervisor, 'reopen', { stage: 'planning', reason: 'Ours after all.' })
      .step(handler, 'record_finding', { point: 'pt_1', result: 'upheld', reasons: 'Seen.' })
      .step(handler, 'record_finding', { point: 'pt_2', result: 'upheld', reasons: 'Seen.' })
      .step(handler, 'propose_plan', plan())
      .when(handler, 'offer_plan', letter)
      .thenStage('offered')
  })

  it('without giving a second appeal', () => {
    appealed(resolved())
      .step(reviewer, 'decide_appeal', { result: 'stands', reasons: 'It was right.' })
      .step(supervisor, 'reopen', { stage: 'planning', reason: 'New facts.' })
      .when(complainant, 'appeal', { grounds: 'Again.' })
      .thenRefused('appeal_already_made')
  })
})

describe('a referral', () => {
  it('is asked for by the complainant, made by staff, and concluded with its result', () => {
    assigned()
      .step(complainant, 'request_referral', { kind: 'mediation' })
      .thenCase({ referrals: [{ id: 'rf_1', state: 'requested' }] })
      .when(handler, 'record_referral', { referral: 'rf_1', ...court, kind: 'mediation', madeOn: '2026-03-09' })
      .thenRefused('in_the_future')
      .step(handler, 'record_referral', { referral: 'rf_1', ...court, kind: 'mediation' })
      .thenCase({ referrals: [{ state: 'made' }] })
      .step(handler, 'record_referral', { referral: 'rf_1', ...court, kind: 'mediation', result: 'Settled.' })
      .thenCase({ referrals: [{ id: 'rf_1', state: 'concluded' }] })
  })
})

describe('the level', () => {
  it('is raised by staff one way only', () => {
    assigned()
      .when(handler, 'escalate', { to: 3, reason: 'A sign of fraud.' })
      .thenCase({ escalation: 3 })
      .when(handler, 'escalate', { to: 2, reason: 'Less.' })
      .thenRefused('highest_level')
  })

  it('is raised when the complainant asks', () => {
    assigned().when(complainant, 'request_escalation', { reason: 'Nobody answers.' }).thenCase({ escalation: 2 })
  })
})

describe('more time', () => {
  it('is told with reasons and a date ahead', () => {
    assigned()
      .when(handler, 'send_holding_response', { reasons: 'The bank is slow.', until: '2026-03-02' })
      .thenRefused({ refused: 'not_later', than: '2026-03-02' })
      .when(handler, 'send_holding_response', { reasons: 'The bank is slow.', until: '2026-03-20' })
      .thenEvents('holding_response_sent')
  })
})

describe('the record', () => {
  it('is kept five years from the closing, and longer under a hold; then nothing can change it', () => {
    const story = withdrawn().step(auditor, 'place_hold', { reason: 'A claim.' }).until('2031-03-02T08:00:00.000Z')
    story
      .when(system, 'erase')
      .thenRefused('on_hold')
      .step(auditor, 'release_hold', { hold: 'hd_1', reason: 'Settled.' })
      .when(system, 'erase')
      .thenRefused({ refused: 'kept_until', until: '2031-03-02T09:00:00.000Z' })
      .until('2031-03-02T09:00:00.000Z')
      .when(system, 'erase')
      .thenEvents('erased')
      .thenCase({ erasedAt: '2031-03-02T09:00:00.000Z', clocks: [] })
      .when(supervisor, 'reopen', { stage: 'review', reason: 'New facts.' })
      .thenRefused('erased')
    for (const actor of [complainant, handler, supervisor, auditor, system]) expect(story.allowed(actor)).toEqual([])
  })

  it('is corrected where it was wrong, and access is given anew', () => {
    assigned()
      .when(handler, 'rectify', { changes: { name: 'Ada Holloway-Li' }, reason: 'Misspelt.' })
      .thenEvents('rectified')
      .when(handler, 'reissue_access')
      .thenEvents('access_reissued')
      .when(handler, 'reissue_access', { to: 'rp_1' })
      .thenRefused('unknown_representative')
  })

  it('tells that somebody who lost their code asked for another, and got it', () => {
    assigned()
      .when(system, 'send_lost_access', { to: 'complainant', channel: 'email' })
      .thenEvents('access_reissued')
      .when(system, 'issue_code', { to: 'complainant', replaces: true })
      .thenEvents('code_issued')
      .when(handler, 'send_lost_access', { to: 'complainant', channel: 'email' })
      .thenRefused('not_permitted')
      .when(system, 'send_lost_access', { to: 'complainant', channel: 'phone' })
      .thenRefused('no_contact')
      .when(system, 'send_lost_access', { to: 'rp_1', channel: 'email' })
      .thenRefused('unknown_representative')
      .when(handler, 'issue_code', { to: 'complainant', replaces: true })
      .thenRefused('not_permitted')
  })

  it('has a contact confirmed by whoever opens the link sent there', () => {
    assigned()
      .when(system, 'confirm_contact', { channel: 'email' })
      .thenCase({ contact: { email: 'confirmed' } })
      .when(system, 'confirm_contact', { channel: 'email' })
      .thenRefused('nothing_to_confirm')
  })
})
