import { describe, expect, it } from 'vitest'
import { explain } from '../../worker/core/explain.ts'
import { standard } from '../../worker/core/policies/standard.ts'
import {
  assigned,
  executing,
  investigating,
  letter,
  offered,
  plan,
  planning,
  ready,
  refund,
  submitted,
} from './support/stages.ts'
import { complainant, handler, supervisor, system } from './support/world.ts'

describe('a missed deadline', () => {
  it('is warned of, recorded once and raises the level', () => {
    investigating()
      .until('2026-03-05T17:00:00.000Z')
      .thenEvents('clock_warned')
      .until('2026-03-11T17:00:00.000Z')
      .thenEvents('clock_breached', 'escalated')
      .thenCase({ escalation: 2, breaches: ['investigate'] })
      .until('2026-06-01T09:00:00.000Z')
      .thenEvents()
  })

  it('raises the level no further than the third', () => {
    assigned()
      .step(complainant, 'request_escalation')
      .step(complainant, 'request_escalation')
      .until('2026-03-04T09:00:00.000Z')
      .thenEvents('clock_warned', 'clock_breached')
      .thenCase({ escalation: 3 })
  })

  it('is told once, without a belated warning, when the sweep was down', () => {
    investigating().sweepAt('2026-04-01T09:00:00.000Z').thenEvents('clock_breached', 'escalated')
  })
})

describe('a sweep that comes late', () => {
  it('reminds first, and silence counts from the reminder', () => {
    const story = offered().sweepAt('2026-03-30T09:00:00.000Z').thenEvents('reply_reminded', 'appeal_window_lapsed')
    expect(story.clock('reply')?.lapseAt).toBe('2026-04-06T17:00:00.000Z')
    story
      .sweepAt('2026-04-06T16:59:00.000Z')
      .thenEvents()
      .sweepAt('2026-04-06T17:00:00.000Z')
      .thenEvents('offer_lapsed', 'clock_warned')
  })

  it('does not count the time a question takes after the reminder as silence', () => {
    const story = offered().until('2026-03-16T17:00:00.000Z')
    expect(story.clock('reply')?.lapseAt).toBe('2026-03-23T17:00:00.000Z')
    story.now = '2026-03-18T10:00:00.000Z'
    story.step(complainant, 'question_plan', { question: 'When?' })
    story.now = '2026-03-25T10:00:00.000Z'
    story.step(handler, 'message', { message: 'By the 20th.' })
    expect(story.clock('reply')).toMatchObject({
      dueAt: '2026-03-16T17:00:00.000Z',
      lapseAt: '2026-03-30T17:00:00.000Z',
    })
  })
})

describe('a clock on the plan', () => {
  it('counts from the step before it, not from when planning began', () => {
    const story = planning()
    expect(story.due('plan')).toEqual(['2026-03-03T17:00:00.000Z'])
    story.now = '2026-03-10T09:00:00.000Z'
    story.step(handler, 'propose_plan', plan({ remedies: [{ ...refund, money: { amount: 90_000, currency: 'USD' } }] }))
    expect(story.due('plan', 'approve')).toEqual([undefined, '2026-03-11T17:00:00.000Z'])
    story.now = '2026-03-11T09:00:00.000Z'
    story.step(supervisor, 'return_plan', { reason: 'Too much.' })
    expect(story.due('plan', 'approve')).toEqual(['2026-03-12T17:00:00.000Z', undefined])
    story.now = '2026-03-12T09:00:00.000Z'
    story.step(handler, 'propose_plan', plan())
    expect(story.due('plan', 'notify')).toEqual([undefined, '2026-03-13T09:00:00.000Z'])
  })

  it('starts anew when the case comes back from an appeal, so that nothing is missed twice', () => {
    const story = submitted()
    story.step(supervisor, 'approve_plan').step(handler, 'offer_plan', letter).told()
    story.step(complainant, 'reject_plan', { reason: 'No.' })
    story.step(handler, 'propose_plan', plan())
    const before = story.clock('notify')?.id
    story.step(complainant, 'appeal', { grounds: 'The interest.' })
    story.step(
      { kind: 'staff', id: 'reviewer', roles: ['reviewer'], department: 'quality', seniority: 5 },
      'decide_appeal',
      {
        result: 'stands',
        reasons: 'It was right.',
      },
    )
    const notify = story.c.clocks.filter((clock) => clock.kind === 'notify')
    expect(notify).toHaveLength(2)
    expect(notify.map((clock) => clock.id)).not.toContain(before)
  })
})

