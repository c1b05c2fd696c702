import * as z from 'zod'
import { after, dateOf } from '../calendar.ts'
import type { Complaint } from '../complaint.ts'
import { day, evidenceIds, id, prose } from '../fields.ts'
import type { Policy } from '../policy.ts'
import { isRefusal } from '../refusal.ts'
import type { PlainDate } from '../vocabulary.ts'
import { draft, rule } from './rule.ts'
import { attach, openRequest, today } from './shared.ts'
import { ANY, correspondent, desk, OPEN, supervisor } from './who.ts'

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

/** The last day a holding response may name: the earliest that any regime allows. */
const latestPromise = (c: Complaint, policy: Policy): PlainDate | null =>
  policy.regimes
    .flatMap(({ holding, calendar = policy.calendar }) =>
      holding?.latest ? dateOf(calendar, after(calendar, c.receivedAt, holding.latest)) : [],
    )
    .sort()[0] ?? null

export const sendHoldingResponse = rule({
  type: 'send_holding_response',
  summary: 'Tell the complainant that more time is needed: why, and until when.',
  fields: z.strictObject({ reasons: prose, until: day }),
  by: (c, ctx) => (ctx.policy.regimes.some((r) => r.holding?.by === 'supervisor') ? supervisor : desk)(c, ctx),
  in: OPEN,
  guard: (c, ctx) => {
    const latest = latestPromise(c, ctx.policy)
    return latest && latest <= today(ctx) ? { refused: 'promise_too_late', latest } : null
  },
  decide: (c, { reasons, until }, ctx) => {
    if (until <= today(ctx)) return { refused: 'not_later', than: today(ctx) }
    const latest = latestPromise(c, ctx.policy)
    if (latest && until > latest) return { refused: 'promise_too_late', latest }
    return [draft('holding_response_sent', { until }, { reasons })]
  },
})
