import { isOver, nextAt } from './clocks.ts'
import type { Complaint, Promised } from './complaint.ts'
import { allowed, type Context } from './decide/index.ts'
import { type Event, partySees } from './events.ts'
import { explain } from './explain.ts'
import { eligibleHandlers, eligibleReviewers } from './independence.ts'
import { awaiting, nextStep } from './view/next.ts'
import type { CaseView, FindingView, RemedyView, StaffSide, TimelineEntry } from './view/schema.ts'
import { gather, type Words } from './view/words.ts'

export { type CaseView, caseView } from './view/schema.ts'

const remedies = (c: Complaint, w: Words, plan: string, staff: boolean): RemedyView[] => {
  const proposed = w.plans.get(plan)
  const promised: readonly Promised[] = proposed?.facts.remedies ?? []
  const current =
    c.plan?.id === plan ? c.plan.remedies : promised.map((r) => ({ ...r, owner: null, budget: null, done: null }))
  return current.map((r) => {
    const delivered = w.delivered.get(r.id)
    return {
      id: r.id,
      kind: r.kind,
      content: proposed?.text?.contents[r.id] ?? '',
      money: r.money,
      due: r.due,
      owner: staff ? r.owner : null,
      budget: staff ? r.budget : null,
      done: r.done && delivered ? { ...delivered, cost: staff ? r.done.cost : null } : null,
    }
  })
}

/**
 * Shows a case to one caller. `events` are those this caller may see (see `visibleTo`), opened as far as their text
 * still exists, in order; older ones than the newest few may be left out if the case does not anchor on them.
 */
export const present = (c: Complaint, events: readonly Event[], ctx: Context): CaseView => {
  const staff = ctx.actor.kind === 'staff'
  const w = gather(events)
  const finding = (p: Complaint['points'][number]) => {
    const words = p.finding && w.findings.get(p.finding.seq)
    return p.finding && words
      ? { result: p.finding.result, reasons: words.reasons, evidence: [...p.finding.evidence], at: words.at }
      : null
  }
  const offered = w.offer
  const offeredPlan = offered && w.plans.get(offered.facts.plan)
  const offerState = c.plan && offered && c.plan.id === offered.facts.plan ? c.plan.state : 'rejected'
  const shown = (state: string) => state === 'offered' || state === 'accepted' || state === 'lapsed'
  const rep = w.intake?.text?.representative
  const firstRep = c.representatives[0]
  const published = (seq: number) => staff || c.published.includes(seq)
  return {
    reference: c.reference,
    version: staff ? c.version : c.partyVersion,
    stage: c.stage,
    outcome: c.outcome,
    receivedAt: c.receivedAt,
    closedAt: c.closedAt,
    channel: c.channel,
    language: c.language,
    anonymous: c.anonymous,
    category: c.category,
    product: w.product,
    occurredOn: w.intake?.facts.occurredOn ?? null,
    subject: w.subject,
    narrative: w.intake?.text?.narrative ?? null,
    externalReference: w.intake?.text?.externalReference ?? null,
    wish: c.wish ? { ...c.wish, text: w.wish } : null,
    complainant: w.person,
    representative:
      rep && firstRep ? { id: firstRep.id, name: rep.name, relation: rep.relation, state: firstRep.state } : null,
    gaps: [...c.gaps],
    awaiting: awaiting(c),
    next: nextStep(c),
    clocks: c.clocks
      .filter((clock) => !isOver(clock))
      .map((clock) => ({
        id: clock.id,
        kind: clock.kind,
        since: clock.since,
        warnAt: clock.warnAt,
        dueAt: clock.dueAt,
        lapseAt: clock.lapseAt,
        pausedAt: clock.pausedAt,
        pauses: clock.pauses.map(([from, to]): [string, string] => [from, to]),
        passedAt: clock.passed,
        extended: clock.extended,
        moves: (clock.moves ?? []).map((move) => ({ ...move })),
        ...explain(ctx.policy, clock),
      }))
      .sort((a, b) => (a.dueAt < b.dueAt ? -1 : 1)),
    points: c.points.map((p) => ({
      id: p.id,
      text: w.points.get(p.id) ?? '',
      finding: p.finding && published(p.finding.seq) ? finding(p) : null,
    })),
    pointsState: c.pointsState,
    requests: c.requests
      .filter((r) => staff || r.of === 'complainant')
      .map((r) => ({
        id: r.id,
        of: r.of,
        about: r.about,
        question: w.questions.get(r.id)?.question ?? null,
        to: w.questions.get(r.id)?.to ?? r.staff,
        askedAt: r.askedAt,
        dueAt: c.clocks.find((k) => k.id === `request#${r.seq}`)?.dueAt ?? null,
        state: r.state,
      })),
    plan:
      offered && offeredPlan
        ? {
            id: offered.facts.plan,
            state: shown(offerState) ? (offerState as 'offered') : 'rejected',
            final: c.plan?.id === offered.facts.plan ? c.plan.final : offered.facts.final,
            offeredAt: offered.facts.at,
            reasons: offeredPlan.text?.reasons ?? '',
            timetable: offered.text?.timetable ?? null,
            howToAppeal: offered.text?.howToAppeal ?? null,
            whomElse: offered.text?.whomElse ?? null,
            note: offered.text?.note ?? null,
            remedies: remedies(c, w, offered.facts.plan, staff),
          }
        : null,
    question: c.question ? { about: c.question.about, at: c.question.at } : null,
    report: c.report ? { at: c.report.at, text: w.reports.get(c.report.seq) ?? '' } : null,
    appeal: c.appeal
      ? {
          at: c.appeal.at,
          grounds: w.grounds,
          decided: c.appeal.decided
            ? { result: c.appeal.decided.result, reasons: w.appealReasons, at: c.appeal.decided.at }
            : null,
        }
      : null,
    appealUntil: c.appealUntil,
    rating: c.rating,
    referrals: c.referrals.map((r) => ({ ...r, body: w.bodies.get(r.id) ?? null })),
    links: c.links.filter((l) => staff || l.kind !== 'related').map((l) => ({ ...l })),
    evidence: c.evidence
      .filter((e) => staff || e.party || c.published.includes(e.seq))
      .map((e) => ({
        id: e.id,
        name: w.files.get(e.id) ?? '',
        type: e.type,
        size: e.size,
        sha256: e.sha256,
        at: events.find((event) => event.facts.seq === e.seq)?.facts.at ?? c.receivedAt,
        by: events.find((event) => event.facts.seq === e.seq)?.facts.by.kind ?? 'complainant',
        internal: !e.party,
      })),
    timeline: events.map((event) => timelineOf(event, staff)),
    timelineFrom: events[0]?.facts.seq ?? 1,
    allowed: allowed(c, ctx),
    erasedAt: c.erasedAt,
    staff: staff ? staffOnly(c, w, ctx, finding) : null,
  }
}

