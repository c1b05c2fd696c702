import * as z from 'zod'
import { day, evidenceIds, id, money, prose } from '../fields.ts'
import { isRefusal } from '../refusal.ts'
import { draft, rule } from './rule.ts'
import { attach, letter, today } from './shared.ts'
import { assignee, complainant } from './who.ts'

export const recordRemedy = rule({
  type: 'record_remedy',
  summary: 'Record that a remedy was carried out, when, how, at what cost, with its evidence.',
  fields: z.strictObject({ remedy: id, deliveredOn: day, note: prose, cost: money.optional(), evidence: evidenceIds }),
  by: assignee,
  in: ['execution'],
  decide: (c, { remedy, deliveredOn, note, cost, evidence }, ctx) => {
    const files = attach(c, evidence, ctx)
    if (isRefusal(files)) return files
    const remedies = c.plan?.remedies ?? []
    const named = remedies.find((r) => r.id === remedy)
    if (!named) return { refused: 'unknown_remedy', remedy }
    if (named.done) return { refused: 'already_done', remedy }
    if (deliveredOn > today(ctx)) return { refused: 'in_the_future' }
    const last = remedies.every((r) => r.done || r.id === remedy)
    const facts = {
      remedy,
      deliveredOn,
      cost: cost ?? null,
      ...files.facts,
      ...(last ? { stage: 'confirmation' as const } : {}),
    }
    return [draft('remedy_recorded', facts, { note, ...files.text })]
  },
})

export const reportProgress = rule({
  type: 'report_progress',
  summary: 'Tell the complainant how the execution goes.',
  fields: z.strictObject({ report: prose }),
  by: assignee,
  in: ['execution'],
  decide: (_c, { report }) => [draft('progress_reported', {}, { report })],
})

export const reportOutcome = rule({
  type: 'report_outcome',
  summary: 'Send the outcome report: was each remedy delivered, how, when, by whom, at what cost.',
  fields: z.strictObject({ report: prose }),
  by: assignee,
  in: ['confirmation'],
  guard: (c) => (c.report ? { refused: 'already_reported' } : null),
  decide: (c, { report }, ctx) => [
    draft('outcome_reported', { remedies: (c.plan?.remedies ?? []).map((r) => r.id), ...letter(c, ctx) }, { report }),
  ],
})

export const confirmOutcome = rule({
  type: 'confirm_outcome',
  summary: 'Say whether the outcome satisfies, with a rating, and name what was not delivered as promised.',
  fields: z.strictObject({
    satisfied: z.boolean(),
    rating: z.number().int().min(1).max(5).optional(),
    comment: prose.optional(),
    undelivered: z.array(id).max(20).default([]),
  }),
  by: complainant,
  in: ['confirmation'],
  guard: (c) => (c.report ? null : { refused: 'nothing_to_confirm' }),
  decide: (c, { satisfied, rating, comment, undelivered }, ctx) => {
    const unknown = undelivered.find((id) => !c.plan?.remedies.some((r) => r.id === id))
    if (unknown) return { refused: 'unknown_remedy', remedy: unknown }
    const facts = { satisfied, rating: rating ?? null, undelivered }
    if (undelivered.length > 0) return [draft('outcome_confirmed', { ...facts, stage: 'planning' }, { comment })]
    const outcome = satisfied ? ('resolved' as const) : ('unresolved' as const)
    return [draft('outcome_confirmed', { ...facts, stage: 'closed', outcome, ...letter(c, ctx) }, { comment })]
  },
})

export const questionOutcome = rule({
  type: 'question_outcome',
  summary: 'Ask about the outcome report; the time to reply stands still until the answer.',
  fields: z.strictObject({ question: prose }),
  by: complainant,
  in: ['confirmation'],
  guard: (c) => (c.report ? null : { refused: 'nothing_to_confirm' }),
  decide: (_c, { question }) => [draft('outcome_questioned', {}, { question })],
})
