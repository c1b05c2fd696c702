import * as z from 'zod'
import { evidenceIds, id, line, prose } from '../fields.ts'
import { isRefusal } from '../refusal.ts'
import { ASKED } from '../vocabulary.ts'
import { draft, rule } from './rule.ts'
import { attach } from './shared.ts'
import { assignee, desk, OPEN } from './who.ts'

export const requestInformation = rule({
  type: 'request_information',
  summary: 'Ask the complainant, a colleague, counsel or an outside party for information.',
  fields: z.strictObject({
    of: z.enum(ASKED),
    question: prose,
    staff: id.optional().meta({ description: 'The colleague who is to answer, when a department is asked.' }),
    to: line.optional().meta({ description: 'Name of the outside party or counsel.' }),
  }),
  by: assignee,
  in: OPEN,
  decide: (_c, { of, question, staff, to }, ctx) => {
    if (staff !== undefined && !ctx.staff.some((s) => s.id === staff)) return { refused: 'unknown_staff', staff }
    const facts = { request: ctx.id('rq'), of, about: 'information' as const, staff: staff ?? null, gaps: [] }
    return [draft('information_requested', facts, { question, to })]
  },
})

export const recordInformation = rule({
  type: 'record_information',
  summary: 'Record information gathered: transaction records, account data, logs, statements, an answer.',
  fields: z.strictObject({
    request: id.optional().meta({ description: 'The open request this answers.' }),
    content: prose,
    source: line.optional(),
    evidence: evidenceIds,
  }),
  by: desk,
  in: OPEN,
  decide: (c, { request, content, source, evidence }, ctx) => {
    const files = attach(c, evidence, ctx)
    if (isRefusal(files)) return files
    const named = c.requests.find((r) => r.id === request && r.state === 'open' && r.about !== 'points')
    if (request !== undefined && !named) return { refused: 'unknown_request', request }
    const facts = { request: request ?? null, of: named?.of ?? ('department' as const), ...files.facts }
    return [draft('information_recorded', facts, { content, source, ...files.text })]
  },
})
