import { describe, expect, it } from 'vitest'
import { assigned, offered, reported, resolved } from './support/stages.ts'
import { colleague, handler, supervisor } from './support/world.ts'

const phone = { how: 'phone', receivedAt: '2026-03-02T09:00:00.000Z' } as const

describe('what arrives outside the system counts like a click', () => {
  it('with how and when it came, and its evidence', () => {
    const story = offered()
      .when(handler, 'record_reply', {
        ...phone,
        evidence: ['ev_1'],
        note: 'Sounded content.',
        reply: { type: 'accept_plan' },
      })
      .thenEvents('reply_recorded', 'plan_accepted')
      .thenStage('execution')
    expect(story.fact('reply_recorded')).toMatchObject({
      how: 'phone',
      command: 'accept_plan',
      onBehalfOf: 'complainant',
    })
    expect(story.fact('plan_accepted')).toMatchObject({ onBehalfOf: 'complainant', by: { id: 'handler' } })
  })

  it('is no act of the one who wrote it down', () => {
    reported()
      .step(supervisor, 'record_reply', { ...phone, reply: { type: 'confirm_outcome', satisfied: true } })
      .thenCase({ outcome: 'resolved', participants: [{ id: 'handler' }] })
  })

  it('in time counts, though it was typed in after the window', () => {
    const late = () => resolved().until('2026-04-01T09:00:00.000Z')
    const reply = { type: 'appeal', grounds: 'On reflection.' } as const
    late()
      .when(handler, 'record_reply', { how: 'post', receivedAt: '2026-03-23T16:00:00.000Z', reply })
      .thenEvents('reply_recorded', 'appealed')
    late()
      .when(handler, 'record_reply', { how: 'post', receivedAt: '2026-03-23T18:00:00.000Z', reply })
      .thenRefused({ refused: 'appeal_window_passed', until: '2026-03-23T17:00:00.000Z' })
  })

  it('came neither tomorrow nor before the complaint', () => {
    assigned()
      .when(handler, 'record_reply', {
        how: 'post',
        receivedAt: '2026-03-03T09:00:00.000Z',
        reply: { type: 'withdraw' },
      })
      .thenRefused('in_the_future')
      .when(handler, 'record_reply', {
        how: 'post',
        receivedAt: '2026-03-01T09:00:00.000Z',
        reply: { type: 'withdraw' },
      })
      .thenRefused({ refused: 'before_receipt', receivedAt: '2026-03-02T09:00:00.000Z' })
  })

  it('is refused for what the complainant could not say either, and by whom the case is not', () => {
    assigned()
      .when(handler, 'record_reply', { ...phone, reply: { type: 'accept_plan' } })
      .thenRefused('wrong_stage')
      .when(colleague, 'record_reply', { ...phone, reply: { type: 'withdraw' } })
      .thenRefused({ refused: 'not_assigned', assignee: 'handler' })
  })

  it('brings a file once', () => {
    const files = Array.from({ length: 19 }, (_, i) => `ev_${i + 1}`)
    assigned({ evidence: files })
      .when(handler, 'record_reply', {
        ...phone,
        evidence: ['ev_20'],
        reply: { type: 'add_message', message: 'See.', evidence: ['ev_21'] },
      })
      .thenRefused('too_much_evidence')
      .when(handler, 'record_reply', {
        ...phone,
        evidence: ['ev_20'],
        reply: { type: 'add_message', message: 'See.', evidence: ['ev_20'] },
      })
      .thenRefused({ refused: 'unknown_evidence', evidence: ['ev_20'] })
  })
})
