import type { Actor, ClockChange, ContactState, EvidenceFact, Promised, Resourced } from './complaint.ts'
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
  ReplyMedium,
  Risk,
  RootCause,
  Stage,
} from './vocabulary.ts'

export interface PersonText {
  name?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  preferredChannel?: string | undefined
  customerReference?: string | undefined
}

export interface RepresentativeText {
  name: string
  relation: string
  email?: string | undefined
  phone?: string | undefined
}

/** An event whose happening says all. */
type Bare = Record<never, never>

/** Fields of an event that are kept in plain: dates, kinds, amounts, ids. */
export interface FactsOf {
  received: {
    reference: string
    site: string
    policy: { id: string; version: number }
    channel: Channel
    receivedAt: Instant
    language: string
    anonymous: boolean
    partner: string | null
    contact: { email: ContactState; phone: ContactState }
    gaps: readonly Gap[]
    representative: string | null
    category: string
    risk: Risk
    respondentDepartment: string | null
    respondentStaff: string | null
    occurredOn: PlainDate | null
    wish: { kind: RemedyKind; money: Money | null } | null
    willing: boolean | null
    consent: boolean
    link: { kind: 'about_handling'; reference: string } | null
    calendars: string
  }
  acknowledged: { how: 'delivered' | 'published' | 'recorded'; message: string | null }
  delivery_recorded: {
    message: string
    state: 'sent' | 'failed' | 'bounced'
    channel: 'email' | 'sms'
    request: string | null
  }
  contact_confirmed: { channel: 'email' | 'phone' }
  review_started: Bare
  assigned: { to: string; department: string; seniority: number }
  unassigned: { staff: string; because: 'conflict' | 'recusal' | 'reassignment' }
  recused: { staff: string }
  outside_appointed: { appointee: string; purpose: Purpose; seniority: number }
  independence_waived: { staff: string; purpose: Purpose }
  information_requested: {
    request: string
    of: Asked
    about: 'information' | 'gaps'
    staff: string | null
    gaps: readonly Gap[]
  }
  information_recorded: { request: string | null; of: Asked }
  /** Silence takes effect at `lapseAt`, counted from the reminder however late that is. */
  request_reminded: { clock: string; request: string; of: Asked; lapseAt: Instant | null }
  request_lapsed: { clock: string; request: string; of: Asked }
  verified: { identity: boolean; contact: boolean; content: boolean }
  representative_verified: { representative: string; accepted: boolean }
  representative_revoked: { representative: string }
  classified: {
    category: string
    nature: Nature
    risk: Risk
    respondentDepartment: string | null
    respondentStaff: string | null
  }
  points_set: { points: readonly string[]; request: string | null }
  points_confirmed: { agreed: boolean }
  scope_decided: { inScope: boolean; needsInvestigation: boolean; referral: ReferralKind | null }
  duplicate_linked: { reference: string; relation: 'duplicate' | 'related' }
  duplicate_unlinked: { reference: string; relation: 'duplicate' | 'related' }
  linked: { reference: string; kind: 'leads' | 'related' | 'handling' }
  unlinked: { reference: string; kind: 'leads' | 'related' }
  interim_measure_recorded: { measure: string; until: PlainDate | null }
  investigation_started: Bare
  investigation_finished: Bare
  noted: Bare
  message_sent: { answers: boolean }
  message_added: { request: string | null }
  finding_recorded: { point: string; result: FindingResult; reliesOn: readonly string[] }
  assessment_finished: { rootCause: RootCause }
  plan_proposed: { plan: string; remedies: readonly Promised[]; needsApproval: boolean }
  plan_resourced: { plan: string; remedies: readonly Resourced[] }
  plan_approved: { plan: string }
  plan_returned: { plan: string }
  plan_offered: { plan: string; round: number; final: boolean; publishes: readonly number[] }
  plan_accepted: { plan: string }
  plan_questioned: { plan: string }
  plan_rejected: { plan: string; wish: { kind: RemedyKind; money: Money | null } | null }
  plan_revised: { plan: string }
  offer_lapsed: { clock: string; plan: string; silence: 'execute' | 'lapse' }
  remedy_recorded: { remedy: string; deliveredOn: PlainDate; cost: Money | null }
  progress_reported: Bare
  outcome_reported: { remedies: readonly string[] }
  outcome_confirmed: { satisfied: boolean; rating: number | null; undelivered: readonly string[] }
  outcome_questioned: Bare
  outcome_unconfirmed: { clock: string }
  reply_reminded: { clock: string; lapseAt: Instant | null }
  holding_response_sent: { until: PlainDate }
  appealed: { against: number }
  appeal_decided: { result: AppealResult }
  appeal_window_lapsed: { clock: string }
  escalation_requested: { to: 1 | 2 | 3 }
  escalated: { to: 1 | 2 | 3; because: 'breach' | 'risk' | 'rejection' | 'staff' }
  referral_requested: { referral: string; kind: ReferralKind }
  referral_recorded: { referral: string; kind: ReferralKind; madeOn: PlainDate; concluded: boolean }
  handling_commented: { reference: string | null }
  clock_warned: { clock: string; kind: ClockKind }
  clock_breached: { clock: string; kind: ClockKind }
  clock_extended: { clock: string; kind: ClockKind; until: PlainDate }
  /** A time that was somebody's to use has run out, and nobody has missed anything. */
  window_passed: { clock: string; kind: ClockKind }
  /** A bundled calendar has changed: a holiday was announced, or taken back. */
  calendar_changed: {
    calendars: string
    moved: readonly { clock: string; kind: ClockKind; from: Instant; to: Instant }[]
  }
  reply_recorded: { how: ReplyMedium; receivedAt: Instant; command: string }
  withdrawn: Bare
  withdrawal_rescinded: Bare
  contact_corrected: { contact: { email: ContactState; phone: ContactState } }
  rectified: { fields: readonly string[] }
  /** `channel` is the contact it goes to, where whoever lost their code named one. */
  access_reissued: { to: string; channel?: 'email' | 'phone' }
  /** A link gave its holder an access code, in place of an earlier one or as the first. */
  code_issued: { to: string; replaces: boolean }
  hold_placed: { hold: string }
  hold_released: { hold: string }
  closed: Bare
  reopened: Bare
  erased: Bare
}

