import * as z from 'zod'
import { money } from '../fields.ts'
import { duration } from '../time/schema.ts'
import {
  APPEAL_RESULTS,
  ASKED,
  CHANNELS,
  CLOCK_STARTS,
  CLOCKS,
  FINDINGS,
  GAPS,
  NATURES,
  OUTCOMES,
  REFERRALS,
  REMEDIES,
  RISKS,
  ROOT_CAUSES,
  STAGES,
} from '../vocabulary.ts'

const at = z.string().meta({ description: 'RFC 3339 in UTC.' })
const text = z.string()

const NEXT = [
  'begin_review',
  'review',
  'answer_request',
  'confirm_points',
  'investigate',
  'assess',
  'plan',
  'approve',
  'send_decision',
  'reply_to_plan',
  'answer_question',
  'carry_out',
  'report_outcome',
  'confirm_outcome',
  'decide_appeal',
  'nothing',
] as const

export const person = z.object({
  name: text.optional(),
  email: text.optional(),
  phone: text.optional(),
  preferredChannel: text.optional(),
  customerReference: text.optional(),
})

const clockView = z.object({
  id: text,
  kind: z.enum(CLOCKS),
  since: at,
  warnAt: at.nullable(),
  dueAt: at,
  lapseAt: at.nullable().meta({ description: 'When silence takes effect, where the due date only reminds.' }),
  pausedAt: at.nullable(),
  pauses: z.array(z.tuple([at, at])),
  passedAt: at.nullable().meta({ description: 'When the deadline was missed or the reminder went out.' }),
  extended: z.boolean(),
  moves: z
    .array(z.object({ at, because: z.enum(['extension', 'calendar']), from: at, to: at }))
    .meta({ description: 'What moved the date, beside pauses, and from when to when.' }),
  starts: z.enum(CLOCK_STARTS).meta({ description: 'What it counts from.' }),
  source: text.nullable().meta({ description: 'The rule of a regulator that sets it; null for the process itself.' }),
  length: duration.nullable().meta({ description: 'How long it runs; null where the case sets the date.' }),
  counted: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'Days counted; null for hours and for dates somebody set.' }),
  uncertain: z.boolean().meta({ description: 'The date lies past the known holidays and may still move.' }),
  days: z
    .array(
      z.object({
        date: text,
        counts: z.boolean(),
        why: z.enum(['working', 'extra', 'weekend', 'holiday', 'paused']),
        name: text.optional(),
        names: z.record(text, text).optional().meta({ description: 'By language (BCP 47), where there are several.' }),
      }),
    )
    .meta({
      description:
        'Why this date: for working days each day from start to deadline, counted or skipped; for other lengths the days skipped.',
    }),
})

export const findingView = z.object({
  result: z.enum(FINDINGS),
  reasons: text,
  evidence: z.array(text),
  at,
})

export const remedyView = z.object({
  id: text,
  kind: z.enum(REMEDIES),
  content: text,
  money: money.nullable(),
  due: text.nullable(),
  owner: text.nullable(),
  budget: money.nullable().meta({ description: 'Staff side only; null for others.' }),
  done: z.object({ on: text, note: text, cost: money.nullable() }).nullable(),
})

export const timelineEntry = z.object({
  seq: z.number().int(),
  at,
  type: text.meta({ description: 'Event type, e.g. `plan_offered`.' }),
  by: z.enum(['complainant', 'representative', 'partner', 'staff', 'system']),
  staff: text.nullable().meta({ description: 'Staff id; staff side only.' }),
  onBehalfOf: z.literal('complainant').nullable(),
  facts: z.record(text, z.unknown()),
  text: z.record(text, z.unknown()).nullable().meta({ description: 'Null where nothing was said, or it was erased.' }),
  evidence: z.array(text),
  internal: z.boolean(),
})

