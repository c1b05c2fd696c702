import { describe, expect, it } from 'vitest'
import { acknowledged, assigned, letter, offered, plan, planning, refund, submitted } from './support/stages.ts'
import { complaint, type Story } from './support/story.ts'
import {
  admin,
  auditor,
  colleague,
  complainant,
  handler,
  member,
  otherSupervisor,
  people,
  staffActor,
  supervisor,
} from './support/world.ts'

const outsider = (id: string) => staffActor(member(id, 'outside', 100, 'outside'))
const appoint = (purpose: 'handle' | 'approve' | 'appeal') => ({
  purpose,
  name: 'Prof. Li',
  email: 'li@example.org',
  reason: 'There is nobody else.',
})

describe('nobody handles a case against their own department or themselves', () => {
  it('is refused at the assignment', () => {
    complaint({ respondentDepartment: 'payments' })
      .when(supervisor, 'assign', { to: 'colleague' })
      .thenRefused({ refused: 'conflict_of_interest', staff: 'colleague', conflict: 'department' })
      .when(colleague, 'assign', { to: 'colleague' })
      .thenRefused('conflict_of_interest')
      .when(otherSupervisor, 'assign', { to: 'handler' })
      .thenCase({ assignee: 'handler' })
  })

  it('takes the case from a handler when the respondent becomes known', () => {
    assigned()
      .when(handler, 'classify', {
        category: 'fees',
        nature: 'objective',
        risk: 'low',
        respondentDepartment: 'service',
      })
      .thenEvents('classified', 'unassigned')
      .thenCase({ assignee: null })
      .when(handler, 'note', { note: 'Mine still?' })
      .thenRefused({ refused: 'conflict_of_interest', staff: 'handler', conflict: 'department' })
      .when(supervisor, 'extend_clock', { clock: 'review#1', until: '2026-03-09', reason: 'Time.' })
      .thenRefused('conflict_of_interest')
  })

  it('is the person before the department', () => {
    assigned()
      .when(otherSupervisor, 'classify', {
        category: 'fees',
        nature: 'objective',
        risk: 'low',
        respondentStaff: 'handler',
      })
      .thenEvents('classified', 'unassigned')
      .when(handler, 'note', { note: 'About me?' })
      .thenRefused({ refused: 'conflict_of_interest', staff: 'handler', conflict: 'self' })
  })

  it('lets staff step back, for good', () => {
    assigned()
      .when(handler, 'recuse', { reason: 'My cousin.' })
      .thenEvents('recused', 'unassigned')
      .when(supervisor, 'assign', { to: 'handler' })
      .thenRefused({ refused: 'conflict_of_interest', staff: 'handler', conflict: 'recused' })
      .when(handler, 'recuse', { reason: 'Again.' })
      .thenRefused('conflict_of_interest')
  })

  it('takes a reopened case from a handler who moved to the respondent department', () => {
    const moved = [
      ...Object.values(people).filter((p) => p.id !== 'handler'),
      member('handler', 'markets', 1, 'handler'),
    ]
    offered()
      .step(complainant, 'withdraw')
      .withStaff(...moved)
      .when(supervisor, 'reopen', { stage: 'investigation', reason: 'A sign of fraud.' })
      .thenEvents('reopened', 'unassigned')
  })
})

describe('who has the case', () => {
  it('is whom a supervisor gives it to; a handler may take what nobody has', () => {
    const story = acknowledged().when(colleague, 'assign', { to: 'handler' }).thenRefused('not_permitted')
    story
      .when(colleague, 'assign', { to: 'colleague' })
      .thenCase({ assignee: 'colleague' })
      .when(handler, 'assign', { to: 'handler' })
      .thenRefused({ refused: 'not_permitted', needs: ['supervisor'] })
      .when(supervisor, 'assign', { to: 'handler' })
      .thenEvents('unassigned', 'assigned')
  })

  it('can be taken over when its handler has left, even where there is no supervisor', () => {
    assigned()
      .withStaff(people.colleague)
      .when(colleague, 'assign', { to: 'colleague' })
      .thenEvents('unassigned', 'assigned')
      .thenCase({ assignee: 'colleague' })
  })
})