/** Fields of an event that are sealed: names, contacts, free text, file names. Only what exists is present. */
export interface TextOf {
  received: {
    complainant: PersonText
    representative?: RepresentativeText
    product?: string
    subject?: string
    narrative: string
    wish?: string
    respondentPerson?: string
    vulnerable?: string
    externalReference?: string
    terms?: string
  }
  acknowledged: { note?: string }
  delivery_recorded: { detail?: string }
  recused: { reason: string }
  outside_appointed: { name: string; email: string; reason: string }
  independence_waived: { reason: string }
  information_requested: { question?: string; to?: string }
  information_recorded: { content: string; source?: string }
  verified: { note?: string }
  representative_verified: { note?: string }
  representative_revoked: { reason?: string }
  classified: { reason?: string; respondentPerson?: string }
  points_set: { points: Record<string, string>; wish?: string }
  points_confirmed: { comment?: string }
  scope_decided: { reasons?: string; body?: string }
  duplicate_linked: { reason?: string }
  duplicate_unlinked: { reason: string }
  interim_measure_recorded: { content: string }
  investigation_finished: { summary: string }
  noted: { note: string }
  message_sent: { message: string }
  message_added: { message: string }
  finding_recorded: { reasons: string }
  assessment_finished: { cause: string }
  plan_proposed: { reasons: string; contents: Record<string, string>; owners?: Record<string, string> }
  plan_approved: { note?: string }
  plan_returned: { reason: string }
  plan_offered: { timetable: string; howToAppeal: string; whomElse: string; note?: string }
  plan_accepted: { comment?: string }
  plan_questioned: { question: string }
  plan_rejected: { reason: string; wish?: string }
  plan_revised: { reason: string }
  remedy_recorded: { note: string }
  progress_reported: { report: string }
  outcome_reported: { report: string }
  outcome_confirmed: { comment?: string }
  outcome_questioned: { question: string }
  holding_response_sent: { reasons: string }
  appealed: { grounds: string }
  appeal_decided: { reasons: string }
  escalation_requested: { reason?: string }
  escalated: { reason?: string }
  referral_requested: { reason?: string }
  referral_recorded: { body: string; result?: string }
  handling_commented: { comment: string }
  clock_extended: { reason: string }
  reply_recorded: { note?: string }
  withdrawn: { reason?: string }
  withdrawal_rescinded: { reason?: string }
  contact_corrected: { email?: string; phone?: string; name?: string; preferredChannel?: string }
  rectified: { changes: Record<string, string>; reason: string }
  hold_placed: { reason: string }
  hold_released: { reason: string }
  closed: { reasons?: string }
  reopened: { reason: string }
}

export type EventType = keyof FactsOf

