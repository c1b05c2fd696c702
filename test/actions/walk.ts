import type { Credential } from '../../worker/actions/types.ts'
import type { CaseView } from '../../worker/core/view.ts'
import type { Office } from '../support/worker/office.ts'

/** Takes a case just received to where the complainant confirms the points, and the investigation begins. */
export const toInvestigation = async (
  office: Office,
  reference: string,
  complainant: Credential,
): Promise<CaseView> => {
  await office.give('supervisor', reference, 'assign', { to: 'handler' })
  await office.give('handler', reference, 'verify', { identity: true, contact: true, content: true })
  const points = [{ text: 'The second charge.' }]
  await office.give('handler', reference, 'set_points', { points })
  await office.give(complainant, reference, 'confirm_points', { agreed: true })
  await office.give('handler', reference, 'decide_scope', { inScope: true })
  return office.give('handler', reference, 'start_investigation')
}

/** Takes a case just received to an offer of one refund. */
export const toOffer = async (
  office: Office,
  reference: string,
  complainant: Credential,
  reasons = 'Two charges, one withdrawal.',
): Promise<CaseView> => {
  const { points } = await toInvestigation(office, reference, complainant)
  await office.give('handler', reference, 'finish_investigation', { summary: 'The logs show two charges.' })
  const finding = { point: points[0]?.id, result: 'upheld', reasons }
  await office.give('handler', reference, 'record_finding', finding)
  await office.give('handler', reference, 'finish_assessment', { rootCause: 'system_fault', cause: 'A retry.' })
  return offer(office, reference)
}

/** Proposes, approves and offers a refund from `planning`. */
export const offer = async (office: Office, reference: string): Promise<CaseView> => {
  const due = new Date(Date.parse(office.time.now) + 7 * 86_400_000).toISOString().slice(0, 10)
  const money = { amount: 60_000, currency: 'USD' }
  const remedies = [{ kind: 'refund', content: 'The second charge is paid back.', money, owner: 'handler', due }]
  await office.give('handler', reference, 'propose_plan', { reasons: 'It was ours.', remedies })
  await office.give('supervisor', reference, 'approve_plan')
  const letter = { timetable: 'In a week.', howToAppeal: 'Reply here.', whomElse: 'The ombudsman.' }
  return office.give('handler', reference, 'offer_plan', letter)
}
