import * as z from 'zod'
import type { EvidenceFact, HeldEvidence } from '../complaint.ts'
import { evidenceIds, moment, words } from '../fields.ts'
import { isRefusal } from '../refusal.ts'
import { REPLY_MEDIA } from '../vocabulary.ts'
import { appeal } from './appeal.ts'
import {
  commentOnHandling,
  correctContact,
  requestEscalation,
  requestReferral,
  rescindWithdrawal,
  withdraw,
} from './complainant.ts'
import { addMessage } from './conversation.ts'
import { confirmOutcome, questionOutcome } from './execution.ts'
import { acceptPlan, questionPlan, rejectPlan } from './planning.ts'
import { confirmPoints } from './review.ts'
import { type Draft, draft, give, type Rule, rule } from './rule.ts'
import { attach } from './shared.ts'
import { ANY, desk } from './who.ts'

/** What a complainant can say, in the tracker or, recorded by staff, by phone, post, in person or e-mail. */
export const complainantCommands = {
  add_message: addMessage,
  confirm_points: confirmPoints,
  accept_plan: acceptPlan,
  question_plan: questionPlan,
  reject_plan: rejectPlan,
  confirm_outcome: confirmOutcome,
  question_outcome: questionOutcome,
  appeal,
  request_escalation: requestEscalation,
  request_referral: requestReferral,
  comment_on_handling: commentOnHandling,
  correct_contact: correctContact,
  withdraw,
  rescind_withdrawal: rescindWithdrawal,
} as const

type Table = typeof complainantCommands
type Said = { [T in keyof Table]: { type: T } & z.infer<Table[T]['fields']> }[keyof Table]

const [first, ...rest] = Object.values(complainantCommands).map((r) => r.fields.extend({ type: z.literal(r.type) }))
/** One of the complainant's commands, as staff record it. */
export const said = z.discriminatedUnion('type', [first as NonNullable<typeof first>, ...rest]) as z.ZodType<Said>

export const recordReply = rule({
  type: 'record_reply',
  summary: 'Record what the complainant said by phone, post, in person or e-mail; they get a copy.',
  fields: z.strictObject({
    how: z.enum(REPLY_MEDIA),
    receivedAt: moment,
    note: words(4000).optional(),
    evidence: evidenceIds,
    reply: said,
  }),
  by: desk,
  in: ANY,
  decide: (c, { how, receivedAt, note, evidence, reply }, ctx) => {
    if (receivedAt > ctx.now) return { refused: 'in_the_future' }
    if (receivedAt < c.receivedAt) return { refused: 'before_receipt', receivedAt: c.receivedAt }
    const files = attach(c, evidence, ctx)
    if (isRefusal(files)) return files
    // Rules about time ask when the complainant spoke, not when it was typed in.
    const spoken = { ...ctx, actor: { kind: 'complainant' } as const, asOf: receivedAt }
    const evidenced = { ...c, evidence: [...c.evidence, ...(files.facts.evidence ?? []).map(held)] }
    const { type, ...fields } = reply
    const result = give(complainantCommands[type] as unknown as Rule, evidenced, fields, spoken)
    if (isRefusal(result)) return result
    const onBehalfOf = 'complainant' as const
    const forThem = (drafts: readonly Draft[]) =>
      drafts.map((d) => ({ ...d, facts: { ...d.facts, onBehalfOf } }) as Draft)
    const recorded = draft(
      'reply_recorded',
      { how, receivedAt, command: type, onBehalfOf, ...files.facts },
      { note, ...files.text },
    )
    const here = [recorded, ...forThem(result.here)]
    const { elsewhere } = result
    return elsewhere ? { here, elsewhere: { ...elsewhere, drafts: forThem(elsewhere.drafts) } } : { here }
  },
})

/** The evidence of the reply is on the case when the reply itself is decided. */
const held = (fact: EvidenceFact): HeldEvidence => ({ ...fact, seq: 0, party: true })
