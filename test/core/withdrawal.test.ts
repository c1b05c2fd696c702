import { describe, expect, it } from 'vitest'
import { accepted, appealed, assigned, executing, offered, received, reviewed, withdrawn } from './support/stages.ts'
import type { Story } from './support/story.ts'
import { complainant, handler, member, people, reviewer, supervisor } from './support/world.ts'

describe('a withdrawal', () => {
  it('ends the process the same day and is confirmed in writing', () => {
    const story = withdrawn()
      .thenEvents('withdrawn')
      .thenStage('closed')
      .thenCase({ outcome: 'withdrawn', notices: [{}] })
    expect(story.c.clocks.map((clock) => clock.kind).sort()).toEqual(['appeal_window', 'notify'])
  })

  it('is rescinded while the window runs, not after', () => {
    withdrawn()
      .until('2026-03-23T17:00:00.000Z')
      .thenCase({ clocks: [{ kind: 'notify' }] })
      .when(complainant, 'rescind_withdrawal')
      .thenEvents('withdrawal_rescinded')
    withdrawn()
      .until('2026-03-23T17:00:00.001Z')
      .when(complainant, 'rescind_withdrawal')
      .thenRefused({ refused: 'withdrawal_window_passed', until: '2026-03-23T17:00:00.000Z' })
  })

  it('that came by post in time is rescinded when it is recorded', () => {
    withdrawn()
      .until('2026-03-25T09:00:00.000Z')
      .when(handler, 'record_reply', {
        how: 'post',
        receivedAt: '2026-03-20T09:00:00.000Z',
        reply: { type: 'rescind_withdrawal' },
      })
      .thenEvents('reply_recorded', 'withdrawal_rescinded')
      .thenStage('review')
  })

  it('is no decision that could be appealed', () => {
    offered()
      .step(complainant, 'withdraw')
      .when(complainant, 'appeal', { grounds: 'Hm.' })
      .thenRefused('nothing_to_appeal')
  })

  const stages: [string, () => Story][] = [
    ['received', received],
    ['review', reviewed],
    ['offered', offered],
    ['execution', executing],
    ['appeal', () => appealed()],
  ]

  it.each(stages)('from %s is rescinded to where the case stood, with its time given anew', (_, at) => {
    const story = at()
    const { stage } = story.c
    story.step(complainant, 'withdraw').told()
    story.now = '2026-03-10T09:00:00.000Z'
    story.step(complainant, 'rescind_withdrawal').thenStage(stage).thenCase({ outcome: null, closedAt: null })
    const running = story.c.clocks.filter((clock) => !['acknowledge', 'appeal_window'].includes(clock.kind))
    expect(running.length).toBeGreaterThan(0)
    for (const clock of running) expect(clock.since, clock.id).toBe('2026-03-10T09:00:00.000Z')
  })

  it('made during an appeal brings the appeal back with the case', () => {
    appealed()
      .step(complainant, 'withdraw')
      .step(complainant, 'rescind_withdrawal')
      .when(reviewer, 'decide_appeal', { result: 'stands', reasons: 'It was right.' })
      .thenStage('offered')
  })

  it('takes along the question about the points, and the review goes on without an answer', () => {
    assigned()
      .step(handler, 'set_points', { points: [{ text: 'Charged twice.' }] })
      .step(complainant, 'withdraw')
      .step(complainant, 'rescind_withdrawal')
      .thenCase({ pointsState: 'unanswered', requests: [{ state: 'lapsed' }] })
      .when(handler, 'decide_scope', { inScope: true })
      .thenEvents('scope_decided')
  })

  it('that is rescinded unassigns a handler who may not handle the case any more', () => {
    accepted()
      .step(complainant, 'withdraw')
      .withStaff(...Object.values(people).filter((p) => p.id !== 'handler'), member('handler', 'markets', 1, 'handler'))
      .when(complainant, 'rescind_withdrawal')
      .thenEvents('withdrawal_rescinded', 'unassigned')
      .thenCase({ assignee: null })
      .when(supervisor, 'assign', { to: 'handler' })
      .thenRefused('conflict_of_interest')
  })
})
