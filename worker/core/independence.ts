import type { Complaint, StaffMember } from './complaint.ts'
import type { Conflict, Refusal } from './refusal.ts'

type Person = Pick<StaffMember, 'id' | 'department' | 'seniority'>
export type Purpose = 'handle' | 'appeal'

const waived = (c: Complaint, person: Person, purpose: Purpose) =>
  c.waived.some((w) => w.staff === person.id && w.purpose === purpose)

const appointed = (c: Complaint, person: Person, purpose: Purpose) =>
  c.appointed.some((a) => a.id === person.id && a.purpose === purpose)

/**
 * Why this person may not handle the case, or null (PROCESS rule 2). A waiver lifts a conflict of department; nothing
 * lifts the conflict of handling a complaint against oneself, or a recusal.
 */
export const conflictOf = (c: Complaint, person: Person, purpose: Purpose = 'handle'): Conflict | null => {
  if (c.respondent.staff === person.id) return 'self'
  if (c.recused.includes(person.id)) return 'recused'
  if (c.respondent.department === person.department && !waived(c, person, purpose)) return 'department'
  return null
}

export const refuseConflict = (c: Complaint, person: Person, purpose: Purpose = 'handle'): Refusal | null => {
  const conflict = conflictOf(c, person, purpose)
  return conflict ? { refused: 'conflict_of_interest', staff: person.id, conflict } : null
}

/** Why this person may not decide the appeal: conflict, an earlier act on the case, or not senior enough. */
export const refuseReviewer = (c: Complaint, person: Person): Refusal | null => {
  const conflict = refuseConflict(c, person, 'appeal')
  if (conflict) return conflict
  const excused = waived(c, person, 'appeal')
  if (!excused && c.participants.some((p) => p.id === person.id)) return { refused: 'took_part', staff: person.id }
  const above = c.decision?.seniority ?? 0
  if (!excused && !appointed(c, person, 'appeal') && person.seniority <= above)
    return { refused: 'not_senior_enough', needsMoreThan: above }
  return null
}

const handles = (s: StaffMember) => s.roles.includes('handler') || s.roles.includes('supervisor')

/** Who could be given the case now. */
export const eligibleHandlers = (c: Complaint, staff: readonly StaffMember[]): StaffMember[] =>
  staff.filter((s) => (handles(s) || appointed(c, s, 'handle')) && !conflictOf(c, s))

/** Who could decide an appeal on the case now. */
export const eligibleReviewers = (c: Complaint, staff: readonly StaffMember[]): StaffMember[] =>
  staff.filter((s) => (s.roles.includes('reviewer') || appointed(c, s, 'appeal')) && !refuseReviewer(c, s))