describe('a small organisation', () => {
  const head = member('head', 'service', 3, 'handler', 'supervisor', 'reviewer')
  const clerk = member('clerk', 'service', 1, 'handler')
  const chief = staffActor(head)

  it('waives its independence only where nobody is eligible, and only of the department', () => {
    acknowledged({ respondentDepartment: 'service' }, { staff: [head, clerk] })
      .when(chief, 'assign', { to: 'clerk' })
      .thenRefused({ refused: 'nobody_eligible', purpose: 'handle' })
      .step(chief, 'waive_independence', { staff: 'clerk', purpose: 'handle', reason: 'We are two.' })
      .when(chief, 'waive_independence', { staff: 'head', purpose: 'handle', reason: 'Both, then.' })
      .thenRefused({ refused: 'someone_is_eligible', eligible: 1 })
      .step(chief, 'assign', { to: 'clerk' })
      .when(staffActor(clerk), 'verify', { identity: true, contact: true, content: true })
      .thenEvents('verified')
  })

  it('never waives a complaint against oneself', () => {
    assigned({}, { staff: Object.values(people) })
      .step(supervisor, 'classify', { category: 'fees', nature: 'objective', risk: 'low', respondentStaff: 'handler' })
      .withStaff(people.handler, people.supervisor)
      .when(supervisor, 'waive_independence', { staff: 'handler', purpose: 'handle', reason: 'No one else.' })
      .thenRefused({ refused: 'conflict_of_interest', staff: 'handler', conflict: 'self' })
  })

  it('appoints somebody from outside, who handles this case and no other', () => {
    const story = acknowledged({ respondentDepartment: 'service' }, { staff: [head, clerk] })
      .step(chief, 'appoint_outside', appoint('handle'))
      .when(chief, 'assign', { to: 'st_1' })
      .thenEvents('assigned')
      .thenCase({ assignee: 'st_1' })
    story.when(outsider('st_1'), 'verify', { identity: true, contact: true, content: true }).thenEvents('verified')
    expect(story.allowed(outsider('st_2')).filter((type) => type !== 'recuse')).toEqual([])
  })

  it('may appoint another when the first falls out', () => {
    acknowledged({ respondentDepartment: 'service' }, { staff: [head, clerk] })
      .step(chief, 'appoint_outside', appoint('handle'))
      .when(chief, 'appoint_outside', appoint('handle'))
      .thenCase({ appointed: [{ id: 'st_1' }, { id: 'st_2' }] })
  })

  it('lets the appointee take the case where no supervisor is there to give it', () => {
    const it_ = member('it', 'it', 1, 'admin')
    acknowledged({ respondentDepartment: 'service' }, { staff: [clerk, it_] })
      .when(staffActor(clerk), 'appoint_outside', appoint('handle'))
      .thenRefused({ refused: 'not_permitted', needs: ['admin'] })
      .step(staffActor(it_), 'appoint_outside', appoint('handle'))
      .when(outsider('st_1'), 'assign', { to: 'st_1' })
      .thenCase({ assignee: 'st_1' })
  })

  it('does not let the one it is against appoint, while there is an administrator', () => {
    const against = (story: Story) =>
      story
        .step(supervisor, 'classify', { category: 'fees', nature: 'objective', risk: 'low', respondentStaff: 'head' })
        .withStaff(head, people.admin)
    against(acknowledged({}, { staff: [...Object.values(people), head] }))
      .when(chief, 'appoint_outside', appoint('handle'))
      .thenRefused({ refused: 'not_permitted', needs: ['admin'] })
      .when(admin, 'appoint_outside', appoint('handle'))
      .thenEvents('outside_appointed')
    against(acknowledged({}, { staff: [...Object.values(people), head] }))
      .withStaff(head)
      .when(chief, 'appoint_outside', appoint('handle'))
      .thenEvents('outside_appointed')
  })

  it('finds somebody to approve a plan where the only supervisor made it', () => {
    const alone = planning()
      .withStaff(head)
      .step(chief, 'assign', { to: 'head' })
      .when(chief, 'appoint_outside', appoint('approve'))
      .thenRefused('someone_is_eligible')
      .step(chief, 'propose_plan', plan({ remedies: [{ ...refund, money: { amount: 90_000, currency: 'USD' } }] }))
      .when(chief, 'waive_independence', { staff: 'head', purpose: 'approve', reason: 'Alone.' })
      .thenRefused('same_person')
    alone
      .step(chief, 'appoint_outside', appoint('approve'))
      .when(outsider('st_1'), 'approve_plan')
      .thenCase({ plan: { state: 'ready', approvedBy: 'st_1' } })
      .when(chief, 'offer_plan', letter)
      .thenStage('offered')
  })

  it('waives a supervisor’s department for an approval where there is no other', () => {
    submitted()
      .step(handler, 'classify', {
        category: 'fees',
        nature: 'objective',
        risk: 'low',
        respondentDepartment: 'payments',
      })
      .withStaff(people.handler, people.otherSupervisor)
      .when(otherSupervisor, 'approve_plan')
      .thenRefused('conflict_of_interest')
      .step(otherSupervisor, 'waive_independence', {
        staff: 'otherSupervisor',
        purpose: 'approve',
        reason: 'No other.',
      })
      .when(otherSupervisor, 'approve_plan')
      .thenEvents('plan_approved')
  })
})

describe('taking part', () => {
  it('is an act on the substance, remembered with department and seniority as they were', () => {
    const story = submitted().step(supervisor, 'approve_plan').step(auditor, 'place_hold', { reason: 'A claim.' })
    story.step(supervisor, 'record_reply', {
      how: 'phone',
      receivedAt: '2026-03-02T09:00:00.000Z',
      reply: { type: 'request_escalation' },
    })
    expect(story.c.participants).toEqual([
      { id: 'handler', department: 'service', seniority: 1 },
      { id: 'supervisor', department: 'service', seniority: 3 },
    ])
  })
})
