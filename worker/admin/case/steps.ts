import type { CaseView } from '../../core/view.ts'
import type { StaffCommand } from '../forms/index.ts'
import { findingOf } from '../forms/options.ts'

/** Every command of staff by what it is about, in the order of a case. */
export const GROUPS = {
  work: [
    'verify',
    'classify',
    'set_points',
    'decide_scope',
    'start_investigation',
    'record_information',
    'request_information',
    'record_interim_measure',
    'finish_investigation',
    'record_finding',
    'finish_assessment',
    'propose_plan',
    'approve_plan',
    'return_plan',
    'offer_plan',
    'revise_plan',
    'record_remedy',
    'report_progress',
    'report_outcome',
    'decide_appeal',
    'close',
    'reopen',
  ],
  talk: ['message', 'record_reply', 'note', 'send_holding_response', 'record_acknowledgement', 'reissue_access'],
  people: [
    'assign',
    'escalate',
    'recuse',
    'verify_representative',
    'revoke_representative',
    'appoint_outside',
    'waive_independence',
  ],
  records: [
    'extend_clock',
    'record_referral',
    'link_duplicate',
    'unlink_duplicate',
    'rectify',
    'place_hold',
    'release_hold',
  ],
} as const satisfies Record<string, readonly StaffCommand[]>

const happened = (view: CaseView, type: string) => view.timeline.some((entry) => entry.type === type)

function* sensible(view: CaseView): Generator<StaffCommand> {
  const { staff, next } = view
  if (!staff?.assignee && view.stage !== 'closed') yield* ['assign', 'appoint_outside', 'waive_independence']
  if (view.clocks.some((k) => k.kind === 'acknowledge') && !isReachable(view)) yield 'record_acknowledgement'
  if (staff?.representatives.some((r) => r.state === 'named')) yield 'verify_representative'
  if (next.who === 'complainant') yield 'record_reply'
  if (next.what === 'answer_question') yield* ['message', 'revise_plan']
  const unfound = view.points.some((p) => !findingOf({ view }, p.id))
  switch (view.stage) {
    case 'received':
    case 'review':
      if (!happened(view, 'verified')) yield 'verify'
      if (!staff?.nature) yield 'classify'
      if (view.pointsState === 'none' || view.pointsState === 'disputed') yield 'set_points'
      else if (view.pointsState !== 'asked') yield* ['start_investigation', 'decide_scope']
      return
    case 'investigation':
      yield* ['record_information', 'request_information', 'finish_investigation']
      return
    case 'assessment':
      yield unfound ? 'record_finding' : 'finish_assessment'
      return
    case 'planning':
      if (view.points.length === 0) yield 'set_points'
      if (unfound) yield 'record_finding'
      yield* ['approve_plan', 'return_plan']
      yield staff?.draftPlan?.state === 'ready' ? 'offer_plan' : 'propose_plan'
      return
    case 'execution':
      yield* ['record_remedy', 'report_progress']
      return
    case 'confirmation':
      yield 'report_outcome'
      return
    case 'appeal':
      yield 'decide_appeal'
      return
    case 'offered':
    case 'closed':
      return
  }
}

/** Whether a message can reach the complainant electronically. */
export const isReachable = ({ staff }: CaseView): boolean =>
  [staff?.contact.email, staff?.contact.phone].some((state) => state === 'unconfirmed' || state === 'confirmed')

/** What it makes sense to do next, of what is allowed, most sensible first. */
export const nextCommands = (view: CaseView): StaffCommand[] => [
  ...new Set([...sensible(view)].filter((type) => view.allowed.includes(type))),
]
