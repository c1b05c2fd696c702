import type { Complaint } from '../core/complaint.ts'
import type { Event } from '../core/events.ts'
import type { Policy } from '../core/policy.ts'
import type { CaseView, RemedyView } from '../core/view/schema.ts'
import type { ClockKind } from '../core/vocabulary.ts'
import { type Body, type Closing, type Letter, letter, type PlannedRemedy, type Said } from './letters.ts'

/** What the words of a letter are taken from, beside the event itself. */
export interface Words {
  /** The case after the events. */
  case: Complaint
  policy: Policy
  /** The case as the complainant sees it after the events; without it a decision names its key points only. */
  view: CaseView | null
  language: string
  /** All events that happened together with this one. */
  together: readonly Event[]
}

/** Clocks whose breach is told to the complainant: those of a regime, and promises made to them, save those about sending what they then get. */
const PROMISES: ReadonlySet<ClockKind> = new Set(['answer', 'execute', 'progress', 'confirm', 'appeal'])

const dueOf = (c: Complaint, ...kinds: ClockKind[]) => c.clocks.find((k) => kinds.includes(k.kind))?.dueAt ?? null

const requestDue = (c: Complaint, id: string | null) => {
  const request = c.requests.find((r) => r.id === id)
  return c.clocks.find((k) => k.id === `request#${request?.seq}`)?.dueAt ?? null
}

const bodiesOf = ({ policy, language }: Words): Body[] =>
  policy.bodies.map(({ name, url }) => ({ name: name[language] ?? name.en ?? '', url: url ?? null }))

const planned = (remedies: readonly RemedyView[]): PlannedRemedy[] =>
  remedies.map(({ kind, content, money, due }) => ({ kind, content, money, due }))

const closed = (w: Words, because: Closing, reasons: string | null = null): Letter =>
  letter('closed', {
    outcome: w.case.outcome ?? 'unresolved',
    because,
    reasons,
    appealUntil: w.case.appeal ? null : w.case.appealUntil,
    bodies: bodiesOf(w),
  })

const decision = (event: Extract<Event, { type: 'plan_offered' }>, { case: c, view }: Words): Letter => {
  const plan = view?.plan?.id === event.facts.plan ? view.plan : null
  const waived = (view?.timeline ?? []).filter((entry) => entry.type === 'independence_waived')
  return letter('decision', {
    final: event.facts.final,
    findings: (view?.points ?? []).flatMap(({ text, finding }) =>
      finding ? [{ point: text, result: finding.result, reasons: finding.reasons }] : [],
    ),
    reasons: plan?.reasons ?? null,
    remedies: planned(plan?.remedies ?? []),
    timetable: event.text?.timetable ?? null,
    howToAppeal: event.text?.howToAppeal ?? null,
    whomElse: event.text?.whomElse ?? null,
    note: event.text?.note ?? null,
    waivers: waived.flatMap((entry) => (typeof entry.text?.reason === 'string' ? [entry.text.reason] : [])),
    by: dueOf(c, 'reply'),
    appealUntil: c.appeal ? null : c.appealUntil,
  })
}

const asked = (event: Extract<Event, { type: 'information_requested' }>, { case: c }: Words): Letter | null =>
  event.facts.of === 'complainant'
    ? letter('information_requested', {
        question: event.text?.question ?? null,
        gaps: event.facts.gaps,
        by: requestDue(c, event.facts.request),
      })
    : null

const aboutOf = (c: Complaint, id: string) => c.requests.find((r) => r.id === id)?.about ?? 'information'

const scope = (event: Extract<Event, { type: 'scope_decided' }>, w: Words): Letter => {
  const { inScope, needsInvestigation, referral } = event.facts
  const reasons = event.text?.reasons ?? null
  if (inScope)
    return letter('accepted', {
      points: (w.view?.points ?? []).map((p) => p.text),
      needsInvestigation,
      reasons,
      by: dueOf(w.case, needsInvestigation ? 'review' : 'plan'),
    })
  return letter('out_of_scope', {
    reasons: reasons ?? '',
    referral,
    body: event.text?.body ?? null,
    appealUntil: w.case.appeal ? null : w.case.appealUntil,
    bodies: bodiesOf(w),
  })
}

/** What the complainant said, where staff recorded it for them (PROCESS rule 14). */
const wordsSaid = (together: readonly Event[]): string[] =>
  together.flatMap((event) =>
    event.facts.onBehalfOf && event.type !== 'reply_recorded'
      ? Object.values(event.text ?? {}).filter((value): value is string => typeof value === 'string')
      : [],
  )

/**
 * The letter an event means for the complainant's side; null where the tracker telling it is enough, or where another
 * event of the same act says more.
 */
