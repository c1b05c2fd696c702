import { describe, expect, it } from 'vitest'
import { standard } from '../../worker/core/policies/standard.ts'
import {
  apology,
  explained,
  finalOffer,
  letter,
  offered,
  plan,
  planning,
  ready,
  refund,
  rejectedOnce,
  submitted,
} from './support/stages.ts'
import { complainant, handler, member, people, staffActor, supervisor } from './support/world.ts'

describe('a plan', () => {
  it('is final at once when it is small', () => {
    ready()
      .thenStage('planning')
      .thenCase({ plan: { state: 'ready', proposedBy: 'handler', approvedBy: null } })
  })

  it('needs approval from an amount on, summed by currency', () => {
    const half = { ...refund, money: { amount: 30_000, currency: 'USD' } }
    planning()
      .step(handler, 'propose_plan', plan({ remedies: [half, half] }))
      .thenCase({ plan: { state: 'submitted' } })
      .step(
        handler,
        'propose_plan',
        plan({ remedies: [half, { ...half, money: { amount: 30_000, currency: 'EUR' } }] }),
      )
      .thenCase({ plan: { state: 'ready' } })
  })

  it('needs approval where the risk is high, even when the risk rose after it was proposed', () => {
    ready()
      .step(handler, 'classify', { category: 'fees', nature: 'objective', risk: 'high' })
      .when(handler, 'offer_plan', letter)
      .thenRefused('plan_awaits_approval')
      .step(handler, 'propose_plan', plan())
      .step(supervisor, 'approve_plan')
      .when(handler, 'offer_plan', letter)
      .thenStage('offered')
  })

  it('is never approved by whoever proposed it', () => {
    const both = member('both', 'service', 2, 'handler', 'supervisor')
    planning()
      .withStaff(...Object.values(people), both)
      .step(supervisor, 'assign', { to: 'both' })
      .step(
        staffActor(both),
        'propose_plan',
        plan({ remedies: [{ ...refund, money: { amount: 90_000, currency: 'USD' } }] }),
      )
      .when(staffActor(both), 'approve_plan')
      .thenRefused({ refused: 'same_person', proposedBy: 'both' })
      .when(staffActor(both), 'return_plan', { reason: 'Hm.' })
      .thenRefused('same_person')
      .when(supervisor, 'approve_plan', { note: 'Fine.' })
      .thenEvents('plan_approved')
      .thenCase({ plan: { state: 'ready', approvedBy: 'supervisor', seniority: 3 } })
  })

  it('goes back to its author with the reason', () => {
    submitted()
      .when(supervisor, 'return_plan', { reason: 'Too much.' })
      .thenEvents('plan_returned')
      .when(handler, 'offer_plan', letter)
      .thenRefused('plan_missing')
      .when(handler, 'propose_plan', plan())
      .thenCase({ plan: { id: 'pl_2', state: 'ready' } })
  })
})

describe('the written decision', () => {
  it('does not go out while a point lacks a finding', () => {
    ready()
      .step(handler, 'set_points', {
        points: [{ id: 'pt_1', text: 'Charged twice.' }, { text: 'Too slow.' }],
        ask: false,
      })
      .when(handler, 'offer_plan', letter)
      .thenRefused({ refused: 'point_without_finding', points: ['pt_3'] })
  })

  it('does not go out while a remedy has no owner or no date ahead', () => {
    const { due: _, ...undated } = refund
    planning()
      .step(handler, 'propose_plan', plan({ remedies: [undated, { ...apology, owner: undefined, due: '2026-03-01' }] }))
      .when(handler, 'offer_plan', letter)
      .thenRefused({
        refused: 'remedy_incomplete',
        remedies: [
          { remedy: 'rm_1', missing: ['due'] },
          { remedy: 'rm_2', missing: ['owner', 'due'] },
        ],
      })
  })

  it('says all that the policy asks for', () => {
    ready()
      .when(handler, 'offer_plan', { timetable: letter.timetable })
      .thenRefused({ refused: 'decision_incomplete', missing: ['how_to_appeal', 'whom_else'] })
  })

  it('shows the complainant the findings and the plan, and nothing else that was internal', () => {
    const story = ready().when(handler, 'offer_plan', letter).thenEvents('plan_offered').thenStage('offered')
    const published = story.c.published.map((seq) => story.events[seq - 1]?.type)
    expect(published).toEqual(['finding_recorded', 'finding_recorded', 'plan_proposed'])
    story.thenCase({ decision: { kind: 'offer' }, notices: [{ message: 'ms_1' }], plan: { final: false } })
  })
})

