import { describe, expect, it } from 'vitest'
import { delivered, executing, offered, reported, resolved } from './support/stages.ts'
import { complainant, handler, supervisor } from './support/world.ts'

describe('the execution', () => {
  it('carries out and evidences each remedy; with the last one it is done', () => {
    executing()
      .when(handler, 'record_remedy', {
        remedy: 'rm_1',
        deliveredOn: '2026-03-02',
        note: 'Paid.',
        cost: { amount: 20_000, currency: 'USD' },
        evidence: ['ev_1'],
      })
      .thenStage('execution')
      .when(handler, 'record_remedy', { remedy: 'rm_2', deliveredOn: '2026-03-02', note: 'Sent.' })
      .thenStage('confirmation')
  })

  it('ends with the latest of the remedies’ dates, and warns a working day before', () => {
    const story = executing()
    expect(story.clock('execute')).toMatchObject({
      dueAt: '2026-03-20T17:00:00.000Z',
      warnAt: '2026-03-19T17:00:00.000Z',
    })
  })

  it('that begins after its dates is due the working day after, not missed already', () => {
    const story = offered()
    story.now = '2026-03-27T09:00:00.000Z'
    story.step(complainant, 'accept_plan')
    expect(story.clock('execute')?.dueAt).toBe('2026-03-30T17:00:00.000Z')
  })

  it('tells of its progress every ten working days', () => {
    const story = executing()
    expect(story.clock('progress')?.dueAt).toBe('2026-03-16T17:00:00.000Z')
    story.now = '2026-03-10T09:00:00.000Z'
    story.when(handler, 'report_progress', { report: 'The refund is under way.' })
    expect(story.clock('progress')?.dueAt).toBe('2026-03-24T17:00:00.000Z')
    story.until('2026-03-25T09:00:00.000Z')
    expect(story.c.breaches).toEqual(['execute', 'progress'])
  })

  it('goes back to planning over a new problem', () => {
    executing()
      .when(handler, 'revise_plan', { reason: 'The account was closed.' })
      .thenStage('planning')
      .thenCase({ plan: null })
  })
})

describe('the confirmation', () => {
  it('waits for the outcome report, within 24 hours', () => {
    const story = delivered().thenStage('confirmation')
    expect(story.clock('confirm')?.dueAt).toBe('2026-03-03T09:00:00.000Z')
    story.when(handler, 'report_outcome', { report: 'Both done.' }).thenEvents('outcome_reported')
    expect(story.clock('confirm')).toBeUndefined()
    expect(story.clock('reply')?.dueAt).toBe('2026-03-16T17:00:00.000Z')
  })

  it('ends resolved with a satisfied complainant', () => {
    resolved().thenStage('closed').thenCase({ outcome: 'resolved', rating: 5 })
  })

  it('ends unresolved with a dissatisfied one', () => {
    reported().when(complainant, 'confirm_outcome', { satisfied: false, rating: 2 }).thenCase({ outcome: 'unresolved' })
  })

  it('makes a new plan when something was not delivered as promised', () => {
    reported()
      .when(complainant, 'confirm_outcome', { satisfied: false, undelivered: ['rm_9'] })
      .thenRefused('unknown_remedy')
      .when(complainant, 'confirm_outcome', { satisfied: false, undelivered: ['rm_1'] })
      .thenStage('planning')
      .thenCase({ plan: null, report: null })
  })

  it('answers a question about the report before the time to reply goes on', () => {
    const story = reported().step(complainant, 'question_outcome', { question: 'Which account?' })
    expect(story.clock('reply')?.pausedAt).not.toBeNull()
    story.step(supervisor, 'message', { message: 'The one ending in 9.' })
    expect(story.clock('reply')?.pausedAt).toBeNull()
  })

  it('takes silence for no reply: resolved, unconfirmed', () => {
    reported()
      .until('2026-03-24T09:00:00.000Z')
      .thenStage('closed')
      .thenCase({ outcome: 'resolved_unconfirmed', rating: null })
  })
})
