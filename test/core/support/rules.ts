import { isDeepStrictEqual } from 'node:util'
import { clockChanges } from '../../../worker/core/clocks.ts'
import type { Clock, Complaint } from '../../../worker/core/complaint.ts'
import { type Event, type EventType, type FoldableEvent, partySees } from '../../../worker/core/events.ts'
import { evolve } from '../../../worker/core/evolve.ts'
import { STAGES, type Stage } from '../../../worker/core/vocabulary.ts'
import type { Step } from './simulate.ts'

/**
 * The rules that always hold, checked from outside: on the ledger and the state before and after, with tables of their
 * own rather than the core's.
 */

export const must = (holds: boolean, rule: string, about?: unknown): void => {
  if (!holds) throw new Error(`${rule}: ${JSON.stringify(about)}`)
}

/** PROCESS "Stages", the column "leaves to", and the appeals that return a case to where they found it. */
const LEADS_TO: Record<Stage, readonly Stage[]> = {
  received: ['review', 'closed'],
  review: ['investigation', 'planning', 'closed'],
  investigation: ['assessment', 'closed'],
  assessment: ['planning', 'closed'],
  planning: ['offered', 'appeal', 'closed'],
  offered: ['execution', 'closed', 'planning', 'appeal'],
  execution: ['confirmation', 'planning', 'appeal', 'closed'],
  confirmation: ['closed', 'planning', 'appeal'],
  appeal: ['offered', 'planning', 'closed', 'execution', 'confirmation'],
  closed: STAGES,
}

/** Acts on the substance, which nobody with a conflict may do (PROCESS rule 2). */
const SUBSTANCE: readonly EventType[] = [
  'information_requested',
  'information_recorded',
  'verified',
  'representative_verified',
  'classified',
  'points_set',
  'scope_decided',
  'duplicate_linked',
  'interim_measure_recorded',
  'investigation_started',
  'investigation_finished',
  'finding_recorded',
  'assessment_finished',
  'plan_proposed',
  'plan_approved',
  'plan_returned',
  'plan_offered',
  'plan_revised',
  'remedy_recorded',
  'progress_reported',
  'outcome_reported',
  'holding_response_sent',
  'appeal_decided',
  'closed',
]

/** What stays on the staff side whatever happens. */
const INTERNAL: readonly EventType[] = [
  'noted',
  'assigned',
  'unassigned',
  'recused',
  'information_recorded',
  'verified',
  'classified',
  'investigation_finished',
  'assessment_finished',
  'plan_approved',
  'plan_returned',
  'delivery_recorded',
  'escalated',
  'clock_warned',
  'hold_placed',
  'hold_released',
]

export const checkStep = (step: Step, ledger: readonly Event[]): void => {
  const { before, after, events, ctx } = step
  checkNumbering(before, events, ctx.now, ctx.actor)
  checkShape(after)
  checkFold(before, after, events)
  // Deciding again at the same moment changes no clock: each one in the state is one that the facts ask for.
  const left = clockChanges(after, ctx.policy, ctx.now)
  must(left.length === 0, 'every clock is wanted, and every wanted clock runs', left)
  let c = before
  for (const event of events) {
    if (c) checkEvent(c, event)
    c = evolve(c, event)
  }
  must(
    after.partyVersion === ledger.filter(partySees).length + after.published.length,
    'the party version counts what the complainant sees',
    after.partyVersion,
  )
  const { elsewhere } = step
  if (elsewhere) {
    checkNumbering(elsewhere.before, elsewhere.events, ctx.now, ctx.actor)
    checkFold(elsewhere.before, elsewhere.after, elsewhere.events)
    if (elsewhere.before) must(elsewhere.after.stage === elsewhere.before.stage, 'a link moves no other case')
  }
}

const checkNumbering = (before: Complaint | null, events: readonly Event[], now: string, actor: object): void => {
  must(events.length > 0, 'an accepted command has events')
  events.forEach(({ facts }, i) => {
    must(facts.seq === (before?.version ?? 0) + i + 1, 'events are numbered without a gap', facts)
    must(facts.at === now, 'events have their time', facts)
    must(isDeepStrictEqual(facts.by, actor), 'events have their actor', facts)
  })
}

const checkShape = (c: Complaint): void => {
  must(STAGES.includes(c.stage), 'a case is in exactly one stage', c.stage)
  const closed = c.stage === 'closed'
  must((c.outcome !== null) === closed, 'an outcome belongs to a closed case', [c.stage, c.outcome])
  must((c.closedAt !== null) === closed && (c.closedSeq !== null) === closed, 'a closing belongs to a closed case')
  must(!closed || c.requests.every((r) => r.state !== 'open'), 'a closed case asks for nothing', c.requests)
  must(!closed || c.question === null, 'a closed case owes no answer')
  if (c.stage === 'offered') must(c.plan?.state === 'offered', 'an offer is on the table', c.plan)
  if (c.stage === 'execution') {
    must(c.plan?.state === 'accepted', 'an accepted plan is carried out', c.plan)
    must(c.plan?.remedies.some((r) => !r.done) ?? false, 'something is left to carry out', c.plan)
  }
  if (c.stage === 'appeal') must(c.appeal?.decided === null, 'an appeal is to be decided', c.appeal)
  must(new Set(c.clocks.map((k) => k.id)).size === c.clocks.length, 'clocks have names of their own', c.clocks)
}

