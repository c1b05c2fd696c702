import * as z from 'zod'
import { id, line, prose, reference, words } from '../fields.ts'
import { NATURES, REFERRALS, RISKS, type Stage } from '../vocabulary.ts'
import { unassignConflicted } from './assignment.ts'
import { draft, rule } from './rule.ts'
import { letter, today } from './shared.ts'
import { ANY, assignee, complainant, desk, either, OPEN, supervisor, WORK } from './who.ts'

const REVIEW: readonly Stage[] = ['received', 'review']

export const verify = rule({
  type: 'verify',
  summary: 'Record that identity, contact and content were checked.',
  fields: z.strictObject({
    identity: z.boolean(),
    contact: z.boolean(),
    content: z.boolean(),
    note: words(4000).optional(),
  }),
  by: assignee,
  in: REVIEW,
  decide: (_c, { note, ...facts }) => [draft('verified', facts, { note })],
})

export const verifyRepresentative = rule({
  type: 'verify_representative',
  summary: 'Accept or refuse a representative after checking their written authority.',
  fields: z.strictObject({ representative: id, accepted: z.boolean(), note: words(4000).optional() }),
  by: assignee,
  in: ANY,
  guard: (c) =>
    c.representatives.some((r) => r.state === 'named')
      ? null
      : { refused: 'unknown_representative', representative: '' },
  decide: (c, { representative, accepted, note }) =>
    c.representatives.some((r) => r.id === representative && r.state === 'named')
      ? [draft('representative_verified', { representative, accepted }, { note })]
      : { refused: 'unknown_representative', representative },
})

export const classify = rule({
  type: 'classify',
  summary: 'Set category, nature, risk and the respondent. A handler with a conflict is unassigned.',
  fields: z.strictObject({
    category: z.string().max(60),
    nature: z.enum(NATURES),
    risk: z.enum(RISKS),
    respondentDepartment: line.optional(),
    respondentStaff: id.optional(),
    respondentPerson: line.optional(),
    reason: words(4000).optional(),
  }),
  by: either(assignee, supervisor),
  in: OPEN,
  decide: (c, { respondentPerson, reason, ...fields }, ctx) => {
    if (!ctx.policy.categories.some((k) => k.id === fields.category))
      return { refused: 'unknown_category', category: fields.category }
    const person = ctx.staff.find((s) => s.id === fields.respondentStaff)
    if (fields.respondentStaff && !person) return { refused: 'unknown_staff', staff: fields.respondentStaff }
    const { category, nature, risk } = fields
    const respondent = {
      respondentDepartment: fields.respondentDepartment ?? person?.department ?? null,
      respondentStaff: fields.respondentStaff ?? null,
    }
    const known = {
      ...c,
      respondent: { department: respondent.respondentDepartment, staff: respondent.respondentStaff },
    }
    const high = (risk === 'high' || risk === 'critical') && c.escalation === 1
    return [
      draft('classified', { category, nature, risk, ...respondent }, { reason, respondentPerson }),
      ...unassignConflicted(known, ctx),
      ...(high ? [draft('escalated', { to: 2, because: 'risk' })] : []),
    ]
  },
})

export const setPoints = rule({
  type: 'set_points',
  summary: 'List the points, each separate claim, and ask the complainant to confirm them.',
  fields: z.strictObject({
    points: z
      .array(z.strictObject({ id: id.optional(), text: words(4000) }))
      .min(1)
      .max(30),
    wish: words(4000).optional(),
    ask: z.boolean().default(true).meta({ description: 'False where the points are the complainant’s own words.' }),
  }),
  by: assignee,
  in: WORK,
  decide: (c, { points, wish, ask }, ctx) => {
    const unknown = points.find((p) => p.id !== undefined && !c.points.some((known) => known.id === p.id))
    if (unknown) return { refused: 'unknown_point', point: unknown.id ?? '' }
    const listed = points.map((p) => ({ id: p.id ?? ctx.id('pt'), text: p.text }))
    const texts = Object.fromEntries(listed.map((p) => [p.id, p.text]))
    const facts = { points: Object.keys(texts), request: ask ? ctx.id('rq') : null }
    return [draft('points_set', facts, { points: texts, wish })]
  },
})

export const confirmPoints = rule({
  type: 'confirm_points',
  summary: 'Say whether the points are what the complaint is about.',
  fields: z.strictObject({ agreed: z.boolean(), comment: prose.optional() }),
  by: complainant,
  in: WORK,
  guard: (c) =>
    c.points.length > 0 && c.pointsState !== 'confirmed' && !c.points.some((p) => p.finding)
      ? null
      : { refused: 'nothing_to_confirm' },
  decide: (_c, { agreed, comment }) => [draft('points_confirmed', { agreed }, { comment })],
})

