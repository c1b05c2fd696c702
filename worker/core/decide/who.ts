import type { Actor, Complaint } from '../complaint.ts'
import { eligible, isAppointed, refuseConflict } from '../independence.ts'
import type { Refusal } from '../refusal.ts'
import { STAGES, type Stage } from '../vocabulary.ts'
import type { Context, Who } from './rule.ts'

type Staff = Extract<Actor, { kind: 'staff' }>

export const ANY: readonly Stage[] = STAGES
export const OPEN: readonly Stage[] = STAGES.filter((s) => s !== 'closed')
/** While the organisation works towards a decision. */
export const WORK: readonly Stage[] = ['received', 'review', 'investigation', 'assessment', 'planning']

const refuse = (...needs: string[]): Refusal => ({ refused: 'not_permitted', needs })

const staffWith = (actor: Actor, ...roles: Staff['roles'][number][]): actor is Staff =>
  actor.kind === 'staff' && roles.some((role) => actor.roles.includes(role))

const mayHandle = (c: Complaint, actor: Actor): actor is Staff =>
  (actor.kind === 'staff' && isAppointed(c, actor, 'handle')) || staffWith(actor, 'handler', 'supervisor')

/** Staff to whom the case is assigned; independence comes first, so that the true reason is told. */
export const assignee: Who = (c, { actor }) => {
  if (!mayHandle(c, actor)) return refuse('handler')
  const conflict = refuseConflict(c, actor)
  if (conflict) return conflict
  return c.assignee === actor.id ? null : { refused: 'not_assigned', assignee: c.assignee }
}

/** The assignee, or a supervisor without a conflict. */
export const desk: Who = (c, ctx) => {
  if (!staffWith(ctx.actor, 'supervisor')) return assignee(c, ctx)
  return refuseConflict(c, ctx.actor)
}

export const supervisor: Who = (c, { actor }) =>
  staffWith(actor, 'supervisor') ? refuseConflict(c, actor) : refuse('supervisor')

/** Decides on plans; whether on this one, its guard asks. */
export const approver: Who = (c, { actor }) =>
  actor.kind === 'staff' && (staffWith(actor, 'supervisor') || isAppointed(c, actor, 'approve'))
    ? refuseConflict(c, actor, 'approve')
    : refuse('supervisor')

/**
 * A supervisor or, where there is none, an administrator (PROCESS rule 2); not the one the complaint is against, unless
 * there is nobody else to call somebody in.
 */
export const supervisorElseAdmin: Who = (c, { actor, staff }) => {
  const others = staff.filter((s) => s.id !== c.respondent.staff)
  const role = (['supervisor', 'admin'] as const).find((r) => others.some((s) => s.roles.includes(r)))
  if (!role) return staffWith(actor, 'supervisor', 'admin') ? null : refuse('supervisor')
  if (!staffWith(actor, role)) return refuse(role)
  return others.some((s) => s.id === actor.id)
    ? null
    : { refused: 'conflict_of_interest', staff: actor.id, conflict: 'self' }
}

/** Whether somebody holds the case who is still there and may handle it. */
const isHeld = (c: Complaint, { staff }: Context) => eligible(c, staff, 'handle').some((s) => s.id === c.assignee)

/**
 * Handing out work is no act on the substance, so a conflict does not stop it. Whoever may handle the case may take it
 * when nobody has it, or when its handler has left or may not handle it any more.
 */
export const assigner: Who = (c, ctx) => {
  const { actor } = ctx
  if (staffWith(actor, 'supervisor')) return null
  if (!mayHandle(c, actor) || isHeld(c, ctx)) return refuse('supervisor')
  return refuseConflict(c, actor)
}

/** Decides appeals; whether this one, its guard asks. */
export const reviewer: Who = (c, { actor }) =>
  actor.kind === 'staff' && (staffWith(actor, 'reviewer') || isAppointed(c, actor, 'appeal'))
    ? null
    : refuse('reviewer')

export const auditor: Who = (_c, { actor }) => (staffWith(actor, 'auditor') ? null : refuse('auditor'))

export const system: Who = (_c, { actor }) => (actor.kind === 'system' ? null : refuse('system'))

/** Handles the case now, or could come to: staff who may step back from it. */
export const handling: Who = (c, { actor }) => {
  if (!staffWith(actor, 'handler', 'supervisor', 'reviewer', 'outside')) return refuse('handler')
  return c.recused.includes(actor.id) ? { refused: 'conflict_of_interest', staff: actor.id, conflict: 'recused' } : null
}

/** The complainant, a representative whose authority was verified, or a partner allowed to act for them. */
export const complainant: Who = (c, { actor }) => {
  if (actor.kind === 'complainant') return null
  if (actor.kind === 'partner') return actor.scopes.includes('complaints:act') ? null : refuse('complaints:act')
  if (actor.kind !== 'representative') return refuse('complainant')
  return c.representatives.some((r) => r.id === actor.id && r.state === 'verified')
    ? null
    : refuse('verified_representative')
}

/** As `complainant`, and a representative whose authority is still being checked: they can answer what is asked. */
export const correspondent: Who = (c, ctx) => {
  const { actor } = ctx
  if (actor.kind === 'representative' && c.representatives.some((r) => r.id === actor.id && r.state === 'named'))
    return null
  return complainant(c, ctx)
}

/** The complainant in person: what concerns their own identity and credentials. */
export const complainantOnly: Who = (_c, { actor }) => (actor.kind === 'complainant' ? null : refuse('complainant'))

export const either =
  (...ways: Who[]): Who =>
  (c, ctx) => {
    let first: Refusal | null = null
    for (const way of ways) {
      const refusal = way(c, ctx)
      if (!refusal) return null
      first ??= refusal
    }
    return first
  }