describe('an extension', () => {
  const extend = (clock: string, until: string) => ({ clock, until, reason: 'The bank is slow.' })

  it('moves the deadline to the close of a later day, with its reason', () => {
    const story = investigating().when(supervisor, 'extend_clock', extend('investigate#10', '2026-03-18'))
    story.thenEvents('clock_extended')
    expect(story.clock('investigate')).toMatchObject({ dueAt: '2026-03-18T17:00:00.000Z', extended: true })
  })

  it('keeps its extra time over a pause', () => {
    const story = investigating().step(supervisor, 'extend_clock', extend('investigate#10', '2026-03-18'))
    story.step(handler, 'request_information', { of: 'complainant', question: 'When?' })
    story.now = '2026-03-04T10:00:00.000Z'
    story.step(complainant, 'add_message', { message: 'On Monday.' })
    expect(story.clock('investigate')?.dueAt).toBe('2026-03-20T17:00:00.000Z')
    story.step(handler, 'request_information', { of: 'complainant', question: 'Sure?' })
    story.now = '2026-03-05T11:00:00.000Z'
    story.step(complainant, 'add_message', { message: 'Sure.' })
    // Friday the 20th and a day and an hour is a Saturday: the close of the Monday after.
    expect(story.clock('investigate')?.dueAt).toBe('2026-03-23T17:00:00.000Z')
  })

  it('does not undo a missed deadline', () => {
    investigating()
      .until('2026-03-12T09:00:00.000Z')
      .when(supervisor, 'extend_clock', extend('investigate#10', '2026-03-18'))
      .thenRefused('unknown_clock')
  })

  it('gives the complainant more time even after the reminder, and reminds again', () => {
    const story = offered().until('2026-03-17T09:00:00.000Z')
    story
      .step(supervisor, 'extend_clock', extend(story.clock('reply')?.id ?? '', '2026-03-27'))
      .until('2026-03-27T17:00:00.000Z')
      .thenCase({ stage: 'offered' })
    expect(story.events.filter((e) => e.type === 'reply_reminded')).toHaveLength(2)
    story.until('2026-04-03T17:00:00.000Z').thenStage('execution')
  })

  it('of the appeal window is an extension of the right', () => {
    const story = offered()
    story
      .step(supervisor, 'extend_clock', extend(story.clock('appeal_window')?.id ?? '', '2026-05-01'))
      .thenCase({ appealUntil: '2026-05-01T17:00:00.000Z' })
  })
})

describe('a letter that never arrives', () => {
  it('is a missed deadline, until somebody tells the complainant and records how', () => {
    const story = ready().step(handler, 'offer_plan', letter)
    story.step(system, 'record_delivery', { message: 'ms_1', state: 'bounced', channel: 'email' })
    story.until('2026-03-04T09:00:00.000Z').thenCase({ breaches: ['notify'], notices: [{ message: 'ms_1' }] })
    story.when(handler, 'record_acknowledgement', { note: 'Sent by post.' }).thenCase({ notices: [] })
    expect(story.clock('notify')).toBeUndefined()
    story.when(handler, 'record_acknowledgement', { note: 'Again.' }).thenRefused('nothing_due')
  })
})

describe('why this date', () => {
  it('is told by the days walked, counted or skipped, pauses and extension included', () => {
    const story = investigating().step(handler, 'request_information', { of: 'complainant', question: 'When?' })
    story.now = '2026-03-04T10:00:00.000Z'
    story.step(complainant, 'add_message', { message: 'On Monday.' })
    const clock = story.clock('investigate')
    const days = clock ? explain(standard, clock).days : []
    expect(days.map((d) => `${d.date.slice(8)} ${d.why}`)).toEqual([
      '03 paused',
      '04 working',
      '05 working',
      '06 working',
      '07 weekend',
      '08 weekend',
      '09 working',
      '10 working',
      '11 working',
      '12 working',
    ])
  })

  it('needs no days for elapsed hours', () => {
    const clock = executing().told().clock('progress')
    const review = assigned().clock('review')
    expect(clock && explain(standard, clock).days).toHaveLength(14)
    expect(review && explain(standard, review).days).toEqual([])
  })
})
