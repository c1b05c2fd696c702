import type { Complaint, StaffMember } from './complaint.ts'
import type { Conflict, Refusal } from './refusal.ts'
import type { Purpose } from './vocabulary.ts'

type Person = Pick<StaffMember, 'id' | 'department' | 'seniority'>

const isWaived = (c: Complaint, person: Person, purpose: Purpose) =>
  c.waived.some((w) => w.staff === person.id && w.purpose === purpose)

export const isAppointed = (c: Complaint, person: Pick<Person, 'id'>, purpose: Purpose) =>
  c.appointed.some((a) => a.id === person.id && a.purpose === purpose)

/** The staff, and whoever was appointed from outside for this case even where the directory does not list them. */
export const people = (c: Complaint, staff: readonly StaffMember[]): StaffMember[] => [
  ...staff,
  ...c.appointed
    .filter((a) => !staff.some((s) => s.id === a.id))
    .map(({ id, seniority }) => ({ id, seniority, roles: ['outside' as const], department: '' })),
]

/**
 * Why this person may not handle the case, or null (PROCESS rule 2). A waiver lifts a conflict of department; nothing
 * lifts the conflict of handling a complaint against oneself, or a recusal.
 */
export const conflictOf = (c: Complaint, person: Person, purpose: Purpose = 'handle'): Conflict | null => {
  if (c.respondent.staff === person.id) return 'self'
  if (c.recused.includes(person.id)) return 'recused'
  const own = c.respondent.department === person.department
  // Whoever may handle the case all the same may approve on it, too.
  const excused = isWaived(c, person, purpose) || (purpose === 'approve' && isWaived(c, person, 'handle'))
  return own && !excused ? 'department' : null
}

export const refuseConflict = (c: Complaint, person: Person, purpose: Purpose = 'handle'): Refusal | null => {
  const conflict = conflictOf(c, person, purpose)
  return conflict ? { refused: 'conflict_of_interest', staff: person.id, conflict } : null
}

/** Why this person may not decide on the plan awaiting approval: conflict, or it is their own (PROCESS rule 3). */
export const refuseApprover = (c: Complaint, person: Person): Refusal | null => {
  const conflict = refuseConflict(c, person, 'approve')
  if (conflict) return conflict
  return c.plan?.proposedBy === person.id ? { refused: 'same_person', proposedBy: person.id } : null
}

/** Why this person may not decide the appeal: conflict, an earlier act on the case, or not senior enough. */
export const refuseReviewer = (c: Complaint, person: Person): Refusal | null => {
  const conflict = refuseConflict(c, person, 'appeal')
  if (conflict) return conflict
  if (isWaived(c, person, 'appeal')) return null
  if (c.participants.some((p) => p.id === person.id)) return { refused: 'took_part', staff: person.id }
  const above = c.decision?.seniority ?? 0
  return person.seniority <= above && !isAppointed(c, person, 'appeal')
    ? { refused: 'not_senior_enough', needsMoreThan: above }
    : null
}

/** Whose work it is, by role; an appointment stands in for the role. */
const ABLE: Record<Purpose, (s: StaffMember) => boolean> = {
  handle: (s) => s.roles.includes('handler') || s.roles.includes('supervisor'),
  approve: (s) => s.roles.includes('supervisor'),
  appeal: (s) => s.roles.includes('reviewer'),
}

const REFUSE: Record<Purpose, (c: Complaint, person: Person) => Refusal | null> = {
  handle: refuseConflict,
  approve: refuseApprover,
  appeal: refuseReviewer,
}

export const isAble = (c: Complaint, person: StaffMember, purpose: Purpose): boolean =>
  ABLE[purpose](person) || isAppointed(c, person, purpose)

/** Who could act on the case now, for this purpose. */
export const eligible = (c: Complaint, staff: readonly StaffMember[], purpose: Purpose): StaffMember[] =>
  people(c, staff).filter((s) => isAble(c, s, purpose) && !REFUSE[purpose](c, s))

export const eligibleHandlers = (c: Complaint, staff: readonly StaffMember[]): StaffMember[] =>
  eligible(c, staff, 'handle')

export const eligibleReviewers = (c: Complaint, staff: readonly StaffMember[]): StaffMember[] =>
  eligible(c, staff, 'appeal')
