import * as z from 'zod'
import { calendarChoice, calendarOf } from './calendars/index.ts'
import { duration } from './time/schema.ts'
import { CLOCKS, REFERRALS, REMEDIES, RISKS } from './vocabulary.ts'

export { type Calendar, calendar, type Duration, duration } from './time/schema.ts'

const date = z.iso.date()
const words = z.record(z.string(), z.string().min(1))

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

export const policy = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.number().int().positive(),
  /** A bundled calendar by its id, one based on it, or a whole one; resolved when the policy is loaded. */
  calendar: calendarChoice.transform(calendarOf),
  clocks: z.record(z.enum(CLOCKS), clockSpec),
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
  categories: z.array(
    z.strictObject({
      id: z.string().regex(/^[a-z_]+$/),
      /** Risk a complaint of this category starts with. */
      risk: z.enum(RISKS),
      label: words.optional(),
    }),
  ),
  remedies: z.array(z.enum(REMEDIES)),
  /** From this wished-for amount on (minor units) the risk is at least high. */
  highRiskAmount: z.number().int().positive(),
  /** What a decision must say (PROCESS rule 4). */
  decisionContains: z.array(z.enum(['reasons', 'how_to_appeal', 'whom_else', 'timetable'])),
  /** Whom a dissatisfied complainant can turn to, named in every decision. */
  bodies: z.array(z.strictObject({ kind: z.enum(REFERRALS), name: words, url: z.url().optional() })),
  retentionYears: z.number().int().min(5),
  /** When this policy is due for its own review (PROCESS rule 19). */
  reviewOn: date,
})
export type Policy = z.infer<typeof policy>
