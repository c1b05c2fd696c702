import type {
  AppealResult,
  Asked,
  Channel,
  ClockKind,
  FindingResult,
  Gap,
  Instant,
  Money,
  Nature,
  Outcome,
  PlainDate,
  Purpose,
  ReferralKind,
  RemedyKind,
  Risk,
  RootCause,
  StaffRole,
  Stage,
} from './vocabulary.ts'

/** Who acts. Recorded with every event as it was then, so that every rule can be decided from the ledger alone. */
export type Actor =
  | { kind: 'complainant' }
  | { kind: 'representative'; id: string }
  | { kind: 'partner'; id: string; scopes: readonly string[] }
  | { kind: 'staff'; id: string; roles: readonly StaffRole[]; department: string; seniority: number }
  | { kind: 'system' }

/** A member of staff as far as the process needs to know them. Names stay with the store. */
export interface StaffMember {
  id: string
  roles: readonly StaffRole[]
  department: string
  /** Higher is more senior. */
  seniority: number
}

export interface EvidenceFact {
  id: string
  /** SHA-256 of the content, lower-case hex. */
  sha256: string
  /** Bytes. */
  size: number
  /** Media type found in the content, not the name. */
  type: string
}

export interface HeldEvidence extends EvidenceFact {
  seq: number
  /** False for what staff keep internal. */
  party: boolean
}

export interface Point {
  id: string
  finding: { result: FindingResult; seq: number; evidence: readonly string[] } | null
}

/** What a plan promises: the part of a remedy that the complainant is told. */
export interface Promised {
  id: string
  kind: RemedyKind
  money: Money | null
  due: PlainDate | null
}

/** What carrying it out takes: the staff side's own. */
export interface Resourced {
  id: string
  /** Staff id or department that answers for it; null is a gap that stops the offer. */
  owner: string | null
  budget: Money | null
}

export interface Remedy extends Promised, Resourced {
  done: { at: Instant; seq: number; cost: Money | null } | null
}

export interface Plan {
  id: string
  /** The event that last changed its state before the offer; the clocks on the plan count from it. */
  seq: number
  at: Instant
  /** The event that holds its words. */
  textSeq: number
  /** `draft` was returned; `submitted` awaits approval; `ready` may be offered. */
  state: 'submitted' | 'draft' | 'ready' | 'offered' | 'accepted' | 'rejected' | 'lapsed'
  proposedBy: string
  approvedBy: string | null
  /** Seniority of the most senior person who made it: the proposer, then the approver, then the one who offers. */
  seniority: number
  remedies: readonly Remedy[]
  final: boolean
  offeredSeq: number | null
}

export interface Request {
  id: string
  of: Asked
  /** `points` asks the complainant to confirm the points; `gaps` asks for what the intake left out. */
  about: 'information' | 'points' | 'gaps'
  staff: string | null
  seq: number
  askedAt: Instant
  state: 'open' | 'answered' | 'lapsed'
  /** The message asking bounced: it pauses nothing (PROCESS rule 6). */
  bounced: boolean
}

/** Something that happened, from which a clock can count. */
export interface Fact {
  at: Instant
  seq: number
}

/** A date that was moved, and why. */
export interface ClockMove {
  at: Instant
  because: 'extension' | 'calendar'
  from: Instant
  to: Instant
}

export interface Clock {
  id: string
  kind: ClockKind
  since: Instant
  sinceSeq: number
  warnAt: Instant | null
  dueAt: Instant
  /** When silence takes effect, for clocks that remind first. */
  lapseAt: Instant | null
  pausedAt: Instant | null
  pauses: readonly (readonly [Instant, Instant])[]
  warned: boolean
  /** Breached, or for clocks that remind: reminded. */
  passed: Instant | null
  extended: boolean
  /** Absent while nothing has moved its date but pauses. */
  moves?: readonly ClockMove[]
}

export type ClockChange =
  | { op: 'start'; clock: Clock }
  | { op: 'stop'; id: string }
  | { op: 'pause'; id: string; at: Instant }
  | { op: 'resume'; id: string; at: Instant; warnAt: Instant | null; dueAt: Instant; lapseAt: Instant | null }
  | { op: 'move'; id: string; at: Instant; warnAt: Instant | null; dueAt: Instant; lapseAt: Instant | null }
  /** The same length under a newer calendar. */
  | { op: 'recount'; id: string; at: Instant; warnAt: Instant | null; dueAt: Instant; lapseAt: Instant | null }

export interface Representative {
  id: string
  state: 'named' | 'verified' | 'refused' | 'revoked'
}