export const decideScope = rule({
  type: 'decide_scope',
  summary: 'Decide whether the complaint is in scope and needs an investigation. In scope sends the formal acceptance.',
  fields: z.strictObject({
    inScope: z.boolean(),
    needsInvestigation: z.boolean().default(true),
    reasons: prose.optional().meta({ description: 'Required when out of scope.' }),
    referral: z.enum(REFERRALS).optional(),
    body: line.optional().meta({ description: 'Who else can help, by name.' }),
  }),
  by: assignee,
  in: REVIEW,
  guard: (c) => (c.scope === null ? null : { refused: 'scope_already_decided' }),
  decide: (c, { inScope, needsInvestigation, reasons, referral, body }, ctx) => {
    const facts = { inScope, needsInvestigation: inScope && needsInvestigation, referral: referral ?? null }
    if (!inScope) {
      if (!reasons) return { refused: 'decision_incomplete', missing: ['reasons'] }
      const made = referral
        ? [
            draft(
              'referral_recorded',
              { referral: ctx.id('rf'), kind: referral, madeOn: today(ctx), concluded: false },
              { body: body ?? referral },
            ),
          ]
        : []
      return [
        ...made,
        draft(
          'scope_decided',
          { ...facts, stage: 'closed', outcome: 'out_of_scope', ...letter(c, ctx) },
          { reasons, body },
        ),
      ]
    }
    if (c.points.length === 0) return { refused: 'points_missing' }
    if (c.pointsState === 'asked' || c.pointsState === 'disputed') return { refused: 'points_unconfirmed' }
    const next = needsInvestigation ? {} : { stage: 'planning' as const }
    return [draft('scope_decided', { ...facts, ...next }, { reasons, body })]
  },
})

export const linkDuplicate = rule({
  type: 'link_duplicate',
  summary: 'Close as a duplicate of an earlier case by the same complainant, or relate to somebody else’s.',
  fields: z.strictObject({
    reference,
    relation: z.enum(['duplicate', 'related']).default('duplicate'),
    reason: words(4000).optional(),
  }),
  by: desk,
  in: OPEN,
  decide: (c, { reference, relation, reason }, ctx) => {
    const { other } = ctx
    if (!other || other.case.reference === c.reference || other.case.site !== c.site)
      return { refused: 'unknown_case', reference }
    if (c.links.some((l) => l.reference === reference)) return { refused: 'already_linked', reference }
    if (relation === 'related')
      return {
        here: [draft('duplicate_linked', { reference, relation }, { reason })],
        elsewhere: { case: other.case, drafts: [draft('linked', { reference: c.reference, kind: 'related' })] },
      }
    if (!other.sameComplainant) return { refused: 'not_same_complainant', reference }
    // The earliest receipt leads and its clocks count (PROCESS rule 13), so the later case is the one to close, however
    // far it has come; and what was itself closed as a duplicate leads nothing.
    if (c.receivedAt < other.case.receivedAt) return { refused: 'leads', reference: c.reference }
    const leader = other.case.outcome === 'duplicate' && other.case.links.find((l) => l.kind === 'duplicate_of')
    if (leader) return { refused: 'leads', reference: leader.reference }
    return {
      here: [
        draft(
          'duplicate_linked',
          { reference, relation, stage: 'closed', outcome: 'duplicate', ...letter(c, ctx) },
          { reason },
        ),
      ],
      elsewhere: { case: other.case, drafts: [draft('linked', { reference: c.reference, kind: 'leads' })] },
    }
  },
})

export const unlinkDuplicate = rule({
  type: 'unlink_duplicate',
  summary: 'Undo a link made in error; a case closed as a duplicate goes on where it stood.',
  fields: z.strictObject({ reference, reason: prose }),
  by: desk,
  in: ANY,
  guard: (c) =>
    c.links.some((l) => l.kind === 'duplicate_of' || l.kind === 'related')
      ? null
      : { refused: 'not_linked', reference: '' },
  decide: (c, { reference, reason }, ctx) => {
    const link = c.links.find((l) => l.reference === reference && (l.kind === 'duplicate_of' || l.kind === 'related'))
    if (!link) return { refused: 'not_linked', reference }
    const { other } = ctx
    if (other?.case.reference !== reference) return { refused: 'unknown_case', reference }
    const duplicate = link.kind === 'duplicate_of'
    const goesOn = duplicate && c.outcome === 'duplicate'
    const facts = { reference, relation: duplicate ? ('duplicate' as const) : ('related' as const) }
    const unlinked = { reference: c.reference, kind: duplicate ? ('leads' as const) : ('related' as const) }
    return {
      here: goesOn
        ? [
            draft('duplicate_unlinked', { ...facts, stage: c.resume ?? 'review' }, { reason }),
            ...unassignConflicted(c, ctx),
          ]
        : [draft('duplicate_unlinked', facts, { reason })],
      elsewhere: { case: other.case, drafts: [draft('unlinked', unlinked)] },
    }
  },
})
