import type { Complaint, Fact, Reached } from './complaint.ts'
import type { FoldableEvent } from './events.ts'
import type { Milestone } from './vocabulary.ts'

/** The milestones an event reaches, as they are kept with the case. */
export const reachedBy = (event: FoldableEvent): Reached | null => {
  switch (event.type) {
    case 'plan_offered':
    case 'closed':
      return 'decided'
    case 'scope_decided':
      return event.facts.inScope ? (event.facts.stage === 'investigation' ? 'investigation' : null) : 'decided'
    case 'investigation_started':
      return 'investigation'
    case 'plan_accepted':
      return 'accepted'
    case 'referral_recorded':
      return 'referred'
    default:
      return null
  }
}

/** When the case came to a milestone; null if it has not or, for the closing, is open again. */
export const milestone = (c: Complaint, name: Milestone): Fact | null => {
  switch (name) {
    case 'received':
      return { at: c.receivedAt, seq: 1 }
    case 'held':
      return c.holding
    case 'appealed':
      return c.appeal
    case 'appeal_decided':
      return c.appeal?.decided ?? null
    case 'closed':
      return c.closedAt !== null && c.closedSeq !== null ? { at: c.closedAt, seq: c.closedSeq } : null
    default:
      return c.milestones[name] ?? null
  }
}