const timelineOf = (event: Event, staff: boolean): TimelineEntry => {
  const { seq, at, by, clocks: _clocks, onBehalfOf, evidence, ...facts } = event.facts
  const { fileNames: _names, ...words } = event.text ?? {}
  return {
    seq,
    at,
    type: event.type,
    by: by.kind,
    staff: staff && by.kind === 'staff' ? by.id : null,
    onBehalfOf: onBehalfOf ?? null,
    facts,
    text: Object.keys(words).length > 0 ? words : null,
    evidence: (evidence ?? []).map((e) => e.id),
    internal: !partySees(event),
  }
}

const staffOnly = (
  c: Complaint,
  w: Words,
  ctx: Context,
  finding: (p: Complaint['points'][number]) => FindingView | null,
): StaffSide => {
  const proposed = c.plan && w.plans.get(c.plan.id)
  const rep = w.intake?.text?.representative
  return {
    assignee: c.assignee,
    nature: c.nature,
    risk: c.risk,
    respondent: { ...c.respondent, person: w.respondentPerson },
    vulnerable: w.intake?.text?.vulnerable ?? null,
    willing: w.intake?.facts.willing ?? null,
    escalation: c.escalation,
    rootCause: c.rootCause,
    cause: w.cause,
    participants: [...c.participants],
    recused: [...c.recused],
    holds: [...c.holds],
    breaches: [...c.breaches],
    eligible: {
      handlers: eligibleHandlers(c, ctx.staff).map((s) => s.id),
      reviewers: eligibleReviewers(c, ctx.staff).map((s) => s.id),
    },
    contact: { ...c.contact },
    representatives: c.representatives.map((r) => ({
      id: r.id,
      state: r.state,
      name: rep?.name ?? '',
      relation: rep?.relation ?? '',
    })),
    draftPlan:
      c.plan && proposed
        ? {
            id: c.plan.id,
            state: c.plan.state,
            proposedBy: c.plan.proposedBy,
            reasons: proposed.text?.reasons ?? '',
            remedies: remedies(c, w, c.plan.id, true),
          }
        : null,
    draftFindings: c.points.flatMap((p) => {
      const found = finding(p)
      return found ? [{ point: p.id, finding: found }] : []
    }),
  }
}

/** Whether a caller may see an event: staff all of it, others what concerns them and what a decision published. */
export const visibleTo = (c: Complaint, event: Event, ctx: Pick<Context, 'actor'>): boolean =>
  ctx.actor.kind === 'staff' || partySees(event) || c.published.includes(event.facts.seq)

/**
 * Numbers of the events whose words the view always needs, however long the case has become; kept with the case so that
 * reading it stays one query.
 */
export const anchors = (c: Complaint): number[] => {
  const seqs = [
    1,
    c.pointsSeq,
    c.plan?.textSeq,
    c.plan?.offeredSeq,
    c.report?.seq,
    c.appeal?.seq,
    c.appeal?.decided?.seq,
    ...c.points.map((p) => p.finding?.seq),
    ...(c.plan?.remedies ?? []).map((r) => r.done?.seq),
    ...c.requests.filter((r) => r.state === 'open').map((r) => r.seq),
    ...c.evidence.map((e) => e.seq),
    ...c.waived.map((w) => w.seq),
    ...c.pinned,
  ]
  return [...new Set(seqs.filter((seq): seq is number => typeof seq === 'number'))].sort((a, b) => a - b)
}

/** The next moment at which the sweep must look at a case; null when no clock asks for it. */
export const dueNext = (c: Complaint): string | null =>
  c.clocks.reduce<string | null>((first, clock) => {
    const next = nextAt(clock)
    return next && (!first || next < first) ? next : first
  }, null)
