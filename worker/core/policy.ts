import * as z from 'zod'
import { calendarChoice, calendarOf } from './calendars/index.ts'
import { body, category, regime } from './regime.ts'
import { duration } from './time/schema.ts'
import { DECISION_PARTS, REMEDIES, RISKS, STANDARD_CLOCKS } from './vocabulary.ts'

export { type Calendar, calendar, type Duration, duration } from './time/schema.ts'

export const clockSpec = z.strictObject({
  /** Null where the deadline comes from the case, as the latest remedy date does. */
  due: duration.nullable(),
  /** How long after the start a warning is given; null for none. */
  warn: duration.nullable(),
  /** An internal clock pauses while the complainant is asked (PROCESS rule 6). */
  internal: z.boolean(),
  /** After a reminder at the due date, how long until silence takes effect. */
  lapse: duration.optional(),
  /** Whether a supervisor may extend it. */
  extendable: z.boolean(),
})
export type ClockSpec = z.infer<typeof clockSpec>

const LAPSING: readonly string[] = ['request', 'reply']

const clocks = z.record(z.enum(STANDARD_CLOCKS), clockSpec).superRefine((specs, ctx) => {
  for (const [kind, { due, lapse }] of Object.entries(specs)) {
    const say = (field: string, message: string) => ctx.addIssue({ code: 'custom', path: [kind, field], message })
    if (LAPSING.includes(kind) !== (lapse !== undefined))
      say(
        'lapse',
        lapse ? 'only `request` and `reply` act on silence' : 'how long until silence takes effect is missing',
      )
    if ((due === null) !== (kind === 'execute'))
      say('due', due ? 'the dates of the remedies set this deadline: it must be null' : 'a length is missing')
  }
})

export const policy = z.strictObject({
  /** The packs by their names and, if not the standard one's, the calendar: `standard+psd2@DE`. */
  id: z.string().regex(/^[a-z0-9-]+(\+[a-z0-9-]+)*(@[A-Z-]+)?$/),
  version: z.number().int().positive(),
  /** A bundled calendar by its id, one based on it, or a whole one; resolved when the policy is loaded. */
  calendar: calendarChoice.transform(calendarOf),
  clocks,
  /** What runs beside the standard clocks. */
  regimes: z.array(regime).default([]),
  /** How many plans may be offered; the last is final. */
  rounds: z.number().int().positive(),
  /** What silence on an offer means. */
  silence: z.enum(['execute', 'lapse']),
  /** A plan needs approval from this amount on (minor units, any currency not named) or this risk on. */
  approval: z.strictObject({
    amount: z.number().int().nonnegative(),
    amounts: z.record(z.string(), z.number().int().nonnegative()),
    risk: z.enum(RISKS),
  }),
  anonymous: z.boolean(),
  categories: z.array(category).min(1),
  remedies: z.array(z.enum(REMEDIES)).min(1),
  /** From this wished-for amount on (minor units) the risk is at least high. */
  highRiskAmount: z.number().int().positive(),
  /** What a decision must say (PROCESS rule 4). */
  decisionContains: z.array(z.enum(DECISION_PARTS)),
  /** Whom a dissatisfied complainant can turn to, named in every decision. */
  bodies: z.array(body),
  retentionYears: z.number().int().min(5),
  /** When this policy is due for its own review (PROCESS rule 19). */
  reviewOn: z.iso.date(),
})
export type Policy = z.infer<typeof policy>
/** A policy as it is written, its calendar by name. */
export type PolicyPack = z.input<typeof policy>
