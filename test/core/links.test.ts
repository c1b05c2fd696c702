import { describe, expect, it } from 'vitest'
import { partySees } from '../../worker/core/events.ts'
import { appealed, assigned, executing, found, offered, reviewed } from './support/stages.ts'
import { complaint } from './support/story.ts'
import { complainant, handler, reviewer, supervisor } from './support/world.ts'

const FIRST = 'RD-0000-0002-0'
const SECOND = 'RD-0000-0003-0'
const first = () => complaint({}, { reference: FIRST, at: '2026-03-01T09:00:00.000Z' })
const second = () => complaint({}, { reference: SECOND, at: '2026-03-02T11:00:00.000Z' })

describe('a duplicate', () => {
  it('is closed with a link to the case received first, which learns of it', () => {
    const story = assigned()
      .beside(first())
      .when(handler, 'link_duplicate', { reference: FIRST })
      .thenEvents('duplicate_linked')
    story.thenStage('closed').thenCase({ outcome: 'duplicate', links: [{ kind: 'duplicate_of', reference: FIRST }] })
    expect(story.others.get(FIRST)?.case.links).toEqual([{ kind: 'leads', reference: 'RD-0000-0001-0' }])
  })

  it('does not lead, however far it has come: the refusal names the case that does', () => {
    executing()
      .beside(second())
      .when(handler, 'link_duplicate', { reference: SECOND })
      .thenRefused({ refused: 'leads', reference: 'RD-0000-0001-0' })
      .beside(first())
      .when(handler, 'link_duplicate', { reference: FIRST })
      .thenCase({ outcome: 'duplicate' })
  })

  it('does not lead others: they go to the case that leads it', () => {
    const duplicate = complaint({}, { reference: SECOND, at: '2026-03-01T10:00:00.000Z' })
      .beside(first())
      .step(supervisor, 'link_duplicate', { reference: FIRST })
    assigned()
      .beside(duplicate)
      .when(handler, 'link_duplicate', { reference: SECOND })
      .thenRefused({ refused: 'leads', reference: FIRST })
  })

  it('is unlinked when it was none, and goes on where it stood with its earlier decision', () => {
    const story = offered().beside(first())
    const { decision } = story.c
    story.step(handler, 'link_duplicate', { reference: FIRST })
    expect(story.c.decision).toMatchObject({ kind: 'closing' })
    story
      .when(handler, 'unlink_duplicate', { reference: FIRST, reason: 'Another withdrawal.' })
      .thenEvents('duplicate_unlinked')
      .thenStage('offered')
      .thenCase({ decision, links: [], outcome: null })
    expect(story.others.get(FIRST)?.case.links).toEqual([])
  })

  it('can be appealed; where that stands, unlinking still leads somewhere', () => {
    reviewed()
      .beside(first())
      .step(handler, 'link_duplicate', { reference: FIRST })
      .step(complainant, 'appeal', { grounds: 'Two different charges.' })
      .step(reviewer, 'decide_appeal', { result: 'stands', reasons: 'The same.' })
      .thenStage('closed')
      .thenCase({ outcome: 'duplicate' })
      .when(handler, 'unlink_duplicate', { reference: FIRST, reason: 'Different after all.' })
      .thenStage('review')
  })

  it('may be found during an appeal, and goes back to it', () => {
    appealed()
      .beside(first())
      .step(handler, 'link_duplicate', { reference: FIRST })
      .step(handler, 'unlink_duplicate', { reference: FIRST, reason: 'An error.' })
      .thenStage('appeal')
      .when(reviewer, 'decide_appeal', { result: 'varied', reasons: 'Interest is due.' })
      .thenStage('planning')
  })
})

describe('the same matter of somebody else', () => {
  it('is related, never merged, and not told', () => {
    const story = assigned()
      .beside(first(), false)
      .when(handler, 'link_duplicate', { reference: FIRST })
      .thenRefused({ refused: 'not_same_complainant', reference: FIRST })
      .when(handler, 'link_duplicate', { reference: FIRST, relation: 'related' })
      .thenEvents('duplicate_linked')
      .thenStage('review')
      .when(handler, 'unlink_duplicate', { reference: FIRST, reason: 'Another matter.' })
      .thenEvents('duplicate_unlinked')
      .thenCase({ links: [] })
    const told = story.events.filter(partySees).map((e) => e.type)
    expect(told).not.toContain('duplicate_linked')
    expect(told).not.toContain('duplicate_unlinked')
  })
})

describe('a complaint about the handling', () => {
  it('opens a case of its own against the handler, with its own clocks', () => {
    const story = found(reviewed().step(handler, 'decide_scope', { inScope: true, needsInvestigation: false }))
    story
      .when(complainant, 'comment_on_handling', { comment: 'Nobody called back.', evidence: ['ev_1'] })
      .thenEvents('handling_commented', 'linked')
      .thenStage('planning')
      .thenCase({ links: [{ kind: 'handling', reference: 'RD-0000-0009-0' }] })
    const opened = story.others.get('RD-0000-0009-0')?.case
    expect(opened).toMatchObject({
      stage: 'received',
      category: 'handling',
      respondent: { staff: 'handler', department: 'service' },
      links: [{ kind: 'about_handling', reference: 'RD-0000-0001-0' }],
      clocks: [{ kind: 'acknowledge' }, { kind: 'review' }],
    })
  })

  it('that staff record for the complainant says so in both ledgers', () => {
    const story = assigned()
      .when(handler, 'record_reply', {
        how: 'phone',
        receivedAt: '2026-03-02T09:00:00.000Z',
        reply: { type: 'comment_on_handling', comment: 'Nobody called back.' },
      })
      .thenEvents('reply_recorded', 'handling_commented', 'linked')
    for (const type of ['reply_recorded', 'handling_commented', 'linked'] as const)
      expect(story.fact(type).onBehalfOf).toBe('complainant')
  })

  it('names the handler even after they have left', () => {
    const story = assigned()
    story.withStaff(...story.staff.filter((s) => s.id !== 'handler'))
    story.step(complainant, 'comment_on_handling', { comment: 'Nobody called back.' })
    expect(story.others.get('RD-0000-0009-0')?.case.respondent).toEqual({ staff: 'handler', department: null })
  })

  it('is acknowledged by being published, where the tracker is the only way to them', () => {
    const story = complaint({ anonymous: true }).step(complainant, 'comment_on_handling', { comment: 'Too slow.' })
    expect(story.others.get('RD-0000-0009-0')?.case).toMatchObject({ acknowledgedAt: '2026-03-02T09:00:00.000Z' })
  })
})
