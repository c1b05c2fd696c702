import * as z from 'zod'
import type { Complaint, StaffMember } from '../complaint.ts'
import { email, id, line, prose } from '../fields.ts'
import { conflictOf, eligible, isAble, people, refuseConflict } from '../independence.ts'
import type { Refusal } from '../refusal.ts'
import { PURPOSES, type Purpose } from '../vocabulary.ts'
import { type Context, draft, rule } from './rule.ts'
import { assigner, handling, OPEN, supervisorElseAdmin } from './who.ts'

export const assign = rule({
  type: 'assign',
  summary: 'Give the case to somebody who may handle it. A handler may take what nobody has.',
  fields: z.strictObject({ to: id }),
  by: assigner,
  in: OPEN,
  guard: (c, ctx) => {
    const others = eligible(c, ctx.staff, 'handle').filter((s) => s.id !== c.assignee)
    return others.length > 0 ? null : { refused: 'nobody_eligible', purpose: 'handle' }
  },
  decide: (c, { to }, ctx) => {
    const { actor } = ctx
    const taking = actor.kind === 'staff' && !actor.roles.includes('supervisor')
    if (taking && to !== actor.id) return { refused: 'not_permitted', needs: ['supervisor'] }
    const person = people(c, ctx.staff).find((s) => s.id === to)
    if (!person || to === c.assignee) return { refused: 'unknown_staff', staff: to }
    const conflict = refuseConflict(c, person)
    if (conflict) return conflict
    if (!isAble(c, person, 'handle'))
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

/**
 * Only where nobody on the staff may act is there anything to appoint or waive (PROCESS rule 2). Somebody appointed before
 * does not count: if they fall out, another can follow.
 */
const refuseWhereSomeoneIs = (c: Complaint, ctx: Context, purpose: Purpose): Refusal | null => {
  if (purpose === 'approve' && c.plan?.state !== 'submitted') return { refused: 'plan_not_awaiting_approval' }
  const found = eligible({ ...c, appointed: [] }, ctx.staff, purpose).length
  return found > 0 ? { refused: 'someone_is_eligible', eligible: found } : null
}

const purposesWithNobody = (c: Complaint, ctx: Context): Purpose[] =>
  PURPOSES.filter((purpose) => !refuseWhereSomeoneIs(c, ctx, purpose))

const nobodyFor = (c: Complaint, ctx: Context): Refusal | null =>
  purposesWithNobody(c, ctx).length > 0 ? null : refuseWhereSomeoneIs(c, ctx, 'handle')

const purpose = z.enum(PURPOSES)

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

/** A waiver lifts every bar but these: the complaint is against them, they stepped back, or the plan is their own. */
const neverWaived = (c: Complaint, staff: StaffMember, purpose: Purpose): Refusal | null => {
  const conflict = conflictOf(c, staff, purpose)
  if (conflict === 'self' || conflict === 'recused')
    return { refused: 'conflict_of_interest', staff: staff.id, conflict }
  if (purpose === 'approve' && c.plan?.proposedBy === staff.id) return { refused: 'same_person', proposedBy: staff.id }
  return isAble(c, staff, purpose) ? null : { refused: 'ineligible_staff', staff: staff.id, needs: [...NEEDS[purpose]] }
}

const NEEDS = { handle: ['handler', 'supervisor'], approve: ['supervisor'], appeal: ['reviewer'] } as const

export const waiveIndependence = rule({
  type: 'waive_independence',
  summary: 'Record why somebody in the respondent department must act all the same; it is printed in the decision.',
  fields: z.strictObject({ staff: id, purpose, reason: prose }),
  by: supervisorElseAdmin,
  in: OPEN,
  guard: (c, ctx) => {
    const nobody = nobodyFor(c, ctx)
    if (nobody) return nobody
    const purposes = purposesWithNobody(c, ctx)
    const any = purposes.some((purpose) => ctx.staff.some((s) => !neverWaived(c, s, purpose)))
    return any ? null : { refused: 'nobody_eligible', purpose: purposes[0] ?? 'handle' }
  },
  decide: (c, { staff, purpose, reason }, ctx) => {
    const refusal = refuseWhereSomeoneIs(c, ctx, purpose)
    if (refusal) return refusal
    const person = ctx.staff.find((s) => s.id === staff)
    if (!person) return { refused: 'unknown_staff', staff }
    return neverWaived(c, person, purpose) ?? [draft('independence_waived', { staff, purpose }, { reason })]
  },
})

/** Whoever may no longer handle the case no longer holds it: once the respondent is known, and when a case comes back. */
export const unassignConflicted = (c: Complaint, ctx: Context) => {
  const holder = people(c, ctx.staff).find((s) => s.id === c.assignee) ?? gone(c.assignee)
  return holder && conflictOf(c, holder) ? [draft('unassigned', { staff: holder.id, because: 'conflict' })] : []
}

/** Somebody who has left is still who they are, though their department is no longer known. */
const gone = (id: string | null) => (id === null ? null : { id, department: '', seniority: 0 })