describe('the complainant replies to the offer', () => {
  it('accepts: the remedies are carried out', () => {
    offered().when(complainant, 'accept_plan').thenEvents('plan_accepted').thenStage('execution')
  })

  it('accepts an explanation: the case is closed as not upheld', () => {
    explained().when(complainant, 'accept_plan').thenStage('closed').thenCase({ outcome: 'not_upheld' })
  })

  it('asks: the time to reply stands still until the answer, however often they ask', () => {
    const story = offered()
    const due = story.clock('reply')?.dueAt ?? ''
    story.now = '2026-03-03T10:00:00.000Z'
    story.step(complainant, 'question_plan', { question: 'When?' })
    const answer = story.clock('answer')?.dueAt
    story.now = '2026-03-04T10:00:00.000Z'
    story.step(complainant, 'question_plan', { question: 'And how?' })
    expect(story.clock('answer')?.dueAt).toBe(answer)
    story.now = '2026-03-05T10:00:00.000Z'
    story.when(handler, 'message', { message: 'By the 20th.' }).thenCase({ question: null })
    expect(story.clock('answer')).toBeUndefined()
    expect(story.clock('reply')?.dueAt).toBe('2026-03-18T17:00:00.000Z')
    expect(due).toBe('2026-03-16T17:00:00.000Z')
  })

  it('asks what changes the plan: it is made anew, and no round is lost', () => {
    offered()
      .step(complainant, 'question_plan', { question: 'Why not by cheque?' })
      .when(handler, 'revise_plan', { reason: 'A cheque is possible.' })
      .thenStage('planning')
      .thenCase({ plan: null, question: null, rejections: 0 })
  })

  it('rejects with what they want instead: another round', () => {
    rejectedOnce()
      .thenStage('planning')
      .thenCase({ rejections: 1, plan: { state: 'rejected' } })
      .when(handler, 'offer_plan', letter)
      .thenRefused('plan_missing')
  })

  it('rejects the final offer: the case ends unresolved, at the next level', () => {
    const story = finalOffer().thenCase({ plan: { final: true } })
    expect(story.fact('plan_offered').round).toBe(2)
    story
      .when(complainant, 'reject_plan', { reason: 'Still no interest.', wish: { kind: 'compensation' } })
      .thenEvents('plan_rejected', 'escalated')
      .thenStage('closed')
      .thenCase({ outcome: 'unresolved', escalation: 2, wish: { kind: 'compensation', money: null } })
  })
})

describe('silence on an offer', () => {
  it('is reminded once, and after five working days more carries the plan out', () => {
    offered()
      .until('2026-03-16T17:00:00.000Z')
      .thenEvents('clock_warned', 'reply_reminded')
      .until('2026-03-23T17:00:00.000Z')
      .thenEvents('appeal_window_lapsed', 'offer_lapsed', 'clock_warned')
      .thenStage('execution')
      .thenCase({ plan: { state: 'accepted' } })
  })

  it('lets the offer lapse where the policy says so', () => {
    offered({}, { policy: { ...standard, silence: 'lapse' } })
      .until('2026-03-23T17:00:00.000Z')
      .thenStage('closed')
      .thenCase({ outcome: 'unresolved', plan: { state: 'lapsed' } })
  })

  it('on an explanation closes the case as not upheld', () => {
    explained().until('2026-03-23T17:00:00.000Z').thenStage('closed').thenCase({ outcome: 'not_upheld' })
  })

  it('is not silence while the letter has not arrived: somebody must tell them first', () => {
    const story = ready().step(handler, 'offer_plan', letter).until('2026-06-01T09:00:00.000Z').thenStage('offered')
    expect(story.c.breaches).toEqual(['notify'])
    story.step(handler, 'record_acknowledgement', { note: 'Read to them on the telephone.' })
    expect(story.clock('reply')).toMatchObject({ pausedAt: null, dueAt: '2026-06-12T17:00:00.000Z' })
  })
})