/** The state is the fold of the ledger, also of a ledger read back from JSON whose text was erased. */
const checkFold = (before: Complaint | null, after: Complaint, events: readonly Event[]): void => {
  const stored = before && (JSON.parse(JSON.stringify(before)) as Complaint)
  const erased = events.map(({ type, facts }) => JSON.parse(JSON.stringify({ type, facts })) as FoldableEvent)
  const folded = erased.reduce<Complaint | null>(evolve, stored)
  must(isDeepStrictEqual(folded, after), 'the state is the fold of the ledger', { folded, after })
}

const checkEvent = (c: Complaint, event: Event): void => {
  const { type, facts } = event
  if (facts.stage)
    must(LEADS_TO[c.stage].includes(facts.stage), 'a stage leads only where the process says', [c.stage, facts.stage])
  if ('publishes' in facts) must(facts.publishes.length > 0, 'a decision publishes what it rests on')
  if (INTERNAL.includes(type)) must(!partySees(event), 'what is internal is not told', type)
  checkIndependence(c, event)
  checkClocks(c, event)
  switch (type) {
    case 'plan_approved':
    case 'plan_returned':
      must(facts.by.kind === 'staff' && facts.by.id !== c.plan?.proposedBy, 'two people decide a plan', facts)
      return
    case 'plan_offered':
      must(c.points.length > 0 && c.points.every((p) => p.finding), 'nothing is offered without its findings', c.points)
      must(c.plan?.remedies.every((r) => r.owner && r.due) ?? false, 'every remedy has an owner and a date', c.plan)
      must(c.plan?.state === 'ready', 'what needs approval has it', c.plan)
      return
    case 'plan_rejected':
      must(!c.plan?.final === (facts.stage === 'planning'), 'the final offer is the last', facts)
      return
    case 'appealed':
      must(c.appeal === null, 'one appeal per case')
      must(c.decision !== null && c.outcome !== 'withdrawn', 'an appeal is against a decision')
      return
    default:
  }
}

const checkIndependence = (c: Complaint, { type, facts }: Event): void => {
  const { by } = facts
  if ('about' in facts && facts.about === 'gaps') return
  if (by.kind !== 'staff' || facts.onBehalfOf || !SUBSTANCE.includes(type)) return
  const purposes =
    type === 'appeal_decided' ? ['appeal'] : type.startsWith('plan_') ? ['handle', 'approve'] : ['handle']
  const excused = c.waived.some((w) => w.staff === by.id && purposes.includes(w.purpose))
  must(c.respondent.staff !== by.id, 'nobody handles a complaint against themselves', facts)
  must(!c.recused.includes(by.id), 'whoever stepped back stays away', facts)
  must(excused || c.respondent.department !== by.department, 'nobody handles their own department', facts)
  if (type !== 'appeal_decided' || excused) return
  must(!c.participants.some((p) => p.id === by.id), 'an appeal is decided by somebody who took no part', facts)
  const appointed = c.appointed.some((a) => a.id === by.id && a.purpose === 'appeal')
  must(appointed || by.seniority > (c.decision?.seniority ?? 0), 'an appeal is decided by somebody more senior', facts)
}

const checkClocks = (c: Complaint, { facts }: Event): void => {
  for (const change of facts.clocks ?? []) {
    if (change.op !== 'resume') continue
    const clock = c.clocks.find((k) => k.id === change.id) as Clock
    must(change.dueAt >= clock.dueAt, 'a pause brings no deadline forward', [clock, change])
    must((change.lapseAt ?? '') >= (clock.lapseAt ?? ''), 'a pause shortens no silence', [clock, change])
  }
}

/** What holds for a ledger as a whole. */
export const checkLedger = (c: Complaint, ledger: readonly Event[], rounds: number): void => {
  const count = (...types: EventType[]) => ledger.filter((e) => types.includes(e.type)).length
  must(count('appealed') <= 1, 'one appeal per case')
  const breached = ledger.flatMap((e) => (e.type === 'clock_breached' ? [e.facts.clock] : []))
  must(new Set(breached).size === breached.length, 'a missed deadline is recorded once', breached)
  must(breached.length === c.breaches.length, 'a missed deadline never disappears')
  const started = ledger.flatMap((e) =>
    (e.facts.clocks ?? []).flatMap((change) => (change.op === 'start' ? [change.clock] : [])),
  )
  const named = started.filter((k) => k.kind !== 'appeal_window').map((k) => k.id)
  must(new Set(named).size === named.length, 'no clock is started twice', named)
  const published = c.published.map((seq) => ledger[seq - 1])
  must(
    published.every((e) => e?.type === 'finding_recorded' || e?.type === 'plan_proposed'),
    'a decision publishes findings and the plan, and no note',
    published,
  )
  checkRounds(ledger, rounds)
}

/** After the last round, and after an appeal, an offer is final. */
const checkRounds = (ledger: readonly Event[], rounds: number): void => {
  let rejected = 0
  let appealed = false
  for (const event of ledger) {
    if (event.type === 'plan_rejected') rejected += 1
    if (event.type === 'appealed') appealed = true
    if (event.type === 'plan_offered')
      must(event.facts.final === (appealed || rejected + 1 >= rounds), 'the last round is final', event.facts)
  }
}
