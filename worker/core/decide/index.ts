import type * as z from 'zod'
import { clockChanges } from '../clocks.ts'
import type { Actor, Complaint } from '../complaint.ts'
import type { Event } from '../events.ts'
import { evolve } from '../evolve.ts'
import { isRefusal, type Refusal } from '../refusal.ts'
import { issueCode, reissueAccess, sendLostAccess } from './access.ts'
import { decideAppeal } from './appeal.ts'
import { appointOutside, assign, recuse, waiveIndependence } from './assignment.ts'
import { close, escalate, recordReferral, reopen } from './closing.ts'
import { revokeRepresentative } from './complainant.ts'
import { message, note, sendHoldingResponse } from './conversation.ts'
import { recordRemedy, reportOutcome, reportProgress } from './execution.ts'
import { recordInformation, requestInformation } from './information.ts'
import { decideSubmission, type Submission } from './intake.ts'
import {
  finishAssessment,
  finishInvestigation,
  recordFinding,
  recordInterimMeasure,
  startInvestigation,
} from './investigation.ts'
import { approvePlan, offerPlan, proposePlan, returnPlan, revisePlan } from './planning.ts'
import { extendClock, placeHold, recordAcknowledgement, rectify, releaseHold } from './records.ts'
import { complainantCommands, recordReply } from './reply.ts'
import {
  classify,
  decideScope,
  linkDuplicate,
  setPoints,
  unlinkDuplicate,
  verify,
  verifyRepresentative,
} from './review.ts'
import { type Context, type Draft, draft, give, type Rule, refusalOf } from './rule.ts'
import { confirmContact, erase, recordDelivery, recountClocks, runClock } from './system.ts'

/** Every command of the process, by its type. The API, `allowed` and the admin forms all read this table. */
export const commands = {
  ...complainantCommands,
  revoke_representative: revokeRepresentative,
  record_acknowledgement: recordAcknowledgement,
  request_information: requestInformation,
  record_information: recordInformation,
  verify,
  verify_representative: verifyRepresentative,
  classify,
  set_points: setPoints,
  decide_scope: decideScope,
  link_duplicate: linkDuplicate,
  unlink_duplicate: unlinkDuplicate,
  assign,
  recuse,
  appoint_outside: appointOutside,
  waive_independence: waiveIndependence,
  start_investigation: startInvestigation,
  record_interim_measure: recordInterimMeasure,
  note,
  message,
  finish_investigation: finishInvestigation,
  record_finding: recordFinding,
  finish_assessment: finishAssessment,
  propose_plan: proposePlan,
  approve_plan: approvePlan,
  return_plan: returnPlan,
  offer_plan: offerPlan,
  record_remedy: recordRemedy,
  report_progress: reportProgress,
  revise_plan: revisePlan,
  report_outcome: reportOutcome,
  record_reply: recordReply,
  send_holding_response: sendHoldingResponse,
  decide_appeal: decideAppeal,
  record_referral: recordReferral,
  escalate,
  extend_clock: extendClock,
  close,
  reopen,
  place_hold: placeHold,
  release_hold: releaseHold,
  rectify,
  reissue_access: reissueAccess,
} as const

/** Commands the system alone gives; they have no place in the public API. */
export const systemCommands = {
  run_clock: runClock,
  recount_clocks: recountClocks,
  record_delivery: recordDelivery,
  confirm_contact: confirmContact,
  send_lost_access: sendLostAccess,
  issue_code: issueCode,
  erase,
} as const

const all = { ...commands, ...systemCommands }

export type CommandType = keyof typeof commands
type AnyType = keyof typeof all
/** Zod infers an index signature that forbids every member from an object without fields. */
type Fields<S extends z.ZodObject> = string extends keyof z.infer<S> ? unknown : z.infer<S>
export type CommandOf<T extends AnyType> = { type: T } & Fields<(typeof all)[T]['fields']>
export type Command = { [T in AnyType]: CommandOf<T> }[AnyType]

/** The events to append to one ledger, and the case after them. `before` is null for a case that begins. */
export interface Appended {
  before: Complaint | null
  case: Complaint
  events: Event[]
}

/** What a command leads to: events on its own case first, then on the other one it concerns. */
export type Decision = Appended[]

// Looked up by a runtime key, a rule's fields can no longer be told apart by their type; `Command` ties them again.
const ruleOf = (type: AnyType) => all[type] as unknown as Rule

/** The commands this actor can give now; derived from the same rules as `decide`. */
export const allowed = (c: Complaint, ctx: Context): CommandType[] =>
  (Object.keys(commands) as CommandType[]).filter((type) => refusalOf(ruleOf(type), c, ctx) === null)

const recorded = (actor: Actor): Actor =>
  actor.kind === 'staff'
    ? { kind: 'staff', id: actor.id, roles: [...actor.roles], department: actor.department, seniority: actor.seniority }
    : actor.kind === 'partner'
      ? { kind: 'partner', id: actor.id, scopes: [...actor.scopes] }
      : actor

/** Numbers, dates and signs drafts, and folds them. */
const append = (before: Complaint | null, drafts: readonly Draft[], { actor, now }: Context): Appended => {
  const start = before?.version ?? 0
  const by = recorded(actor)
  const events = drafts.map(
    (d, i) => ({ type: d.type, facts: { ...d.facts, seq: start + i + 1, at: now, by }, text: d.text }) as Event,
  )
  const after = events.reduce<Complaint | null>(evolve, before)
  if (!after || events.length === 0) throw new Error('a decision has at least one event')
  return { before, case: after, events }
}

/** The same, recording with the last event what happens to the clocks. */
const appendTimed = (before: Complaint | null, drafts: readonly Draft[], ctx: Context): Appended => {
  const untimed = append(before, drafts, ctx)
  const clocks = clockChanges(untimed.case, ctx.policy, ctx.now)
  const last = drafts.at(-1)
  if (clocks.length === 0 || !last) return untimed
  const timed = { ...last, facts: { ...last.facts, clocks: [...(last.facts.clocks ?? []), ...clocks] } } as Draft
  return append(before, [...drafts.slice(0, -1), timed], ctx)
}

/**
 * Decides one command of one actor on one case: the events it becomes, or why it is refused. Pure; time, ids, policy,
 * staff and uploads come in with the context.
 */
export const decide = (c: Complaint, command: Command, ctx: Context): Decision | Refusal => {
  // The first act of staff begins the review (PROCESS "Stages").
  const begins = c.stage === 'received' && ctx.actor.kind === 'staff' && ruleOf(command.type).leavesReceived !== false
  const { type, ...fields } = command
  const result = give(ruleOf(type), c, fields, ctx)
  if (isRefusal(result)) return result
  const first = begins ? [draft('review_started', { stage: 'review' })] : []
  const here = appendTimed(c, [...first, ...result.here], ctx)
  if (!result.elsewhere) return [here]
  const { case: other, drafts } = result.elsewhere
  // A link moves no clock of the other case, which may run under a policy of its own; a case that begins needs clocks.
  return [here, (other ? append : appendTimed)(other, drafts, ctx)]
}

/** Decides a new complaint: the case it begins, or why it cannot be taken. */
export const submit = (s: Submission, site: string, reference: string, ctx: Context): Appended | Refusal => {
  const drafts = decideSubmission(s, site, reference, ctx)
  return isRefusal(drafts) ? drafts : appendTimed(null, drafts, ctx)
}

export type { Submission } from './intake.ts'
export { submission } from './intake.ts'
export type { Context, Draft } from './rule.ts'
