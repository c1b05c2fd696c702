import { describe, expect, it } from 'vitest'
import { acknowledged, assigned, investigating } from './support/stages.ts'
import { complaint } from './support/story.ts'
import { complainant, handler, system } from './support/world.ts'

const ask = { of: 'complainant', question: 'On which day?' } as const

describe('asking the complainant', () => {
  it('pauses the internal clocks until they answer', () => {
    const story = investigating().step(handler, 'request_information', ask)
    expect(story.clock('investigate')?.pausedAt).toBe('2026-03-02T09:00:00.000Z')
    story.now = '2026-03-05T10:00:00.000Z'
    story.when(complainant, 'add_message', { message: 'On the second.' }).thenEvents('message_added')
    story.thenCase({ requests: [{}, { state: 'answered' }] })
    expect(story.clock('investigate')).toMatchObject({
      pausedAt: null,
      dueAt: '2026-03-13T17:00:00.000Z',
      pauses: [['2026-03-02T09:00:00.000Z', '2026-03-05T10:00:00.000Z']],
    })
  })

  it('pauses no statutory clock', () => {
    const story = complaint().step(handler, 'assign', { to: 'handler' }).step(handler, 'request_information', ask)
    expect(story.clock('acknowledge')?.pausedAt).toBeNull()
    expect(story.clock('review')?.pausedAt).not.toBeNull()
  })

  it('is reminded once at the due date, then lapses and the case goes on', () => {
    const story = investigating().step(handler, 'request_information', ask)
    story
      .until('2026-03-09T17:00:00.000Z')
      .thenEvents('clock_warned', 'request_reminded')
      .until('2026-03-16T17:00:00.000Z')
      .thenEvents('request_lapsed')
      .thenCase({ requests: [{}, { state: 'lapsed' }] })
    // The close at which it lapses is the first at which the clock runs again.
    expect(story.clock('investigate')).toMatchObject({ pausedAt: null, dueAt: '2026-03-24T17:00:00.000Z' })
  })

  it('pauses nothing once the message asking has bounced, though it can still be answered', () => {
    const story = investigating()
      .step(handler, 'request_information', ask)
      .when(system, 'record_delivery', { message: 'ms_9', state: 'bounced', channel: 'email', request: 'rq_2' })
      .thenCase({ requests: [{}, { state: 'open', bounced: true }] })
    expect(story.clock('investigate')?.pausedAt).toBeNull()
    story.when(complainant, 'add_message', { message: 'On the second.', request: 'rq_2' }).thenCase({
      requests: [{}, { state: 'answered' }],
    })
  })

  it('several times pauses until the last of the answers', () => {
    const story = investigating().step(handler, 'request_information', ask).step(handler, 'request_information', ask)
    story.step(complainant, 'add_message', { message: 'On the second.' })
    expect(story.clock('investigate')?.pausedAt).not.toBeNull()
    story.step(complainant, 'add_message', { message: 'In the morning.' })
    expect(story.clock('investigate')?.pausedAt).toBeNull()
  })
})

describe('asking others', () => {
  it.each(['department', 'counsel', 'third_party'] as const)('%s pauses nothing, and lapses like any request', (of) => {
    const story = investigating().step(handler, 'request_information', { of, question: 'Which job ran?', to: 'IT' })
    expect(story.clock('investigate')?.pausedAt).toBeNull()
    story.until('2026-03-10T09:00:00.000Z')
    expect(story.fact('request_reminded').of).toBe(of)
    story.until('2026-03-17T09:00:00.000Z').thenCase({ requests: [{}, { state: 'lapsed' }] })
  })

  it('is no question the complainant could answer', () => {
    investigating()
      .step(handler, 'request_information', { of: 'counsel', question: 'May we?' })
      .when(complainant, 'add_message', { message: 'You may.', request: 'rq_2' })
      .thenRefused({ refused: 'unknown_request', request: 'rq_2' })
  })
})

describe('a message of the complainant', () => {
  it('answers what was asked first; without a question it is just said', () => {
    const story = acknowledged().step(complainant, 'add_message', { message: 'Any news?' })
    expect(story.fact('message_added').request).toBeNull()
  })

  it('in words does not stand in for a contact', () => {
    complaint({ complainant: {} })
      .step(complainant, 'add_message', { message: 'Write to me at home.' })
      .thenCase({ gaps: ['contact'], requests: [{ state: 'answered' }] })
  })
})

describe('an internal note', () => {
  it('is kept, and adds nothing to what the complainant sees', () => {
    const story = assigned()
    const { partyVersion } = story.c
    story.when(handler, 'note', { note: 'Careful.', evidence: ['ev_1'] }).thenCase({ partyVersion })
  })
})
