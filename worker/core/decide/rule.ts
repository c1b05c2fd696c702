import type * as z from 'zod'
import type { Actor, Complaint, EvidenceFact, StaffMember } from '../complaint.ts'
import type { CommonFacts, CommonText, EventOf, EventType, FactsOf, PersonText, TextOf } from '../events.ts'
import type { Policy } from '../policy.ts'
import { isRefusal, type Refusal } from '../refusal.ts'
import type { Instant, Stage } from '../vocabulary.ts'

/** An upload at hand for this command, with its name (sealed text). */
export interface Upload extends EvidenceFact {
  name: string
}

/** All that a decision may depend on beside the case and the command. */
export interface Context {
  now: Instant
  /** When what is being recorded reached the organisation; equal to `now` unless it came outside the system. */
  asOf: Instant
  actor: Actor
  policy: Policy
  /** A fresh id with a prefix, e.g. `id('pt')`. */
  id: (prefix: string) => string
  /** The site's active staff. */
  staff: readonly StaffMember[]
  /** Completed uploads that this actor may attach. */
  uploads: ReadonlyMap<string, Upload>
  /** The case another is linked with, where the command names one. */
  other?: { case: Complaint; sameComplainant: boolean } | undefined
  /** What a linked case about the handling starts from. */
  opening?: { reference: string; complainant: PersonText } | undefined
}

type Optional = Partial<Pick<CommonFacts, 'stage' | 'outcome' | 'evidence' | 'notice' | 'onBehalfOf' | 'clocks'>>

/** An event before it is numbered, dated and signed with its actor. */
export type Draft = {
  [T in EventType]: { type: T; facts: FactsOf[T] & Optional; text: EventOf<T>['text'] }
}[EventType]

/** Drafts for this case and, where a command concerns two, for the other. */
export interface Outcome {
  here: Draft[]
  elsewhere?: { case: Complaint | null; drafts: Draft[] }
}

export type Who = (c: Complaint, ctx: Context) => Refusal | null
export type Guard = (c: Complaint, ctx: Context) => Refusal | null

/**
 * A command of the process: its fields, who may give it, when, and what it does. `decide` and `allowed` read the same
 * `by`, `in` and `guard`, so what is offered and what is accepted cannot drift apart. A guard therefore refuses exactly
 * what no choice of fields could mend; `decide` refuses what other fields would.
 */
export interface Rule<T extends string = string, S extends z.ZodObject = z.ZodObject> {
  type: T
  /** One sentence for the API reference. */
  summary: string
  fields: S
  by: Who
  in: readonly Stage[]
  guard?: Guard
  /** Acts of staff on a case just received begin its review, but for these. */
  leavesReceived?: false
  decide: (c: Complaint, fields: z.infer<S>, ctx: Context) => Draft[] | Outcome | Refusal
}

export const rule = <const T extends string, S extends z.ZodObject>(definition: Rule<T, S>): Rule<T, S> => definition

/** Why nobody in this actor's place could give this command now, whatever its fields. */
export const refusalOf = (r: Rule, c: Complaint, ctx: Context): Refusal | null => {
  if (c.erasedAt) return { refused: 'erased' }
  const who = r.by(c, ctx)
  if (who) return who
  if (!r.in.includes(c.stage)) return { refused: 'wrong_stage', stage: c.stage, allowedIn: r.in }
  return r.guard?.(c, ctx) ?? null
}

/** Gives a command: refused by its rule, or the drafts it leads to. */
export const give = (r: Rule, c: Complaint, fields: Record<string, unknown>, ctx: Context): Outcome | Refusal => {
  const refusal = refusalOf(r, c, ctx)
  if (refusal) return refusal
  const result = r.decide(c, fields, ctx)
  if (isRefusal(result)) return result
  return Array.isArray(result) ? { here: result } : result
}

type TextFor<T extends EventType> = (T extends keyof TextOf ? TextOf[T] & CommonText : CommonText) | null

/** A draft; text fields that are undefined or empty are left out, and text without any field is null. */
export const draft = <T extends EventType>(
  type: T,
  facts: FactsOf[T] & Optional,
  text: { [K in keyof TextFor<T>]?: TextFor<T>[K] | undefined } | null = null,
): Draft => {
  const kept = Object.entries(text ?? {}).filter(([, value]) => value !== undefined)
  return { type, facts, text: kept.length > 0 ? Object.fromEntries(kept) : null } as Draft
}
