import * as z from 'zod'
import { day, id, line, prose } from '../fields.ts'
import { REFERRALS } from '../vocabulary.ts'
import { unassignConflicted } from './assignment.ts'
import { draft, rule } from './rule.ts'
import { letter, today } from './shared.ts'
import { ANY, desk, OPEN, supervisor } from './who.ts'

export const close = rule({
  type: 'close',
  summary: 'Close a case that was referred to another body, or that stays unresolved after its decision.',
  fields: z.strictObject({ outcome: z.enum(['referred', 'unresolved']), reasons: prose }),
  by: supervisor,
  in: OPEN.filter((s) => s !== 'appeal'),
  guard: (c) =>
    c.decision || c.referrals.some((r) => r.state !== 'requested') ? null : { refused: 'no_decision_yet' },
  decide: (c, { outcome, reasons }, ctx) => {
    if (outcome === 'referred' && !c.referrals.some((r) => r.state !== 'requested')) return { refused: 'no_referral' }
    if (outcome === 'unresolved' && !c.decision) return { refused: 'no_decision_yet' }
    return [draft('closed', { stage: 'closed', outcome, ...letter(c, ctx) }, { reasons })]
  },
})

export const reopen = rule({
  type: 'reopen',
  summary: 'Open a closed case again at a named stage, with the reason.',
  fields: z.strictObject({
    stage: z.enum(['review', 'investigation', 'assessment', 'planning', 'execution']),
    reason: prose,
  }),
  by: supervisor,
  in: ['closed'],
  decide: (c, { stage, reason }, ctx) => {
    // There must be something left to carry out; else a new plan is called for.
    const outstanding = c.plan?.state === 'accepted' && c.plan.remedies.some((r) => !r.done)
    if (stage === 'execution' && !outstanding) return { refused: 'plan_missing' }
    return [draft('reopened', { stage }, { reason }), ...unassignConflicted(c, ctx)]
  },
})

export const recordReferral = rule({
  type: 'record_referral',
  summary: 'Record a referral to mediation, arbitration, an ombudsman or a court, and later its result.',
  fields: z.strictObject({
    referral: id.optional().meta({ description: 'The referral asked for or made before that this one updates.' }),
    kind: z.enum(REFERRALS),
    body: line,
    madeOn: day,
    result: prose.optional(),
  }),
  by: desk,
  in: ANY,
  decide: (c, { referral, kind, body, madeOn, result }, ctx) => {
    if (referral !== undefined && !c.referrals.some((r) => r.id === referral))
      return { refused: 'unknown_referral', referral }
    if (madeOn > today(ctx)) return { refused: 'in_the_future' }
    const facts = { referral: referral ?? ctx.id('rf'), kind, madeOn, concluded: result !== undefined }
    return [draft('referral_recorded', facts, { body, result })]
  },
})

export const escalate = rule({
  type: 'escalate',
  summary: 'Raise the case to a supervisor (2) or a reviewer (3).',
  fields: z.strictObject({ to: z.union([z.literal(2), z.literal(3)]), reason: prose }),
  by: desk,
  in: OPEN,
  guard: (c) => (c.escalation === 3 ? { refused: 'highest_level' } : null),
  decide: (c, { to, reason }) =>
    to <= c.escalation
      ? { refused: 'already_at_level', level: c.escalation }
      : [draft('escalated', { to, because: 'staff' }, { reason })],
})
