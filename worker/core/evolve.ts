import { applyClockChange } from './clocks.ts'
import type { Complaint, Plan, Remedy } from './complaint.ts'
import { type Event, type EventType, type FoldableEvent, partySees } from './events.ts'
import { reachedBy } from './milestones.ts'
import { ASKED_GAPS, type Gap, type Stage } from './vocabulary.ts'

/** Acts on the substance: whoever did one took part (PROCESS rule 2). Assignment and holds are not among them. */
const SUBSTANCE: ReadonlySet<EventType> = new Set<EventType>([
  'information_requested',
  'information_recorded',
  'verified',
  'representative_verified',
  'classified',
  'points_set',
  'scope_decided',
  'duplicate_linked',
  'interim_measure_recorded',
  'investigation_started',
  'investigation_finished',
  'finding_recorded',
  'assessment_finished',
  'plan_proposed',
  'plan_approved',
  'plan_returned',
  'plan_offered',
  'plan_revised',
  'remedy_recorded',
  'progress_reported',
  'outcome_reported',
  'holding_response_sent',
  'appeal_decided',
  'closed',
])

/** What an intake leaves out is asked for by itself; nobody takes part by writing a complaint down. */
const isSubstance = (event: FoldableEvent): boolean =>
  SUBSTANCE.has(event.type) && !(event.type === 'information_requested' && event.facts.about === 'gaps')

const PINNED: ReadonlySet<EventType> = new Set<EventType>([
  'contact_corrected',
  'rectified',
  'classified',
  'referral_recorded',
  'assessment_finished',
])

/** The case an intake event begins. */
const begin = (event: Extract<FoldableEvent, { type: 'received' }>): Complaint => {
  const { facts } = event
  return {
    reference: facts.reference,
    site: facts.site,
    policy: facts.policy,
    version: 0,
    partyVersion: 0,
    stage: 'received',
    stageSeq: 1,
    stageSince: facts.receivedAt,
    review: { at: facts.receivedAt, seq: 1 },
    outcome: null,
    closedAt: null,
    closedSeq: null,
    receivedAt: facts.receivedAt,
    channel: facts.channel,
    language: facts.language,
    anonymous: facts.anonymous,
    partner: facts.partner,
    contact: facts.contact,
    gaps: facts.gaps,
    acknowledgedAt: null,
    representatives: facts.representative ? [{ id: facts.representative, state: 'named' }] : [],
    category: facts.category,
    nature: null,
    risk: facts.risk,
    respondent: { department: facts.respondentDepartment, staff: facts.respondentStaff },
    wish: facts.wish,
    points: [],
    pointsSeq: null,
    pointsState: 'none',
    scope: null,
    assignee: null,
    participants: [],
    recused: [],
    appointed: [],
    waived: [],
    requests: [],
    rootCause: null,
    plan: null,
    rejections: 0,
    question: null,
    decision: null,
    decisionBefore: null,
    report: null,
    notices: [],
    progress: null,
    appeal: null,
    appealUntil: null,
    windowLapsedSeq: null,
    escalation: facts.risk === 'high' || facts.risk === 'critical' ? 2 : 1,
    holds: [],
    links: facts.link ? [facts.link] : [],
    referrals: [],
    resume: null,
    clocks: [],
    calendars: facts.calendars,
    milestones: {},
    holding: null,
    reopened: null,
    breaches: [],
    rating: null,
    evidence: [],
    published: [],
    pinned: [],
    erasedAt: null,
  }
}

