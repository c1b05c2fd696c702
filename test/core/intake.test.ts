import { describe, expect, it } from 'vitest'
import { standard } from '../../worker/core/policies/standard.ts'
import { complaint } from './support/story.ts'
import { auditor, handler, MONDAY, partner, supervisor, system } from './support/world.ts'

describe('a complaint arrives', () => {
  it('is recorded with its number, and its clocks count from the receipt', () => {
    complaint()
      .thenEvents('received')
      .thenStage('received')
      .thenCase({ receivedAt: MONDAY, channel: 'web', risk: 'medium', escalation: 1, gaps: [] })
  })

  it('is to be acknowledged within 24 hours and reviewed within 48', () => {
    const story = complaint()
    expect(story.due('acknowledge', 'review')).toEqual(['2026-03-03T09:00:00.000Z', '2026-03-04T09:00:00.000Z'])
    expect(story.clock('acknowledge')?.warnAt).toBe('2026-03-02T21:00:00.000Z')
    expect(story.clock('review')?.warnAt).toBe('2026-03-03T09:00:00.000Z')
  })

  it('counts as acknowledged when the acknowledgement reaches a channel, once', () => {
    const arrived = { message: 'ms_1', state: 'sent', channel: 'email', acknowledges: true } as const
    const story = complaint().when(system, 'record_delivery', arrived).thenEvents('acknowledged')
    expect(story.clock('acknowledge')).toBeUndefined()
    story.when(system, 'record_delivery', arrived).thenRefused('nothing_due')
  })

  it('is not acknowledged by a message that bounced', () => {
    complaint()
      .when(system, 'record_delivery', { message: 'ms_1', state: 'bounced', channel: 'email', acknowledges: true })
      .thenEvents('delivery_recorded')
      .thenCase({ acknowledgedAt: null, contact: { email: 'bounced' } })
      .when(supervisor, 'record_acknowledgement', { note: 'Told by telephone.' })
      .thenEvents('acknowledged')
      .thenStage('received')
  })

  it('is never refused for a gap that can be closed: the gap is asked for', () => {
    const story = complaint({ complainant: {}, subject: undefined, category: undefined })
    story.thenEvents('received', 'acknowledged', 'information_requested').thenCase({
      gaps: ['contact', 'subject', 'category'],
      category: 'other',
      requests: [{ of: 'complainant', about: 'gaps', state: 'open' }],
    })
    expect(story.fact('information_requested').gaps).toEqual(['contact'])
  })

  it('has its gap closed by the contact, which answers the request and lets the review go on', () => {
    const story = complaint({ complainant: {} })
    expect(story.clock('review')?.pausedAt).toBe(MONDAY)
    story
      .when({ kind: 'complainant' }, 'correct_contact', { name: 'Ada' })
      .thenCase({ gaps: ['contact'] })
      .when({ kind: 'complainant' }, 'correct_contact', { email: 'ada@example.org' })
      .thenCase({ gaps: [], requests: [{ state: 'answered' }], contact: { email: 'unconfirmed' } })
    expect(story.clock('review')?.pausedAt).toBeNull()
  })

  it('starts with a risk from category, amount and vulnerability', () => {
    const risk = (filed: Parameters<typeof complaint>[0]) => complaint(filed).c.risk
    expect(risk({ category: 'service' })).toBe('low')
    expect(risk({ category: 'fraud_security' })).toBe('high')
    expect(risk({ category: 'fraud_security', vulnerable: 'Alone and ill.' })).toBe('critical')
    expect(risk({ category: 'service', wish: { kind: 'refund', money: { amount: 1_000_000, currency: 'EUR' } } })).toBe(
      'high',
    )
  })

  it('begins at the second level when the risk is high', () => {
    complaint({ category: 'fraud_security' }).thenCase({ escalation: 2 })
  })

  it('is reviewed from the first act of staff on, though neither a hold nor an acknowledgement is one', () => {
    complaint()
      .when(auditor, 'place_hold', { reason: 'A claim.' })
      .thenStage('received')
      .when(supervisor, 'assign', { to: 'handler' })
      .thenEvents('review_started', 'assigned')
      .thenStage('review')
  })
})

describe('an anonymous complainant', () => {
  it('is reached through the tracker alone: published there counts as sent', () => {
    const story = complaint({ anonymous: true }).thenEvents('received', 'acknowledged')
    expect(story.fact('acknowledged').how).toBe('published')
    expect(story.events[0]?.text).toMatchObject({ complainant: {} })
    story.when({ kind: 'complainant' }, 'withdraw').thenCase({ notices: [] })
  })

  it('is told by message from when they leave a contact', () => {
    complaint({ anonymous: true })
      .step({ kind: 'complainant' }, 'correct_contact', { email: 'someone@example.org' })
      .when({ kind: 'complainant' }, 'withdraw')
      .thenCase({ notices: [{ message: 'ms_1' }] })
  })

  it('is turned away only where the policy says so', () => {
    complaint({ anonymous: true }, { policy: { ...standard, anonymous: false } }).thenRefused('anonymous_not_accepted')
  })
})

describe('a complaint taken by staff or a partner', () => {
  it('counts from when it reached the organisation', () => {
    const story = complaint(
      { channel: 'post', receivedAt: '2026-02-27T09:00:00.000Z', complainant: { name: 'Ada' }, consent: false },
      { by: handler },
    )
    story.thenEvents('received').thenCase({ channel: 'post', gaps: ['contact'], acknowledgedAt: null })
    // Nothing can reach them, so nothing is asked, and no clock stands still for an answer that cannot come.
    expect(story.clock('review')).toMatchObject({ dueAt: '2026-03-01T09:00:00.000Z', pausedAt: null })
  })

  it('cannot have been received tomorrow', () => {
    complaint({ receivedAt: '2026-03-03T09:00:00.000Z' }, { by: handler }).thenRefused('in_the_future')
  })

  it('is not taken by whoever changes no case', () => {
    complaint({}, { by: auditor }).thenRefused('not_permitted')
  })

  it('is not acknowledged by publishing: nobody was given an access code', () => {
    complaint({ channel: 'web', complainant: {} }, { by: partner() })
      .thenEvents('received')
      .thenCase({ channel: 'partner', gaps: ['contact'] })
  })

  it('remembers the partner who filed it', () => {
    complaint({ externalReference: 'A-1' }, { by: partner() }).thenCase({ partner: 'pa_shop', channel: 'partner' })
  })
})