/** Fields any event may carry beside its own. */
export interface CommonFacts {
  seq: number
  at: Instant
  by: Actor
  /** Set where staff recorded for somebody else what came by phone, post, in person or e-mail (PROCESS rule 14). */
  onBehalfOf?: 'complainant'
  /** The stage this event leads to. */
  stage?: Stage
  outcome?: Outcome
  clocks?: readonly ClockChange[]
  evidence?: readonly EvidenceFact[] | undefined
  /** A message whose arrival stops a clock, by its outbox id. */
  notice?: string
}

/** File names travel sealed, beside the text of the event that brought the files. */
export interface CommonText {
  fileNames?: Record<string, string>
}

export type EventOf<T extends EventType> = {
  type: T
  facts: FactsOf[T] & CommonFacts
  text: (T extends keyof TextOf ? TextOf[T] & CommonText : CommonText) | null
}

export type Event = { [T in EventType]: EventOf<T> }[EventType]

/** An event whose text may be out of reach: hidden from this reader, or erased. */
export type FoldableEvent = { [T in EventType]: Pick<EventOf<T>, 'type' | 'facts'> }[EventType]

type Audience = 'party' | 'staff'

/**
 * Who sees an event. `staff` events never leave the staff side, save those a decision publishes (findings, the plan).
 */
export const AUDIENCE: Record<EventType, Audience> = {
  received: 'party',
  acknowledged: 'party',
  delivery_recorded: 'staff',
  contact_confirmed: 'party',
  review_started: 'party',
  assigned: 'staff',
  unassigned: 'staff',
  recused: 'staff',
  outside_appointed: 'party',
  independence_waived: 'party',
  information_requested: 'party',
  information_recorded: 'staff',
  request_reminded: 'party',
  request_lapsed: 'party',
  verified: 'staff',
  representative_verified: 'party',
  representative_revoked: 'party',
  classified: 'staff',
  points_set: 'party',
  points_confirmed: 'party',
  scope_decided: 'party',
  duplicate_linked: 'party',
  duplicate_unlinked: 'party',
  linked: 'party',
  unlinked: 'party',
  interim_measure_recorded: 'party',
  investigation_started: 'party',
  investigation_finished: 'staff',
  noted: 'staff',
  message_sent: 'party',
  message_added: 'party',
  finding_recorded: 'staff',
  assessment_finished: 'staff',
  plan_proposed: 'staff',
  plan_resourced: 'staff',
  plan_approved: 'staff',
  plan_returned: 'staff',
  plan_offered: 'party',
  plan_accepted: 'party',
  plan_questioned: 'party',
  plan_rejected: 'party',
  plan_revised: 'party',
  offer_lapsed: 'party',
  remedy_recorded: 'party',
  progress_reported: 'party',
  outcome_reported: 'party',
  outcome_confirmed: 'party',
  outcome_questioned: 'party',
  outcome_unconfirmed: 'party',
  reply_reminded: 'party',
  holding_response_sent: 'party',
  appealed: 'party',
  appeal_decided: 'party',
  appeal_window_lapsed: 'party',
  escalation_requested: 'party',
  escalated: 'staff',
  referral_requested: 'party',
  referral_recorded: 'party',
  handling_commented: 'party',
  clock_warned: 'staff',
  clock_breached: 'party',
  clock_extended: 'party',
  window_passed: 'party',
  calendar_changed: 'party',
  reply_recorded: 'party',
  withdrawn: 'party',
  withdrawal_rescinded: 'party',
  contact_corrected: 'party',
  rectified: 'staff',
  access_reissued: 'party',
  code_issued: 'party',
  hold_placed: 'staff',
  hold_released: 'staff',
  closed: 'party',
  reopened: 'party',
  erased: 'party',
}

/** Whether the complainant's side sees an event when it happens. */
export const partySees = ({ type, facts }: FoldableEvent): boolean => {
  switch (type) {
    // What is asked of a colleague, of counsel or of an outsider is the staff side's own work.
    case 'information_requested':
    case 'request_reminded':
    case 'request_lapsed':
      return facts.of === 'complainant'
    // A related case belongs to somebody else.
    case 'duplicate_linked':
    case 'duplicate_unlinked':
      return facts.relation === 'duplicate'
    case 'linked':
    case 'unlinked':
      return facts.kind !== 'related'
    // A calendar that moves none of their dates is no news.
    case 'calendar_changed':
      return facts.moved.length > 0
    default:
      return AUDIENCE[type] === 'party'
  }
}
