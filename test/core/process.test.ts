import { describe, expect, it } from 'vitest'
import { finalOffer, letter, plan, refund, reviewed } from './support/stages.ts'
import { complaint } from './support/story.ts'
import { complainant, handler, reviewer, supervisor, system } from './support/world.ts'

describe('a case from its first step to its last', () => {
  it('goes through the twelve steps of the guides', () => {
    const story = complaint({ evidence: ['ev_1', 'ev_2'] })
      .step(system, 'record_delivery', { message: 'ms_ack', state: 'sent', channel: 'email', acknowledges: true })
      .step(supervisor, 'assign', { to: 'handler' })
      .step(handler, 'verify', { identity: true, contact: true, content: true })
      .step(handler, 'classify', { category: 'account_payment', nature: 'objective', risk: 'high' })
      .step(handler, 'set_points', { points: [{ text: 'Charged twice.' }] })
      .step(complainant, 'confirm_points', { agreed: true })
      .step(handler, 'decide_scope', { inScope: true })
      .step(handler, 'start_investigation')
      .step(handler, 'request_information', { of: 'complainant', question: 'On which day?' })
      .step(complainant, 'add_message', { message: 'On the second.', evidence: ['ev_3'] })
      .step(handler, 'finish_investigation', { summary: 'Two bookings.' })
      .step(handler, 'record_finding', { point: 'pt_1', result: 'upheld', reasons: 'The log.', reliesOn: ['ev_3'] })
      .step(handler, 'finish_assessment', { rootCause: 'system_fault', cause: 'A retry booked twice.' })
      .step(handler, 'propose_plan', plan({ remedies: [refund] }))
      .step(supervisor, 'approve_plan')
      .step(handler, 'offer_plan', letter)
      .told()
      .step(complainant, 'accept_plan')
      .step(handler, 'record_remedy', { remedy: 'rm_1', deliveredOn: '2026-03-02', note: 'Paid.', evidence: ['ev_4'] })
      .step(handler, 'report_outcome', { report: 'Paid back on Monday.' })
      .told()
      .step(complainant, 'confirm_outcome', { satisfied: true, rating: 5 })
      .told()
      .until('2026-04-01T09:00:00.000Z')
      .thenStage('closed')
      .thenCase({ outcome: 'resolved', breaches: [], clocks: [], notices: [] })
    const stages = story.events.flatMap((e) => e.facts.stage ?? [])
    expect(stages).toEqual([
      'review',
      'investigation',
      'assessment',
      'planning',
      'offered',
      'execution',
      'confirmation',
      'closed',
    ])
  })

  it('hears a complainant who rejects twice over and appeals', () => {
    finalOffer()
      .step(complainant, 'reject_plan', { reason: 'Still no interest.' })
      .thenCase({ outcome: 'unresolved', escalation: 2 })
      .step(complainant, 'appeal', { grounds: 'The terms promise interest.' })
      .step(reviewer, 'decide_appeal', { result: 'overturned', reasons: 'They do.' })
      .step(handler, 'propose_plan', plan({ remedies: [{ ...refund, content: 'The charge and the interest.' }] }))
      .step(handler, 'offer_plan', letter)
      .step(complainant, 'accept_plan')
      .step(handler, 'record_remedy', { remedy: 'rm_5', deliveredOn: '2026-03-02', note: 'Paid.' })
      .step(handler, 'report_outcome', { report: 'Paid, with interest.' })
      .when(complainant, 'confirm_outcome', { satisfied: true })
      .thenCase({ stage: 'closed', outcome: 'resolved' })
  })

  it('tells where else to turn when it is out of scope', () => {
    reviewed()
      .when(handler, 'decide_scope', {
        inScope: false,
        reasons: 'This is a matter of the tax office.',
        referral: 'other',
        body: 'The tax office',
      })
      .thenEvents('referral_recorded', 'scope_decided')
      .thenCase({ outcome: 'out_of_scope', referrals: [{ kind: 'other', state: 'made' }] })
  })
})
