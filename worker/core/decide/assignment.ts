import * as z from 'zod'
import type { Complaint } from '../complaint.ts'
import { email, id, line, prose } from '../fields.ts'
import { conflictOf, eligibleHandlers, eligibleReviewers, type Purpose, refuseConflict } from '../independence.ts'
import type { Refusal } from '../refusal.ts'
import { type Context, draft, rule } from './rule.ts'
import { assigner, handling, OPEN, supervisorElseAdmin } from './who.ts'

export const assign = rule({
  type: 'assign',
  summary: 'Give the case to somebody who may handle it. A handler may take what nobody has.',
  fields: z.strictObject({ to: id }),
  by: assigner,
  in: OPEN,
  guard: (c, ctx) => {
    const others = eligibleHandlers(c, ctx.staff).filter((s) => s.id !== c.assignee)
    return others.length > 0 ? null : { refused: 'nobody_eligible', purpose: 'handle' }
  },
  decide: (c, { to }, ctx) => {
    const { actor } = ctx
    const taking = actor.kind === 'staff' && !actor.roles.includes('supervisor')
    if (taking && to !== actor.id) return { refused: 'not_permitted', needs: ['supervisor'] }
    const person = ctx.staff.find((s) => s.id === to)
    if (!person || to === c.assignee) return { refused: 'unknown_staff', staff: to }
    const conflict = refuseConflict(c, person)
    if (conflict) return conflict
    if (!eligibleHandlers(c, ctx.staff).includes(person))
      return { refused: 'ineligible_staff', staff: to, needs: ['handler', 'supervisor'] }
    const { department, seniority } = person
    const before = c.assignee ? [draft('unassigned', { staff: c.assignee, because: 'reassignment' })] : []
    return [...before, draft('assigned', { to, department, seniority })]
  },
})

export const recuse = rule({
  type: 'recuse',
  summary: 'Step back from the case; nothing brings the person back to it.',
  fields: z.strictObject({ reason: prose }),
  by: handling,
  in: OPEN,
  leavesReceived: false,
  decide: (c, { reason }, ctx) => {
    const staff = ctx.actor.kind === 'staff' ? ctx.actor.id : ''
    const recused = draft('recused', { staff }, { reason })
    return c.assignee === staff ? [recused, draft('unassigned', { staff, because: 'recusal' })] : [recused]
  },
})

const eligible = (c: Complaint, ctx: Context, purpose: Purpose) =>
  (purpose === 'appeal' ? eligibleReviewers : eligibleHandlers)(c, ctx.staff)

/** Only where nobody on the staff may act is there anything to appoint or waive (PROCESS rule 2). */
const refuseWhereSomeoneIs = (c: Complaint, ctx: Context, purpose: Purpose): Refusal | null => {
  const found = eligible(c, ctx, purpose).length
  return found > 0 ? { refused: 'someone_is_eligible', eligible: found } : null
}

const purposesWithNobody = (c: Complaint, ctx: Context): Purpose[] =>
  (['handle', 'appeal'] as const).filter((purpose) => !refuseWhereSomeoneIs(c, ctx, purpose))

const nobodyFor = (c: Complaint, ctx: Context): Refusal | null =>
  purposesWithNobody(c, ctx).length > 0 ? null : refuseWhereSomeoneIs(c, ctx, 'handle')

const purpose = z.enum(['handle', 'appeal'])

export const appointOutside = rule({
  type: 'appoint_outside',
  summary: 'Appoint somebody from outside, limited to this case, where nobody on the staff may act.',
  fields: z.strictObject({
    purpose,
    name: line,
    email,
    seniority: z.number().int().min(1).max(100).default(100),
    reason: prose,
  }),
  by: supervisorElseAdmin,
  in: OPEN,
  guard: nobodyFor,
  decide: (c, { purpose, name, email, seniority, reason }, ctx) =>
    refuseWhereSomeoneIs(c, ctx, purpose) ?? [
      draft('outside_appointed', { appointee: ctx.id('st'), purpose, seniority }, { name, email, reason }),
    ],
})

const waivable = (c: Complaint, ctx: Context, purpose: Purpose) =>
  ctx.staff.filter((s) => {
    const able =
      purpose === 'appeal' ? s.roles.includes('reviewer') : s.roles.some((r) => r === 'handler' || r === 'supervisor')
    const conflict = conflictOf(c, s, purpose)
    return able && conflict !== 'self' && conflict !== 'recused'
  })

export const waiveIndependence = rule({
  type: 'waive_independence',
  summary: 'Record why somebody in the respondent department must act all the same; it is printed in the decision.',
  fields: z.strictObject({ staff: id, purpose, reason: prose }),
  by: supervisorElseAdmin,
  in: OPEN,
  guard: (c, ctx) => {
    const nobody = nobodyFor(c, ctx)
    if (nobody) return nobody
    const any = purposesWithNobody(c, ctx).some((purpose) => waivable(c, ctx, purpose).length > 0)
    return any ? null : { refused: 'nobody_eligible', purpose: 'handle' }
  },
  decide: (c, { staff, purpose, reason }, ctx) => {
    const refusal = refuseWhereSomeoneIs(c, ctx, purpose)
    if (refusal) return refusal
    const person = ctx.staff.find((s) => s.id === staff)
    if (!person) return { refused: 'unknown_staff', staff }
    if (waivable(c, ctx, purpose).includes(person))
      return [draft('independence_waived', { staff, purpose }, { reason })]
    const conflict = conflictOf(c, person, purpose)
    return conflict === 'self' || conflict === 'recused'
      ? { refused: 'conflict_of_interest', staff, conflict }
      : { refused: 'ineligible_staff', staff, needs: [purpose === 'appeal' ? 'reviewer' : 'handler'] }
  },
})

/** After the respondent became known: whoever may no longer handle the case no longer holds it. */
export const unassignConflicted = (c: Complaint, ctx: Context) => {
  const holder = ctx.staff.find((s) => s.id === c.assignee)
  const conflicted = c.assignee !== null && (c.respondent.staff === c.assignee || (holder && conflictOf(c, holder)))
  return conflicted ? [draft('unassigned', { staff: c.assignee ?? '', because: 'conflict' })] : []
}
