import { describe, expect, it } from 'vitest'
import { assessing, investigating, outOfScope } from './support/stages.ts'
import { complainant, handler, supervisor } from './support/world.ts'

describe('the investigation', () => {
  it('gathers information, asks, and takes interim measures', () => {
    investigating()
      .when(handler, 'record_information', { content: 'The booking log.', source: 'Core banking', evidence: ['ev_1'] })
      .thenEvents('information_recorded')
      .when(handler, 'request_information', { of: 'department', question: 'Which job ran?', staff: 'colleague' })
      .thenCase({ requests: [{}, { of: 'department', staff: 'colleague', state: 'open' }] })
      .when(handler, 'record_information', { request: 'rq_2', content: 'The retry job.' })
      .thenCase({ requests: [{}, { state: 'answered' }] })
      .when(handler, 'record_interim_measure', { content: 'The fee is suspended.' })
      .thenEvents('interim_measure_recorded')
      .when(handler, 'finish_investigation', { summary: 'Booked twice.' })
      .thenStage('assessment')
  })

  it('keeps what is internal from the complainant, files included', () => {
    const story = investigating()
      .step(handler, 'record_information', { content: 'The log.', evidence: ['ev_1'] })
      .step(complainant, 'add_message', { message: 'My statement.', evidence: ['ev_2'] })
    expect(story.c.evidence).toMatchObject([
      { id: 'ev_1', party: false },
      { id: 'ev_2', party: true },
    ])
  })
})

describe('the assessment', () => {
  it('finds on every point before it ends, on evidence that is on the case', () => {
    assessing()
      .when(handler, 'record_finding', { point: 'pt_1', result: 'upheld', reasons: 'Seen.', reliesOn: ['ev_9'] })
      .thenRefused({ refused: 'unknown_evidence', evidence: ['ev_9'] })
      .step(handler, 'record_finding', { point: 'pt_1', result: 'upheld', reasons: 'The log shows it.' })
      .when(handler, 'finish_assessment', { rootCause: 'system_fault', cause: 'A retry.' })
      .thenRefused({ refused: 'point_without_finding', points: ['pt_2'] })
      .step(handler, 'record_finding', { point: 'pt_2', result: 'cannot_be_determined', reasons: 'No record.' })
      .when(handler, 'finish_assessment', { rootCause: 'system_fault', cause: 'A retry.' })
      .thenStage('planning')
      .thenCase({ rootCause: 'system_fault' })
  })

  it('takes up a new point, and can list points where there were none', () => {
    assessing()
      .step(handler, 'set_points', {
        points: [{ id: 'pt_1', text: 'Charged twice.' }, { text: 'No apology.' }],
        ask: false,
      })
      .thenCase({ points: [{ id: 'pt_1' }, { id: 'pt_3', finding: null }] })
    const story = outOfScope()
    story.step(supervisor, 'reopen', { stage: 'assessment', reason: 'Ours after all.' })
    expect(story.allowed(handler)).toContain('set_points')
  })
})