export const partyLetter = (event: Event, w: Words): Letter | null => {
  const c = w.case
  switch (event.type) {
    case 'information_requested':
      return asked(event, w)
    case 'points_set':
      return event.facts.request
        ? letter('points_to_confirm', {
            points: Object.values(event.text?.points ?? {}),
            wish: event.text?.wish ?? null,
            by: requestDue(c, event.facts.request),
          })
        : null
    case 'request_reminded':
      return event.facts.of === 'complainant'
        ? letter('request_reminder', {
            about: aboutOf(c, event.facts.request),
            question: w.view?.requests.find((r) => r.id === event.facts.request)?.question ?? null,
            until: event.facts.lapseAt,
          })
        : null
    case 'request_lapsed':
      return event.facts.of === 'complainant'
        ? letter('request_lapsed', { about: aboutOf(c, event.facts.request) })
        : null
    case 'scope_decided':
      return scope(event, w)
    case 'duplicate_linked':
      return event.facts.relation === 'duplicate'
        ? letter('duplicate', {
            leading: event.facts.reference,
            reason: event.text?.reason ?? null,
            appealUntil: c.appeal ? null : c.appealUntil,
          })
        : null
    case 'duplicate_unlinked':
      return event.facts.stage
        ? letter('duplicate_unlinked', { other: event.facts.reference, reason: event.text?.reason ?? '' })
        : null
    case 'interim_measure_recorded':
      return letter('interim_measure', { content: event.text?.content ?? '', until: event.facts.until })
    case 'message_sent':
      return letter('message', { message: event.text?.message ?? '', files: event.facts.evidence?.length ?? 0 })
    case 'plan_offered':
      return decision(event, w)
    case 'plan_accepted':
      if (event.facts.stage === 'closed') return closed(w, 'accepted')
      return letter('plan_accepted', { remedies: planned(w.view?.plan?.remedies ?? []), by: dueOf(c, 'execute') })
    case 'plan_rejected':
      if (event.facts.stage === 'closed') return closed(w, 'rejected')
      return letter('plan_rejected', { by: dueOf(c, 'plan') })
    case 'plan_revised':
      return letter('plan_revised', { reason: event.text?.reason ?? '', by: dueOf(c, 'plan') })
    case 'offer_lapsed':
      if (event.facts.stage === 'closed') return closed(w, 'lapsed')
      return letter('offer_executed', { by: dueOf(c, 'execute') })
    case 'progress_reported':
      return letter('progress', { report: event.text?.report ?? '', by: dueOf(c, 'progress') })
    case 'outcome_reported':
      return letter('outcome_report', {
        report: event.text?.report ?? '',
        remedies: (w.view?.plan?.remedies ?? []).map(({ kind, content, done }) => ({
          kind,
          content,
          on: done?.on ?? null,
          note: done?.note ?? '',
        })),
        by: dueOf(c, 'reply'),
      })
    case 'outcome_confirmed':
      if (event.facts.stage === 'closed') return closed(w, 'confirmed')
      return letter('outcome_disputed', { by: dueOf(c, 'plan') })
    case 'outcome_unconfirmed':
      return closed(w, 'unconfirmed')
    case 'reply_reminded':
      return letter('reply_reminder', {
        about: c.stage === 'confirmation' ? 'report' : 'plan',
        until: event.facts.lapseAt,
        silence: (c.plan?.remedies.length ?? 0) > 0 ? w.policy.silence : 'lapse',
      })
    case 'holding_response_sent':
      return letter('holding', {
        reasons: event.text?.reasons ?? '',
        until: event.facts.until,
        // Under a regime this is when the complainant may go to somebody else already (DISP 1.6.2R(2)).
        bodies: w.policy.regimes.length > 0 ? bodiesOf(w) : [],
      })
    case 'appealed':
      return letter('appeal_received', { by: dueOf(c, 'appeal') })
    case 'appeal_decided':
      return letter('appeal_decided', {
        result: event.facts.result,
        reasons: event.text?.reasons ?? '',
        stage: c.stage,
        by: dueOf(c, c.stage === 'planning' ? 'plan' : 'reply'),
        bodies: bodiesOf(w),
      })
    case 'closed':
      return closed(w, 'staff', event.text?.reasons ?? null)
    case 'withdrawn':
      return letter('withdrawn', { until: c.appealUntil })
    case 'withdrawal_rescinded':
      return letter('withdrawal_rescinded', { stage: c.stage })
    case 'reopened':
      return letter('reopened', { stage: c.stage, reason: event.text?.reason ?? '' })
    case 'independence_waived':
      return letter('independence_waived', { purpose: event.facts.purpose, reason: event.text?.reason ?? '' })
    case 'clock_breached':
      return PROMISES.has(event.facts.kind) || event.facts.kind.includes('.')
        ? letter('delayed', { clock: event.facts.kind })
        : null
    case 'clock_extended':
      return letter('extended', {
        clock: event.facts.kind,
        until: event.facts.until,
        reason: event.text?.reason ?? '',
      })
    case 'referral_recorded':
      // A refusal of the scope names the referral itself.
      if (w.together.some((other) => other.type === 'scope_decided')) return null
      return letter('referral', {
        kind: event.facts.kind,
        body: event.text?.body ?? '',
        madeOn: event.facts.madeOn,
        concluded: event.facts.concluded,
        result: event.text?.result ?? null,
      })
    case 'handling_commented':
      // A linked case has an acknowledgement of its own.
      return event.facts.reference ? null : letter('handling_commented', {})
    case 'reply_recorded':
      // A changed contact is told to the new and to the old one.
      return event.facts.command === 'correct_contact'
        ? null
        : letter('reply_recorded', {
            how: event.facts.how,
            receivedAt: event.facts.receivedAt,
            command: event.facts.command as Said,
            words: wordsSaid(w.together),
            note: event.text?.note ?? null,
          })
    default:
      return null
  }
}
