import type { DecisionPart, Purpose, StaffRole, Stage } from './vocabulary.ts'

/** Why somebody may not handle a case (PROCESS rule 2). */
export type Conflict = 'self' | 'department' | 'recused'

/**
 * Every reason a command is refused. A member carries what the person needs to put it right; the wire form (status,
 * problem code, words) is made from it in one place, `http/problem.ts`.
 */
export type Refusal =
  | { refused: 'not_permitted'; needs: readonly string[] }
  | { refused: 'not_assigned'; assignee: string | null }
  | { refused: 'wrong_stage'; stage: Stage; allowedIn: readonly Stage[] }
  | { refused: 'conflict_of_interest'; staff: string; conflict: Conflict }
  | { refused: 'same_person'; proposedBy: string }
  | { refused: 'took_part'; staff: string }
  | { refused: 'not_senior_enough'; needsMoreThan: number }
  | { refused: 'ineligible_staff'; staff: string; needs: readonly StaffRole[] }
  | { refused: 'unknown_staff'; staff: string }
  | { refused: 'someone_is_eligible'; eligible: number }
  | { refused: 'nobody_eligible'; purpose: Purpose }
  | { refused: 'scope_already_decided' }
  | { refused: 'points_missing' }
  | { refused: 'points_unconfirmed' }
  | { refused: 'point_without_finding'; points: readonly string[] }
  | { refused: 'unknown_point'; point: string }
  | { refused: 'remedy_incomplete'; remedies: readonly { remedy: string; missing: readonly string[] }[] }
  | { refused: 'unknown_remedy'; remedy: string }
  | { refused: 'decision_incomplete'; missing: readonly DecisionPart[] }
  | { refused: 'plan_missing' }
  | { refused: 'plan_awaits_approval' }
  | { refused: 'plan_not_awaiting_approval' }
  | { refused: 'nothing_to_answer' }
  | { refused: 'nothing_to_confirm' }
  | { refused: 'already_reported' }
  | { refused: 'already_done'; remedy: string }
  | { refused: 'unknown_request'; request: string }
  | { refused: 'unknown_representative'; representative: string }
  | { refused: 'unknown_evidence'; evidence: readonly string[] }
  | { refused: 'too_much_evidence'; limit: number }
  | { refused: 'unknown_category'; category: string }
  | { refused: 'nothing_to_appeal' }
  | { refused: 'appeal_already_made' }
  | { refused: 'appeal_window_passed'; until: string }
  | { refused: 'not_withdrawn' }
  | { refused: 'withdrawal_window_passed'; until: string }
  | { refused: 'not_same_complainant'; reference: string }
  | { refused: 'unknown_case'; reference: string }
  | { refused: 'leads'; reference: string }
  | { refused: 'already_linked'; reference: string }
  | { refused: 'not_linked'; reference: string }
  | { refused: 'no_referral' }
  | { refused: 'no_decision_yet' }
  | { refused: 'unknown_referral'; referral: string }
  | { refused: 'unknown_clock'; clock: string }
  | { refused: 'clock_not_extendable'; clock: string }
  | { refused: 'not_later'; than: string }
  | { refused: 'promise_too_late'; latest: string }
  | { refused: 'in_the_future' }
  | { refused: 'before_receipt'; receivedAt: string }
  | { refused: 'unknown_hold'; hold: string }
  | { refused: 'nothing_due' }
  | { refused: 'highest_level' }
  | { refused: 'already_at_level'; level: number }
  | { refused: 'no_contact' }
  | { refused: 'anonymous_not_accepted' }
  | { refused: 'consent_missing' }
  | { refused: 'on_hold' }
  | { refused: 'kept_until'; until: string }
  | { refused: 'erased' }

export type RefusalCode = Refusal['refused']

export const isRefusal = (value: object): value is Refusal => 'refused' in value