/** What every event does, whatever its type: counts, evidence, clocks, who took part, the move to another stage. */
const common = (c: Complaint, event: FoldableEvent): Complaint => {
  const { facts, type } = event
  const party = partySees(event)
  const published = 'publishes' in facts ? facts.publishes.filter((seq) => !c.published.includes(seq)) : []
  const { by } = facts
  const tookPart =
    by.kind === 'staff' && !facts.onBehalfOf && isSubstance(event) && !c.participants.some((p) => p.id === by.id)
  let next: Complaint = {
    ...c,
    version: facts.seq,
    partyVersion: c.partyVersion + (party ? 1 : 0) + published.length,
    published: [...c.published, ...published],
    pinned: PINNED.has(type) ? [...c.pinned, facts.seq] : c.pinned,
    participants:
      tookPart && by.kind === 'staff'
        ? [...c.participants, { id: by.id, department: by.department, seniority: by.seniority }]
        : c.participants,
    evidence: [...c.evidence, ...(facts.evidence ?? []).map((e) => ({ ...e, seq: facts.seq, party }))],
    notices: facts.notice ? [...c.notices, { message: facts.notice, seq: facts.seq, since: facts.at }] : c.notices,
  }
  const reached = reachedBy(event)
  if (reached && !next.milestones[reached])
    next = { ...next, milestones: { ...next.milestones, [reached]: { at: facts.at, seq: facts.seq } } }
  if (facts.outcome) next = { ...next, outcome: facts.outcome }
  if (facts.stage) next = enter(next, facts.stage, facts.seq, facts.at)
  for (const change of facts.clocks ?? []) {
    next = { ...next, clocks: applyClockChange(next.clocks, change) }
    if (change.op === 'start' && change.clock.kind === 'appeal_window')
      next = { ...next, appealUntil: change.clock.dueAt }
    if ((change.op === 'move' || change.op === 'recount') && change.id.startsWith('appeal_window#'))
      next = { ...next, appealUntil: change.dueAt }
  }
  return next
}

const enter = (c: Complaint, stage: Stage, seq: number, at: string): Complaint => ({
  ...c,
  stage,
  stageSeq: seq,
  stageSince: at,
  // One clock over received and review; a case that comes back is given the time anew.
  review: c.stage === 'received' && stage === 'review' ? c.review : { at, seq },
  ...(stage === 'closed'
    ? {
        closedAt: at,
        closedSeq: seq,
        question: null,
        // An appeal that was decided is not gone back to.
        resume: c.stage === 'appeal' && c.appeal?.decided ? null : c.stage,
        requests: c.requests.map(lapsed),
        pointsState: c.pointsState === 'asked' ? 'unanswered' : c.pointsState,
      }
    : c.stage === 'closed'
      ? { closedAt: null, closedSeq: null, outcome: null, resume: null, reopened: { at, seq } }
      : {}),
  ...(stage === 'planning' || stage === 'appeal' ? { question: null } : {}),
})

const lapsed = (r: Complaint['requests'][number]) => (r.state === 'open' ? { ...r, state: 'lapsed' as const } : r)

/** A gap is closed; with the last of those that were asked for, the request for them is answered. */
const withoutGap = (c: Complaint, gap: Gap): Complaint => {
  const gaps = c.gaps.filter((g) => g !== gap)
  const open = gaps.some((g) => ASKED_GAPS.includes(g)) ? undefined : c.requests.find((r) => r.about === 'gaps')
  return withRequest({ ...c, gaps }, open?.id ?? null, 'answered')
}

const withPlan = (c: Complaint, change: Partial<Plan>): Complaint =>
  c.plan ? { ...c, plan: { ...c.plan, ...change } } : c

const withRequest = (c: Complaint, id: string | null, state: 'answered' | 'lapsed'): Complaint => ({
  ...c,
  requests: c.requests.map((r) => (r.id === id && r.state === 'open' ? { ...r, state } : r)),
})

const withRemedy = (c: Complaint, id: string, done: Remedy['done']): Complaint =>
  withPlan(c, { remedies: (c.plan?.remedies ?? []).map((r) => (r.id === id ? { ...r, done } : r)) })

const withLink = (c: Complaint, link: Complaint['links'][number]): Complaint => ({
  ...c,
  links: [...withoutLink(c, link).links, link],
})

const withoutLink = (c: Complaint, link: Complaint['links'][number]): Complaint => ({
  ...c,
  links: c.links.filter((l) => l.reference !== link.reference || l.kind !== link.kind),
})

const raise = (c: Complaint, to: 1 | 2 | 3): Complaint => ({ ...c, escalation: to > c.escalation ? to : c.escalation })

const seniorityOf = (event: FoldableEvent): number => (event.facts.by.kind === 'staff' ? event.facts.by.seniority : 0)