/** What somebody did on the substance, for independence at appeal. */
export interface Participant {
  id: string
  department: string
  seniority: number
}

export type ContactState = 'none' | 'unconfirmed' | 'confirmed' | 'bounced'

export interface Link {
  /** This case `duplicate_of` / `leads` / is `related` to / is `about_handling` of / has its `handling` questioned in the other. */
  kind: 'duplicate_of' | 'leads' | 'related' | 'about_handling' | 'handling'
  reference: string
}

/** A message whose arrival stops a clock. */
export interface Notice {
  message: string
  seq: number
  since: Instant
}

/** Milestones that the rest of the state does not tell: reached once, and still reached when the case goes back. */
export type Reached = 'investigation' | 'decided' | 'accepted' | 'referred'

/**
 * A case as the ledger tells it: facts only, never text, so that folding works after the text has been erased.
 */
export interface Complaint {
  reference: string
  site: string
  policy: { id: string; version: number }
  /** Number of events in the ledger. */
  version: number
  /** Number of events the complainant's side may see. */
  partyVersion: number
  stage: Stage
  stageSeq: number
  stageSince: Instant
  /** From when the review clock counts: the receipt, or a later return to review. */
  review: { at: Instant; seq: number }
  outcome: Outcome | null
  closedAt: Instant | null
  closedSeq: number | null
  receivedAt: Instant
  channel: Channel
  language: string
  anonymous: boolean
  partner: string | null
  contact: { email: ContactState; phone: ContactState }
  gaps: readonly Gap[]
  acknowledgedAt: Instant | null
  representatives: readonly Representative[]
  category: string
  nature: Nature | null
  risk: Risk
  respondent: { department: string | null; staff: string | null }
  wish: { kind: RemedyKind; money: Money | null } | null
  points: readonly Point[]
  pointsSeq: number | null
  pointsState: 'none' | 'asked' | 'confirmed' | 'disputed' | 'unanswered'
  scope: 'in' | 'out' | null
  assignee: string | null
  participants: readonly Participant[]
  recused: readonly string[]
  appointed: readonly { id: string; purpose: Purpose; seniority: number }[]
  waived: readonly { staff: string; purpose: Purpose; seq: number }[]
  requests: readonly Request[]
  rootCause: RootCause | null
  plan: Plan | null
  rejections: number
  question: { about: 'plan' | 'report'; at: Instant; seq: number } | null
  /** The newest decision that can be appealed, and how senior its maker was. */
  decision: { kind: 'scope' | 'offer' | 'closing'; at: Instant; seq: number; seniority: number } | null
  /** The decision that closing as a duplicate replaced; unlinking brings it back. */
  decisionBefore: Complaint['decision']
  report: { at: Instant; seq: number } | null
  notices: readonly Notice[]
  /** The newest progress report. */
  progress: { at: Instant; seq: number } | null
  appeal: {
    at: Instant
    seq: number
    /** Where an appeal that changes nothing returns to, and with which outcome if that was the closing. */
    from: Stage
    outcome: Outcome | null
    decided: { result: AppealResult; at: Instant; seq: number; by: string } | null
  } | null
  /** Until when an appeal, or after a withdrawal its rescission, may be made; null until a decision is sent. */
  appealUntil: Instant | null
  /** The decision or closing whose appeal window has run out. */
  windowLapsedSeq: number | null
  escalation: 1 | 2 | 3
  holds: readonly string[]
  links: readonly Link[]
  referrals: readonly { id: string; kind: ReferralKind; state: 'requested' | 'made' | 'concluded' }[]
  /** The stage that rescinding a withdrawal, unlinking a duplicate returns to. */
  resume: Stage | null
  clocks: readonly Clock[]
  /** The bundled calendars by which its dates were last counted, e.g. `CN=f43eee1e`; empty for calendars of one's own. */
  calendars: string
  /** First reached when; what else clocks of regimes count from, the rest of the state tells. */
  milestones: Partial<Record<Reached, Fact>>
  /** The newest holding response, and until when it promised an answer. */
  holding: (Fact & { until: PlainDate }) | null
  /** When a closed case last came to be open again. */
  reopened: Fact | null
  breaches: readonly ClockKind[]
  rating: number | null
  evidence: readonly HeldEvidence[]
  /** Events with these numbers became visible to the complainant's side with a decision. */
  published: readonly number[]
  /** Events whose words the view needs beside those other fields point at: corrections, referrals, the root cause. */
  pinned: readonly number[]
  erasedAt: Instant | null
}
