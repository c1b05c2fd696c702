import * as z from 'zod'
import { day, evidenceIds, id, prose } from '../fields.ts'
import { isRefusal } from '../refusal.ts'
import { FINDINGS, ROOT_CAUSES } from '../vocabulary.ts'
import { draft, rule } from './rule.ts'
import { attach, onCase } from './shared.ts'
import { assignee } from './who.ts'

export const startInvestigation = rule({
  type: 'start_investigation',
  summary: 'Begin the investigation of a case in scope.',
  fields: z.strictObject({}),
  by: assignee,
  in: ['review'],
  guard: (c) => (c.scope === 'in' ? null : { refused: 'no_decision_yet' }),
  decide: () => [draft('investigation_started', { stage: 'investigation' })],
})

export const recordInterimMeasure = rule({
  type: 'record_interim_measure',
  summary: 'Record a measure that stops further harm meanwhile: a freeze, a fee suspended.',
  fields: z.strictObject({ content: prose, until: day.optional() }),
  by: assignee,
  in: ['received', 'review', 'investigation', 'assessment', 'planning', 'offered', 'execution', 'appeal'],
  decide: (_c, { content, until }, ctx) => [
    draft('interim_measure_recorded', { measure: ctx.id('im'), until: until ?? null }, { content }),
  ],
})

export const finishInvestigation = rule({
  type: 'finish_investigation',
  summary: 'End the gathering of information; assessment begins.',
  fields: z.strictObject({ summary: prose, evidence: evidenceIds }),
  by: assignee,
  in: ['investigation'],
  decide: (c, { summary, evidence }, ctx) => {
    const files = attach(c, evidence, ctx)
    if (isRefusal(files)) return files
    return [draft('investigation_finished', { stage: 'assessment', ...files.facts }, { summary, ...files.text })]
  },
})

export const recordFinding = rule({
  type: 'record_finding',
  summary: 'Record the finding on one point, with its reasons and the evidence relied on.',
  fields: z.strictObject({
    point: id,
    result: z.enum(FINDINGS),
    reasons: prose,
    reliesOn: z.array(id).max(20).default([]).meta({ description: 'Evidence already on the case.' }),
  }),
  by: assignee,
  in: ['assessment', 'planning'],
  guard: (c) => (c.points.length > 0 ? null : { refused: 'points_missing' }),
  decide: (c, { point, result, reasons, reliesOn }) => {
    if (!c.points.some((p) => p.id === point)) return { refused: 'unknown_point', point }
    return onCase(c, reliesOn) ?? [draft('finding_recorded', { point, result, reliesOn }, { reasons })]
  },
})

export const finishAssessment = rule({
  type: 'finish_assessment',
  summary: 'End the assessment with the root cause; planning begins.',
  fields: z.strictObject({ rootCause: z.enum(ROOT_CAUSES), cause: prose }),
  by: assignee,
  in: ['assessment'],
  guard: (c) => {
    if (c.points.length === 0) return { refused: 'points_missing' }
    const open = c.points.filter((p) => !p.finding).map((p) => p.id)
    return open.length > 0 ? { refused: 'point_without_finding', points: open } : null
  },
  decide: (_c, { rootCause, cause }) => [draft('assessment_finished', { rootCause, stage: 'planning' }, { cause })],
})
