import type { complainantCommands } from '../core/decide/reply.ts'
import type {
  AppealResult,
  ClockKind,
  FindingResult,
  Gap,
  Instant,
  Money,
  Outcome,
  PlainDate,
  Purpose,
  ReferralKind,
  RemedyKind,
  ReplyMedium,
  Stage,
} from '../core/vocabulary.ts'

/** What a complainant can have said through staff, by the command it was recorded as. */
export type Said = keyof typeof complainantCommands

export interface Finding {
  point: string
  result: FindingResult
  reasons: string
}

export interface PlannedRemedy {
  kind: RemedyKind
  content: string
  money: Money | null
  due: PlainDate | null
}

export interface DeliveredRemedy {
  kind: RemedyKind
  content: string
  on: PlainDate | null
  note: string
}

/** Whom a dissatisfied complainant can turn to, in the language of the letter. */
export interface Body {
  name: string
  url: string | null
}

/** What brought a case to its end. */
export type Closing = 'accepted' | 'rejected' | 'lapsed' | 'confirmed' | 'unconfirmed' | 'staff'

/**
 * What each letter needs to be written; a letter without its words fails the type check. Times are instants in UTC,
 * shown in the policy's time zone. `by` is when something is promised or awaited.
 */
export interface Letters {
  acknowledgement: {
    receivedAt: Instant
    /** When the preliminary review is promised. */
    by: Instant | null
    /** Deadlines that the rules of a regulator set for the answer. */
    deadlines: readonly { clock: ClockKind; by: Instant }[]
    /** Whether the reader was shown an access code when the complaint was filed. */
    holdsCode: boolean
    /** The case whose handling this one is about. */
    handlingOf: string | null
    toRepresentative: boolean
  }
  /** Instead of any other letter, to an address that nobody has confirmed: says that there is news, not what. */
  news: Record<never, never>
  access: { because: 'reissued' | 'confirmed' }
  /** A new code was issued in place of theirs. */
  code_replaced: Record<never, never>
  contact_confirm: Record<never, never>
  contact_changed: Record<never, never>
  information_requested: { question: string | null; gaps: readonly Gap[]; by: Instant | null }
  points_to_confirm: { points: readonly string[]; wish: string | null; by: Instant | null }
  request_reminder: { about: 'information' | 'points' | 'gaps'; question: string | null; until: Instant | null }
  request_lapsed: { about: 'information' | 'points' | 'gaps' }
  representative_verified: { accepted: boolean; note: string | null; representative: string; toRepresentative: boolean }
  representative_revoked: { reason: string | null; representative: string; toRepresentative: boolean }
  accepted: { points: readonly string[]; needsInvestigation: boolean; reasons: string | null; by: Instant | null }
  out_of_scope: {
    reasons: string
    referral: ReferralKind | null
    body: string | null
    appealUntil: Instant | null
    bodies: readonly Body[]
  }
  duplicate: { leading: string; reason: string | null; appealUntil: Instant | null }
  duplicate_unlinked: { other: string; reason: string }
  interim_measure: { content: string; until: PlainDate | null }
  message: { message: string; files: number }
  decision: {
    final: boolean
    findings: readonly Finding[]
    reasons: string | null
    remedies: readonly PlannedRemedy[]
    timetable: string | null
    howToAppeal: string | null
    whomElse: string | null
    note: string | null
    /** Reasons why somebody in the respondent department had to act all the same (PROCESS rule 2). */
    waivers: readonly string[]
    by: Instant | null
    appealUntil: Instant | null
  }
  plan_accepted: { remedies: readonly PlannedRemedy[]; by: Instant | null }
  plan_rejected: { by: Instant | null }
  plan_revised: { reason: string; by: Instant | null }
  offer_executed: { by: Instant | null }
  progress: { report: string; by: Instant | null }
  outcome_report: { report: string; remedies: readonly DeliveredRemedy[]; by: Instant | null }
  outcome_disputed: { by: Instant | null }
  reply_reminder: { about: 'plan' | 'report'; until: Instant | null; silence: 'execute' | 'lapse' }
  holding: { reasons: string; until: PlainDate; bodies: readonly Body[] }
  appeal_received: { by: Instant | null }
  appeal_decided: { result: AppealResult; reasons: string; stage: Stage; by: Instant | null; bodies: readonly Body[] }
  closed: {
    outcome: Outcome
    because: Closing
    reasons: string | null
    appealUntil: Instant | null
    bodies: readonly Body[]
  }
  withdrawn: { until: Instant | null }
  withdrawal_rescinded: { stage: Stage }
  reopened: { stage: Stage; reason: string }
  independence_waived: { purpose: Purpose; reason: string }
  delayed: { clock: ClockKind }
  extended: { clock: ClockKind; until: PlainDate; reason: string }
  referral: {
    kind: ReferralKind
    body: string
    madeOn: PlainDate
    concluded: boolean
    result: string | null
  }
  handling_commented: Record<never, never>
  reply_recorded: {
    how: ReplyMedium
    receivedAt: Instant
    command: Said
    words: readonly string[]
    note: string | null
  }
  staff_breach: { clock: ClockKind }
  staff_warning: { clock: ClockKind; by: Instant | null }
  staff_information_requested: { by: Instant | null; reminder: boolean }
  staff_appointed: { purpose: Purpose }
  /** `minutes` is how long the code works, once. */
  staff_sign_in: { code: string; minutes: number }
}

export type Template = keyof Letters

/** What every letter about a case knows. */
export interface Common {
  reference: string
  /** `pk_...`, for the address of the tracker. */
  siteKey: string
  siteName: string
  /** IANA zone of the policy. */
  timeZone: string
  /** How to address the reader; null where the address is not known to be theirs. */
  name: string | null
}

export type LetterOf<T extends Template> = { template: T; params: Letters[T] }
/** A letter before it has a reader. */
export type Letter = { [T in Template]: LetterOf<T> }[Template]

export const letter = <T extends Template>(template: T, params: Letters[T]): Letter => ({ template, params }) as Letter
