import { describe, expect, it } from 'vitest'
import { assigned, reviewed } from './support/stages.ts'
import { complainant, handler, MONDAY, supervisor, system } from './support/world.ts'

const points = { points: [{ text: 'Charged twice.' }, { text: 'The chat was closed.' }] }

describe('the preliminary review', () => {
  it('checks, classifies and lists the points, which the complainant confirms', () => {
    reviewed()
      .thenStage('review')
      .thenCase({
        category: 'account_payment',
        nature: 'objective',
        respondent: { department: 'markets', staff: null },
        points: [{ id: 'pt_1' }, { id: 'pt_2' }],
        pointsState: 'confirmed',
        requests: [{ about: 'points', state: 'answered' }],
      })
  })

  it('lists them anew when the complainant disputes them; the old question is not waited for', () => {
    assigned()
      .step(handler, 'set_points', points)
      .step(complainant, 'confirm_points', { agreed: false, comment: 'Two charges were wrong.' })
      .when(handler, 'decide_scope', { inScope: true })
      .thenRefused('points_unconfirmed')
      .step(handler, 'set_points', { points: [{ id: 'pt_1', text: 'Charged twice, twice.' }] })
      .step(handler, 'set_points', { points: [{ text: 'Charged three times.' }] })
      .thenCase({ requests: [{ state: 'answered' }, { state: 'lapsed' }, { state: 'open' }], points: [{ id: 'pt_3' }] })
      .when(complainant, 'confirm_points', { agreed: true })
      .thenCase({ pointsState: 'confirmed' })
  })

  it('goes on when the points are never confirmed', () => {
    assigned()
      .step(handler, 'set_points', points)
      .until('2026-03-17T09:00:00.000Z')
      .thenCase({ pointsState: 'unanswered' })
      .when(handler, 'decide_scope', { inScope: true })
      .thenEvents('scope_decided')
  })

  it('need not ask where the points are the complainant’s own words', () => {
    assigned()
      .step(handler, 'set_points', { ...points, ask: false })
      .thenCase({ pointsState: 'none', requests: [] })
      .when(handler, 'decide_scope', { inScope: true })
      .thenEvents('scope_decided')
      .thenStage('review')
  })

  it('accepts formally, and then investigates', () => {
    reviewed()
      .when(handler, 'start_investigation')
      .thenRefused('no_decision_yet')
      .step(handler, 'decide_scope', { inScope: true })
      .when(handler, 'start_investigation')
      .thenStage('investigation')
  })

  it('sends a simple case straight to planning, where its findings are recorded', () => {
    reviewed()
      .when(handler, 'decide_scope', { inScope: true, needsInvestigation: false })
      .thenStage('planning')
      .when(handler, 'record_finding', { point: 'pt_1', result: 'upheld', reasons: 'It is plain.' })
      .thenEvents('finding_recorded')
  })

  it('closes what is out of scope, with reasons and where else to turn', () => {
    reviewed()
      .when(handler, 'decide_scope', { inScope: false })
      .thenRefused({ refused: 'decision_incomplete', missing: ['reasons'] })
      .when(handler, 'decide_scope', {
        inScope: false,
        reasons: 'Another firm.',
        referral: 'ombudsman',
        body: 'The ombudsman',
      })
      .thenEvents('referral_recorded', 'scope_decided')
      .thenStage('closed')
      .thenCase({ outcome: 'out_of_scope', decision: { kind: 'scope', seniority: 1 }, referrals: [{ state: 'made' }] })
      .when(supervisor, 'reopen', { stage: 'review', reason: 'It was ours after all.' })
      .thenCase({ scope: null, decision: null, outcome: null })
      .when(handler, 'decide_scope', { inScope: true })
      .thenEvents('scope_decided')
  })

  it('does not stand still for a question that bounced', () => {
    const story = assigned()
    story.step(handler, 'set_points', points)
    expect(story.clock('review')?.pausedAt).toBe(MONDAY)
    story.when(system, 'record_delivery', { message: 'ms_2', state: 'bounced', channel: 'email', request: 'rq_1' })
    expect(story.clock('review')?.pausedAt).toBeNull()
  })
})

describe('a change of the facts', () => {
  it('raises the level with the risk', () => {
    assigned()
      .when(handler, 'classify', {
        category: 'fees',
        nature: 'subjective',
        risk: 'critical',
        reason: 'Many are affected.',
      })
      .thenEvents('classified', 'escalated')
      .thenCase({ escalation: 2 })
  })

  it('names a respondent from the directory with their department', () => {
    assigned()
      .step(supervisor, 'classify', {
        category: 'fees',
        nature: 'objective',
        risk: 'low',
        respondentStaff: 'colleague',
      })
      .thenCase({ respondent: { department: 'payments', staff: 'colleague' } })
      .when(handler, 'classify', { category: 'fees', nature: 'objective', risk: 'low', respondentStaff: 'nobody' })
      .thenRefused('unknown_staff')
  })
})
