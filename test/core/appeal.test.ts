import { describe, expect, it } from 'vitest'
import {
  appealed,
  executing,
  finalOffer,
  letter,
  offered,
  outOfScope,
  plan,
  rejectedOnce,
  reported,
  resolved,
} from './support/stages.ts'
import type { Story } from './support/story.ts'
import {
  complainant,
  handler,
  juniorReviewer,
  member,
  people,
  reviewer,
  staffActor,
  supervisor,
} from './support/world.ts'

const stands = { result: 'stands', reasons: 'It was right.' } as const
const overturned = { result: 'overturned', reasons: 'The interest was overlooked.' } as const

describe('an appeal', () => {
  const from: [string, () => Story][] = [
    ['an open offer', offered],
    ['planning, after a rejection', rejectedOnce],
    ['execution', executing],
    ['confirmation', reported],
    ['closed', resolved],
    ['closed, out of scope', outOfScope],
  ]

  it.each(from)('from %s goes back there when the decision stands', (_, at) => {
    const story = at()
    const { stage, outcome } = story.c
    story
      .step(complainant, 'appeal', { grounds: 'No interest was paid.' })
      .thenStage('appeal')
      .thenCase({ outcome: null, closedAt: null })
      .when(reviewer, 'decide_appeal', stands)
      .thenStage(stage)
      .thenCase({ outcome, appeal: { decided: { result: 'stands', by: 'reviewer' } } })
      .when(complainant, 'appeal', { grounds: 'Once more.' })
      .thenRefused('appeal_already_made')
  })

  it.each(from)('from %s leads to a new plan when it is overturned', (_, at) => {
    at()
      .step(complainant, 'appeal', { grounds: 'No interest was paid.' })
      .when(reviewer, 'decide_appeal', overturned)
      .thenStage('planning')
      .thenCase({ scope: 'in', plan: null, outcome: null })
  })

  it('makes an open offer that stands final, with the whole time to reply', () => {
    const story = appealed()
    story.now = '2026-03-10T09:00:00.000Z'
    story.when(reviewer, 'decide_appeal', stands).thenCase({ plan: { state: 'offered', final: true } })
    expect(story.clock('reply')?.dueAt).toBe('2026-03-24T17:00:00.000Z')
    story.when(complainant, 'reject_plan', { reason: 'No.' }).thenCase({ outcome: 'unresolved' })
  })

  it('makes the plan that follows it final', () => {
    const story = appealed().step(reviewer, 'decide_appeal', overturned)
    story
      .step(handler, 'propose_plan', plan())
      .step(handler, 'offer_plan', letter)
      .thenCase({ plan: { final: true } })
  })

  it('stops the clocks of the stage it leaves and is due in five working days', () => {
    const story = appealed()
    expect(story.clock('reply')).toBeUndefined()
    expect(story.clock('appeal_window')).toBeUndefined()
    expect(story.clock('appeal')?.dueAt).toBe('2026-03-09T17:00:00.000Z')
  })

  it('may be made until the window after the closing has passed', () => {
    const story = finalOffer().step(complainant, 'reject_plan', { reason: 'No.' })
    expect(story.c.appealUntil).toBe('2026-03-23T17:00:00.000Z')
    story
      .until('2026-03-23T16:59:00.000Z')
      .when(complainant, 'appeal', { grounds: 'The interest.' })
      .thenStage('appeal')
  })

  it('may be made on an open case even when the window of the decision has passed', () => {
    executing()
      .until('2026-04-30T09:00:00.000Z')
      .thenCase({ windowLapsedSeq: expect.any(Number) })
      .when(complainant, 'appeal', { grounds: 'It takes too long.' })
      .thenStage('appeal')
  })
})

describe('the reviewer', () => {
  it('outranks whoever decided, and took no part', () => {
    const both = member('both', 'quality', 4, 'supervisor', 'reviewer')
    appealed()
      .withStaff(...Object.values(people), both)
      .when(juniorReviewer, 'decide_appeal', stands)
      .thenRefused({ refused: 'not_senior_enough', needsMoreThan: 1 })
      .when(supervisor, 'decide_appeal', stands)
      .thenRefused('not_permitted')
      .when(staffActor(both), 'decide_appeal', stands)
      .thenEvents('appeal_decided')
  })

  it('is not in the respondent department', () => {
    appealed()
      .step(supervisor, 'classify', {
        category: 'fees',
        nature: 'objective',
        risk: 'low',
        respondentDepartment: 'quality',
      })
      .when(reviewer, 'decide_appeal', stands)
      .thenRefused({ refused: 'conflict_of_interest', staff: 'reviewer', conflict: 'department' })
  })

  it('comes from outside where nobody is eligible, and may then decide', () => {
    const story = appealed()
      .withStaff(people.handler, people.supervisor, people.juniorReviewer)
      .step(supervisor, 'appoint_outside', {
        purpose: 'appeal',
        name: 'Prof. Li',
        email: 'li@example.org',
        seniority: 1,
        reason: 'Our reviewer is not senior enough.',
      })
      .thenCase({ appointed: [{ id: 'st_1', purpose: 'appeal', seniority: 1 }] })
    const outsider = staffActor(member('st_1', 'outside', 1, 'outside'))
    expect(story.allowed(outsider)).toEqual(['recuse', 'decide_appeal'])
    story.when(outsider, 'decide_appeal', stands).thenStage('offered')
  })

  it('may be somebody who took part, when that is waived with its reason', () => {
    appealed()
      .withStaff(people.handler, people.supervisor, people.juniorReviewer)
      .step(supervisor, 'waive_independence', {
        staff: 'juniorReviewer',
        purpose: 'appeal',
        reason: 'There is nobody else.',
      })
      .when(juniorReviewer, 'decide_appeal', stands)
      .thenEvents('appeal_decided')
  })
})
