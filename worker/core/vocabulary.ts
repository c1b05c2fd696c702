/** The words of the process. Every enumeration that crosses a boundary (ledger, API, locale files) is named here once. */

export const STAGES = [
  'received',
  'review',
  'investigation',
  'assessment',
  'planning',
  'offered',
  'execution',
  'confirmation',
  'appeal',
  'closed',
] as const
export type Stage = (typeof STAGES)[number]

export const OUTCOMES = [
  'resolved',
  'resolved_unconfirmed',
  'unresolved',
  'not_upheld',
  'out_of_scope',
  'duplicate',
  'withdrawn',
  'referred',
] as const
export type Outcome = (typeof OUTCOMES)[number]

export const CHANNELS = ['web', 'email', 'phone', 'chat', 'in_person', 'post', 'partner'] as const
export type Channel = (typeof CHANNELS)[number]

/** Roles a member of staff can hold. `outside` is someone appointed from outside for one case (PROCESS rule 2). */
export const STAFF_ROLES = ['handler', 'supervisor', 'reviewer', 'auditor', 'admin', 'outside'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** What independence is asked for: to handle a case, to approve a plan on it, to decide an appeal (PROCESS rule 2). */
export const PURPOSES = ['handle', 'approve', 'appeal'] as const
export type Purpose = (typeof PURPOSES)[number]

export const RISKS = ['low', 'medium', 'high', 'critical'] as const
export type Risk = (typeof RISKS)[number]

export const NATURES = ['objective', 'subjective'] as const
export type Nature = (typeof NATURES)[number]

export const FINDINGS = ['upheld', 'partly_upheld', 'not_upheld', 'cannot_be_determined'] as const
export type FindingResult = (typeof FINDINGS)[number]

export const REMEDIES = [
  'apology',
  'explanation',
  'correction',
  'refund',
  'compensation',
  'replacement',
  'reexamination',
  'goodwill',
  'process_change',
  'staff_training',
  'account_action',
  'other',
] as const
export type RemedyKind = (typeof REMEDIES)[number]

export const REFERRALS = ['mediation', 'arbitration', 'ombudsman', 'regulator', 'court', 'other'] as const
export type ReferralKind = (typeof REFERRALS)[number]

export const APPEAL_RESULTS = ['stands', 'varied', 'overturned'] as const
export type AppealResult = (typeof APPEAL_RESULTS)[number]

export const ASKED = ['complainant', 'department', 'counsel', 'third_party'] as const
/** Who can be asked for information (PROCESS rule 16). */
export type Asked = (typeof ASKED)[number]

/** How something said outside the system reached it (PROCESS rule 14). */
export const REPLY_MEDIA = ['phone', 'post', 'in_person', 'email', 'chat'] as const
export type ReplyMedium = (typeof REPLY_MEDIA)[number]

/** Fixable gaps of an intake, asked for instead of refused. */
export const GAPS = ['contact', 'subject', 'category', 'authority'] as const
export type Gap = (typeof GAPS)[number]
/** Those only the complainant can close; staff see to the others. */
export const ASKED_GAPS: readonly Gap[] = ['contact', 'authority']

/** The clocks of the process itself (PROCESS "Time"). */
export const STANDARD_CLOCKS = [
  'acknowledge',
  'review',
  'investigate',
  'assess',
  'plan',
  'approve',
  'notify',
  'answer',
  'execute',
  'progress',
  'confirm',
  'request',
  'reply',
  'appeal_window',
  'appeal',
] as const
export type StandardClock = (typeof STANDARD_CLOCKS)[number]

/** The clocks of the regimes, `regime.clock`; what starts and stops them is in their packs (core/policies). */
export const REGIME_CLOCKS = [
  'fca-disp.summary_resolution',
  'fca-disp.final_response',
  'fca-disp.promised_response',
  'fca-disp.referral',
  'psd2.reply',
  'psd2.final_reply',
  'cfpb.response',
  'cfpb.final_response',
  'cfpb.feedback',
  'cn-banking-2020.decision',
  'cn-banking-2020.complex_decision',
  'cn-banking-2020.extended_decision',
  'cn-banking-2020.review_window',
  'cn-banking-2020.review',
] as const
export type RegimeClock = (typeof REGIME_CLOCKS)[number]

export const CLOCKS = [...STANDARD_CLOCKS, ...REGIME_CLOCKS] as const
export type ClockKind = (typeof CLOCKS)[number]

/**
 * What clocks of a regime start with and are stopped by: the receipt, the first step into investigation, the newest
 * holding response, the first decision sent, the plan's acceptance, a referral to an outside body, the appeal, its
 * decision, and for as long as it lasts, the closing.
 */
export const MILESTONES = [
  'received',
  'investigation',
  'held',
  'decided',
  'accepted',
  'referred',
  'appealed',
  'appeal_decided',
  'closed',
] as const
export type Milestone = (typeof MILESTONES)[number]

/** What a clock counts from, as it is told to people. */
export const CLOCK_STARTS = [...MILESTONES, 'stage', 'plan_step', 'message', 'asked', 'question', 'report'] as const
export type ClockStart = (typeof CLOCK_STARTS)[number]

/** What a policy can ask a decision to say. Those of a regime are looked for in the words of the decision. */
export const DECISION_PARTS = ['reasons', 'how_to_appeal', 'whom_else', 'timetable'] as const
export const REGIME_PARTS = [
  'fca-disp.ombudsman',
  'fca-disp.website',
  'fca-disp.referral_deadline',
  'fca-disp.time_limits',
  'psd2.dispute_body',
  'cn-banking-2020.review',
  'cn-banking-2020.mediation',
  'cn-banking-2020.courts',
] as const
export type DecisionPart = (typeof DECISION_PARTS)[number] | (typeof REGIME_PARTS)[number]

export const ROOT_CAUSES = [
  'human_error',
  'process_gap',
  'system_fault',
  'third_party',
  'communication',
  'product_design',
  'policy_rule',
  'fraud',
  'misunderstanding',
  'none_found',
] as const
export type RootCause = (typeof ROOT_CAUSES)[number]

/** RFC 3339 in UTC with milliseconds, e.g. `2026-03-02T21:13:55.000Z`. One fixed format, so that text order is time order. */
export type Instant = string
/** ISO 8601 calendar date, `YYYY-MM-DD`. */
export type PlainDate = string

/** Minor units (cents, fen) of an ISO 4217 currency. */
export interface Money {
  amount: number
  currency: string
}