/** What the staff side sees beyond the complainant's own view. */
export const staffSide = z.object({
  assignee: text.nullable(),
  nature: z.enum(NATURES).nullable(),
  risk: z.enum(RISKS),
  respondent: z.object({ department: text.nullable(), staff: text.nullable(), person: text.nullable() }),
  vulnerable: text.nullable(),
  willing: z.boolean().nullable(),
  escalation: z.number().int(),
  rootCause: z.enum(ROOT_CAUSES).nullable(),
  cause: text.nullable(),
  participants: z.array(z.object({ id: text, department: text, seniority: z.number() })),
  recused: z.array(text),
  holds: z.array(text),
  breaches: z.array(z.enum(CLOCKS)),
  eligible: z
    .object({ handlers: z.array(text), reviewers: z.array(text) })
    .meta({ description: 'Staff who may handle the case, and who may decide an appeal on it.' }),
  contact: z.object({ email: text, phone: text }),
  representatives: z.array(z.object({ id: text, state: text, name: text, relation: text })),
  draftPlan: z
    .object({
      id: text,
      state: text,
      proposedBy: text,
      reasons: text,
      remedies: z.array(remedyView),
    })
    .nullable(),
  draftFindings: z.array(z.object({ point: text, finding: findingView })),
})

/** The case as one caller may see it. */
export const caseView = z.object({
  reference: text,
  version: z.number().int().meta({ description: 'Number of events this caller may see; for `expectedVersion`.' }),
  stage: z.enum(STAGES),
  outcome: z.enum(OUTCOMES).nullable(),
  receivedAt: at,
  closedAt: at.nullable(),
  channel: z.enum(CHANNELS),
  language: text,
  anonymous: z.boolean(),
  category: text,
  product: text.nullable(),
  occurredOn: text.nullable(),
  subject: text.nullable(),
  narrative: text.nullable(),
  externalReference: text.nullable(),
  wish: z.object({ kind: z.enum(REMEDIES), money: money.nullable(), text: text.nullable() }).nullable(),
  complainant: person,
  representative: z
    .object({ id: text, name: text, relation: text, state: z.enum(['named', 'verified', 'refused', 'revoked']) })
    .nullable(),
  gaps: z.array(z.enum(GAPS)),
  awaiting: z.enum(['complainant', 'organisation', 'third_party']).nullable(),
  next: z.object({
    what: z.enum(NEXT),
    who: z.enum(['complainant', 'organisation', 'third_party']),
    by: at.nullable(),
  }),
  clocks: z.array(clockView),
  points: z.array(z.object({ id: text, text, finding: findingView.nullable() })),
  pointsState: z.enum(['none', 'asked', 'confirmed', 'disputed', 'unanswered']),
  requests: z.array(
    z.object({
      id: text,
      of: z.enum(ASKED),
      about: z.enum(['information', 'points', 'gaps']),
      question: text.nullable(),
      to: text.nullable(),
      askedAt: at,
      dueAt: at.nullable(),
      state: z.enum(['open', 'answered', 'lapsed']),
    }),
  ),
  plan: z
    .object({
      id: text,
      state: z.enum(['offered', 'accepted', 'rejected', 'lapsed']),
      final: z.boolean(),
      offeredAt: at,
      reasons: text,
      timetable: text.nullable(),
      howToAppeal: text.nullable(),
      whomElse: text.nullable(),
      note: text.nullable(),
      remedies: z.array(remedyView),
    })
    .nullable()
    .meta({ description: 'The plan as sent to the complainant; null until an offer.' }),
  question: z.object({ about: z.enum(['plan', 'report']), at }).nullable(),
  report: z.object({ at, text }).nullable(),
  appeal: z
    .object({
      at,
      grounds: text,
      decided: z.object({ result: z.enum(APPEAL_RESULTS), reasons: text, at }).nullable(),
    })
    .nullable(),
  appealUntil: at.nullable(),
  rating: z.number().int().nullable(),
  referrals: z.array(
    z.object({
      id: text,
      kind: z.enum(REFERRALS),
      state: z.enum(['requested', 'made', 'concluded']),
      body: text.nullable(),
    }),
  ),
  links: z.array(z.object({ kind: text, reference: text })),
  evidence: z.array(
    z.object({ id: text, name: text, type: text, size: z.number(), sha256: text, at, by: text, internal: z.boolean() }),
  ),
  timeline: z.array(timelineEntry),
  timelineFrom: z.number().int().meta({ description: 'Earlier entries, if any, are in the ledger below this number.' }),
  allowed: z.array(text).meta({ description: 'The commands this caller can give now.' }),
  erasedAt: at.nullable(),
  staff: staffSide.nullable(),
})
export type CaseView = z.infer<typeof caseView>

export type Person = z.infer<typeof person>
export type FindingView = z.infer<typeof findingView>
export type RemedyView = z.infer<typeof remedyView>
export type TimelineEntry = z.infer<typeof timelineEntry>
export type StaffSide = z.infer<typeof staffSide>
