import * as z from 'zod'
import type { ContactState } from '../complaint.ts'
import { email, evidenceIds, id, line, phone, prose, words } from '../fields.ts'
import { people } from '../independence.ts'
import { isRefusal } from '../refusal.ts'
import { CHANNELS, REFERRALS } from '../vocabulary.ts'
import { unassignConflicted } from './assignment.ts'
import { draft, rule } from './rule.ts'
import { attach, letter, trackerAlone } from './shared.ts'
import { ANY, complainant, complainantOnly, desk, either, OPEN } from './who.ts'

export const correctContact = rule({
  type: 'correct_contact',
  summary: 'Correct name, e-mail address, telephone number or preferred channel.',
  fields: z.strictObject({
    name: line.optional(),
    email: email.optional(),
    phone: phone.optional(),
    preferredChannel: z.enum(CHANNELS).optional(),
  }),
  by: complainant,
  in: ANY,
  decide: (c, fields) => {
    const state = (value: string | undefined, before: ContactState): ContactState => (value ? 'unconfirmed' : before)
    const contact = { email: state(fields.email, c.contact.email), phone: state(fields.phone, c.contact.phone) }
    return [draft('contact_corrected', { contact }, fields)]
  },
})

export const requestEscalation = rule({
  type: 'request_escalation',
  summary: 'Ask that somebody more senior looks at the case.',
  fields: z.strictObject({ reason: prose.optional() }),
  by: complainant,
  in: OPEN,
  guard: (c) => (c.escalation === 3 ? { refused: 'highest_level' } : null),
  decide: (c, { reason }) => [draft('escalation_requested', { to: c.escalation === 1 ? 2 : 3 }, { reason })],
})

export const requestReferral = rule({
  type: 'request_referral',
  summary: 'Ask for mediation, arbitration or another body.',
  fields: z.strictObject({ kind: z.enum(REFERRALS), reason: prose.optional() }),
  by: complainant,
  in: ANY,
  decide: (_c, { kind, reason }, ctx) => [draft('referral_requested', { referral: ctx.id('rf'), kind }, { reason })],
})

export const commentOnHandling = rule({
  type: 'comment_on_handling',
  summary: 'Complain about the handling itself; this opens a linked case against the handler.',
  fields: z.strictObject({ comment: prose, evidence: evidenceIds }),
  by: complainant,
  in: ANY,
  decide: (c, { comment, evidence }, ctx) => {
    const files = attach(c, evidence, ctx)
    if (isRefusal(files)) return files
    const { opening } = ctx
    const handler = people(c, ctx.staff).find((s) => s.id === c.assignee)
    const text = { comment, ...files.text }
    if (!opening) return [draft('handling_commented', { reference: null, ...files.facts }, text)]
    const risk = ctx.policy.categories.find((k) => k.id === 'handling')?.risk ?? 'medium'
    const received = draft(
      'received',
      {
        reference: opening.reference,
        site: c.site,
        policy: { id: ctx.policy.id, version: ctx.policy.version },
        channel: c.channel,
        receivedAt: ctx.now,
        language: c.language,
        anonymous: c.anonymous,
        partner: c.partner,
        contact: c.contact,
        gaps: [],
        representative: null,
        category: 'handling',
        risk,
        respondentDepartment: handler?.department || null,
        respondentStaff: c.assignee,
        occurredOn: null,
        wish: null,
        willing: true,
        consent: true,
        link: { kind: 'about_handling', reference: c.reference },
        calendars: c.calendars,
      },
      { complainant: opening.complainant, narrative: comment },
    )
    const published = draft('acknowledged', { how: 'published', message: null })
    return {
      here: [
        draft('handling_commented', { reference: opening.reference, ...files.facts }, text),
        draft('linked', { reference: opening.reference, kind: 'handling' }),
      ],
      elsewhere: { case: null, drafts: trackerAlone(c) ? [received, published] : [received] },
    }
  },
})

export const withdraw = rule({
  type: 'withdraw',
  summary: 'Withdraw the complaint; it ends the same day and can be rescinded while the window runs.',
  fields: z.strictObject({ reason: prose.optional() }),
  by: complainant,
  in: OPEN,
  decide: (c, { reason }, ctx) => [
    draft('withdrawn', { stage: 'closed', outcome: 'withdrawn', ...letter(c, ctx) }, { reason }),
  ],
})

export const rescindWithdrawal = rule({
  type: 'rescind_withdrawal',
  summary: 'Take a withdrawal back; the case goes on where it stood.',
  fields: z.strictObject({ reason: prose.optional() }),
  by: complainant,
  in: ['closed'],
  guard: (c, ctx) => {
    if (c.outcome !== 'withdrawn' || !c.resume) return { refused: 'not_withdrawn' }
    return c.appealUntil && ctx.asOf > c.appealUntil
      ? { refused: 'withdrawal_window_passed', until: c.appealUntil }
      : null
  },
  decide: (c, { reason }, ctx) => [
    draft('withdrawal_rescinded', { stage: c.resume ?? 'review' }, { reason }),
    ...unassignConflicted(c, ctx),
  ],
})

export const revokeRepresentative = rule({
  type: 'revoke_representative',
  summary: 'End the authority of a representative; their credential stops working at once.',
  fields: z.strictObject({ representative: id, reason: words(4000).optional() }),
  by: either(complainantOnly, desk),
  in: ANY,
  guard: (c) =>
    c.representatives.some((r) => r.state === 'verified' || r.state === 'named')
      ? null
      : { refused: 'unknown_representative', representative: '' },
  decide: (c, { representative, reason }) =>
    c.representatives.some((r) => r.id === representative && (r.state === 'verified' || r.state === 'named'))
      ? [draft('representative_revoked', { representative }, { reason })]
      : { refused: 'unknown_representative', representative },
})
