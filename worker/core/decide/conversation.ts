import * as z from 'zod'
import { evidenceIds, id, prose } from '../fields.ts'
import { isRefusal } from '../refusal.ts'
import { draft, rule } from './rule.ts'
import { attach, openRequest, today } from './shared.ts'
import { ANY, correspondent, desk, OPEN } from './who.ts'

export const addMessage = rule({
  type: 'add_message',
  summary: 'Say something, answer a request for information, add evidence.',
  fields: z.strictObject({ message: prose, request: id.optional(), evidence: evidenceIds }),
  by: correspondent,
  in: ANY,
  decide: (c, { message, request, evidence }, ctx) => {
    const files = attach(c, evidence, ctx)
    if (isRefusal(files)) return files
    const named = request === undefined ? openRequest(c) : c.requests.find((r) => r.id === request)
    if (request !== undefined && (named?.state !== 'open' || named.of !== 'complainant'))
      return { refused: 'unknown_request', request }
    return [draft('message_added', { request: named?.id ?? null, ...files.facts }, { message, ...files.text })]
  },
})

export const message = rule({
  type: 'message',
  summary: 'Write to the complainant; answers an open question about the plan or the report.',
  fields: z.strictObject({ message: prose, evidence: evidenceIds }),
  by: desk,
  in: ANY,
  decide: (c, { message, evidence }, ctx) => {
    const files = attach(c, evidence, ctx)
    if (isRefusal(files)) return files
    return [draft('message_sent', { answers: c.question !== null, ...files.facts }, { message, ...files.text })]
  },
})

export const note = rule({
  type: 'note',
  summary: 'Keep an internal note; it never leaves the staff side.',
  fields: z.strictObject({ note: prose, evidence: evidenceIds }),
  by: desk,
  in: ANY,
  decide: (c, { note, evidence }, ctx) => {
    const files = attach(c, evidence, ctx)
    if (isRefusal(files)) return files
    return [draft('noted', files.facts, { note, ...files.text })]
  },
})

export const sendHoldingResponse = rule({
  type: 'send_holding_response',
  summary: 'Tell the complainant that more time is needed: why, and until when.',
  fields: z.strictObject({ reasons: prose, until: z.iso.date() }),
  by: desk,
  in: OPEN,
  decide: (_c, { reasons, until }, ctx) =>
    until <= today(ctx)
      ? { refused: 'not_later', than: today(ctx) }
      : [draft('holding_response_sent', { until }, { reasons })],
})