/** What one event means for the case. */
const specific = (c: Complaint, event: FoldableEvent): Complaint => {
  const { seq, at } = event.facts
  switch (event.type) {
    case 'received':
    case 'review_started':
    case 'investigation_started':
    case 'interim_measure_recorded':
    case 'investigation_finished':
    case 'verified':
    case 'noted':
    case 'reply_recorded':
    case 'handling_commented':
    case 'rectified':
    case 'access_reissued':
    case 'code_issued':
    case 'outcome_unconfirmed':
    case 'clock_extended':
    case 'withdrawn':
    case 'withdrawal_rescinded':
      return c
    case 'reply_reminded':
    case 'request_reminded':
      return withClock(c, event.facts.clock, { passed: at, lapseAt: event.facts.lapseAt })
    case 'acknowledged':
      return { ...c, acknowledgedAt: c.acknowledgedAt ?? at, notices: event.facts.how === 'recorded' ? [] : c.notices }
    case 'delivery_recorded': {
      const { message, state, channel, request } = event.facts
      const bounced = state !== 'sent'
      const contact = channel === 'sms' ? 'phone' : 'email'
      return {
        ...c,
        notices: bounced ? c.notices : c.notices.filter((n) => n.message !== message),
        contact: state === 'bounced' ? { ...c.contact, [contact]: 'bounced' } : c.contact,
        requests: bounced ? c.requests.map((r) => (r.id === request ? { ...r, bounced: true } : r)) : c.requests,
      }
    }
    case 'contact_confirmed':
      return { ...c, contact: { ...c.contact, [event.facts.channel]: 'confirmed' } }
    case 'assigned':
      return { ...c, assignee: event.facts.to }
    case 'unassigned':
      return { ...c, assignee: c.assignee === event.facts.staff ? null : c.assignee }
    case 'recused':
      return { ...c, recused: [...c.recused, event.facts.staff] }
    case 'outside_appointed': {
      const { appointee: id, purpose, seniority } = event.facts
      return { ...c, appointed: [...c.appointed, { id, purpose, seniority }] }
    }
    case 'independence_waived':
      return { ...c, waived: [...c.waived, { staff: event.facts.staff, purpose: event.facts.purpose, seq }] }
    case 'information_requested': {
      const { request: id, of, about, staff } = event.facts
      return {
        ...c,
        requests: [...c.requests, { id, of, about, staff, seq, askedAt: at, state: 'open', bounced: false }],
      }
    }
    case 'information_recorded':
      return withRequest(c, event.facts.request, 'answered')
    case 'message_added': {
      const answered = withRequest(c, event.facts.request, 'answered')
      // An answer in words fills every gap but the contact, which is corrected by its own command.
      return c.requests.some((r) => r.id === event.facts.request && r.about === 'gaps')
        ? { ...answered, gaps: c.gaps.filter((g) => g === 'contact') }
        : answered
    }
    case 'request_lapsed': {
      const points = c.requests.some((r) => r.id === event.facts.request && r.about === 'points')
      const next = withRequest(c, event.facts.request, 'lapsed')
      return points && c.pointsState === 'asked' ? { ...next, pointsState: 'unanswered' } : next
    }
    case 'representative_verified': {
      const { representative, accepted } = event.facts
      const state = accepted ? ('verified' as const) : ('refused' as const)
      const representatives = c.representatives.map((r) => (r.id === representative ? { ...r, state } : r))
      return withoutGap({ ...c, representatives }, 'authority')
    }
    case 'representative_revoked':
      return {
        ...c,
        representatives: c.representatives.map((r) =>
          r.id === event.facts.representative ? { ...r, state: 'revoked' } : r,
        ),
      }
    case 'classified': {
      const { category, nature, risk, respondentDepartment, respondentStaff } = event.facts
      const respondent = { department: respondentDepartment, staff: respondentStaff }
      return { ...c, category, nature, risk, respondent, gaps: c.gaps.filter((g) => g !== 'category') }
    }
    case 'points_set': {
      const { request } = event.facts
      const points = event.facts.points.map((id) => c.points.find((p) => p.id === id) ?? { id, finding: null })
      // A new list supersedes the question about the old one.
      const requests = c.requests.map((r) => (r.about === 'points' ? lapsed(r) : r))
      return {
        ...c,
        points,
        pointsSeq: seq,
        pointsState: request ? 'asked' : 'none',
        requests: request
          ? [
              ...requests,
              {
                id: request,
                of: 'complainant',
                about: 'points',
                staff: null,
                seq,
                askedAt: at,
                state: 'open',
                bounced: false,
              },
            ]
          : requests,
      }
    }
    case 'points_confirmed': {
      const open = c.requests.find((r) => r.about === 'points' && r.state === 'open')
      return {
        ...withRequest(c, open?.id ?? null, 'answered'),
        pointsState: event.facts.agreed ? 'confirmed' : 'disputed',
      }
    }
    case 'scope_decided': {
      const decision = { kind: 'scope' as const, at, seq, seniority: seniorityOf(event) }
      return event.facts.inScope ? { ...c, scope: 'in' } : { ...c, scope: 'out', decision }
    }
    case 'duplicate_linked':
      return withLink(
        event.facts.relation === 'duplicate'
          ? { ...c, decisionBefore: c.decision, decision: { kind: 'closing', at, seq, seniority: seniorityOf(event) } }
          : c,
        { kind: event.facts.relation === 'duplicate' ? 'duplicate_of' : 'related', reference: event.facts.reference },
      )
    case 'linked':
      return withLink(c, { kind: event.facts.kind, reference: event.facts.reference })
    case 'duplicate_unlinked': {
      const { reference, stage } = event.facts
      const kind = event.facts.relation === 'duplicate' ? 'duplicate_of' : 'related'
      const next = withoutLink(c, { kind, reference })
      return stage ? { ...next, decision: c.decisionBefore, decisionBefore: null } : next
    }
    case 'unlinked':
      return withoutLink(c, event.facts)
    case 'message_sent':
      return event.facts.answers ? { ...c, question: null } : c
    case 'finding_recorded': {
      const { point, result, reliesOn } = event.facts
      const finding = { result, seq, evidence: reliesOn }
      return { ...c, points: c.points.map((p) => (p.id === point ? { ...p, finding } : p)) }
    }
    case 'assessment_finished':
      return { ...c, rootCause: event.facts.rootCause }
    case 'plan_proposed': {
      const { plan: id, remedies, needsApproval } = event.facts
      const by = event.facts.by.kind === 'staff' ? event.facts.by.id : ''
      return {
        ...c,
        plan: {
          id,
          seq,
          at,
          textSeq: seq,
          state: needsApproval ? 'submitted' : 'ready',
          proposedBy: by,
          approvedBy: null,
          seniority: seniorityOf(event),
          remedies: remedies.map((r) => ({ ...r, owner: null, budget: null, done: null })),
          final: false,
          offeredSeq: null,
        },
      }
    }
    case 'plan_resourced': {
      const of = new Map(event.facts.remedies.map((r) => [r.id, r]))
      return withPlan(c, { remedies: (c.plan?.remedies ?? []).map((r) => ({ ...r, ...of.get(r.id) })) })
    }
    case 'plan_approved': {
      const seniority = Math.max(c.plan?.seniority ?? 0, seniorityOf(event))
      const approvedBy = event.facts.by.kind === 'staff' ? event.facts.by.id : null
      return withPlan(c, { state: 'ready', seq, at, seniority, approvedBy })
    }
    case 'plan_returned':
      return withPlan(c, { state: 'draft', seq, at })
    case 'plan_offered': {
      const seniority = Math.max(c.plan?.seniority ?? 0, seniorityOf(event))
      return {
        ...withPlan(c, { state: 'offered', final: event.facts.final, offeredSeq: seq, seniority }),
        question: null,
        report: null,
        decision: { kind: 'offer', at, seq, seniority },
      }
    }
    case 'plan_accepted':
      return { ...withPlan(c, { state: 'accepted' }), question: null }
    case 'plan_questioned':
      // A further question does not put off the answer to the first.
      return { ...c, question: c.question ?? { about: 'plan', at, seq } }
    case 'plan_rejected':
      return {
        ...withPlan(c, { state: 'rejected' }),
        question: null,
        rejections: c.rejections + 1,
        wish: event.facts.wish ?? c.wish,
      }
    case 'plan_revised':
      return { ...c, plan: null, question: null, report: null }
    case 'offer_lapsed':
      return withPlan(c, { state: event.facts.silence === 'execute' ? 'accepted' : 'lapsed' })
    case 'remedy_recorded':
      return withRemedy(c, event.facts.remedy, { at, seq, cost: event.facts.cost })
    case 'progress_reported':
      return { ...c, progress: { at, seq } }
    case 'outcome_reported':
      return { ...c, report: { at, seq }, question: null }
    case 'outcome_confirmed': {
      const { rating, stage } = event.facts
      return { ...c, question: null, rating, ...(stage === 'planning' ? { report: null, plan: null } : {}) }
    }
    case 'outcome_questioned':
      return { ...c, question: c.question ?? { about: 'report', at, seq } }
    case 'appealed':
      return { ...c, appeal: { at, seq, from: c.stage, outcome: c.outcome, decided: null } }
    case 'appeal_decided': {
      const { result } = event.facts
      const by = event.facts.by.kind === 'staff' ? event.facts.by.id : ''
      const next = c.appeal ? { ...c, appeal: { ...c.appeal, decided: { result, at, seq, by } } } : c
      if (result !== 'stands') return { ...next, scope: 'in', plan: null, report: null }
      return event.facts.stage === 'offered' ? withPlan(next, { final: true }) : next
    }
    case 'appeal_window_lapsed':
      return { ...c, windowLapsedSeq: c.closedSeq ?? c.decision?.seq ?? null }
    case 'escalation_requested':
    case 'escalated':
      return raise(c, event.facts.to)
    case 'referral_requested': {
      const { referral: id, kind } = event.facts
      return { ...c, referrals: [...c.referrals, { id, kind, state: 'requested' }] }
    }
    case 'referral_recorded': {
      const { referral: id, kind, concluded } = event.facts
      const state = concluded ? 'concluded' : 'made'
      return { ...c, referrals: [...c.referrals.filter((r) => r.id !== id), { id, kind, state }] }
    }
    case 'holding_response_sent':
      return { ...c, holding: { at, seq, until: event.facts.until } }
    case 'calendar_changed':
      return { ...c, calendars: event.facts.calendars }
    case 'window_passed':
      return withClock(c, event.facts.clock, { passed: at })
    case 'clock_warned':
      return withClock(c, event.facts.clock, { warned: true })
    case 'clock_breached':
      return { ...withClock(c, event.facts.clock, { passed: at }), breaches: [...c.breaches, event.facts.kind] }
    case 'contact_corrected': {
      const { contact } = event.facts
      const next = { ...c, contact }
      return contact.email === 'none' && contact.phone === 'none' ? next : withoutGap(next, 'contact')
    }
    case 'hold_placed':
      return { ...c, holds: [...c.holds, event.facts.hold] }
    case 'hold_released':
      return { ...c, holds: c.holds.filter((h) => h !== event.facts.hold) }
    case 'closed':
      return { ...c, decision: { kind: 'closing', at, seq, seniority: seniorityOf(event) } }
    case 'reopened':
      if (event.facts.stage === 'execution') return c
      // The decision is set aside; a new one will be made.
      return { ...c, plan: null, report: null, decision: null, scope: event.facts.stage === 'review' ? null : 'in' }
    case 'erased':
      return { ...c, erasedAt: at }
  }
}

const withClock = (c: Complaint, id: string, change: Partial<Complaint['clocks'][number]>): Complaint => ({
  ...c,
  clocks: c.clocks.map((clock) => (clock.id === id ? { ...clock, ...change } : clock)),
})

/** Folds one event into the case. Pure, total, and needs no text: it works on an erased ledger. */
export const evolve = (c: Complaint | null, event: FoldableEvent): Complaint => {
  if (c === null) {
    if (event.type !== 'received') throw new Error(`a ledger begins with received, not ${event.type}`)
    return common(begin(event), event)
  }
  return common(specific(c, event), event)
}

export const fold = (events: readonly FoldableEvent[]): Complaint => {
  const folded = events.reduce<Complaint | null>(evolve, null)
  if (!folded) throw new Error('an empty ledger holds no case')
  return folded
}

export type { Event }
