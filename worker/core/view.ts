import * as z from 'zod'
import { explain, nextAt } from './clocks.ts'
import type { Complaint } from './complaint.ts'
import { allowed, type Context } from './decide/index.ts'
import { type Event, partySees } from './events.ts'
import { money } from './fields.ts'
import { eligibleHandlers, eligibleReviewers } from './independence.ts'
import {
  APPEAL_RESULTS,
  ASKED,
  CHANNELS,
  CLOCKS,
  FINDINGS,
  GAPS,
  NATURES,
  OUTCOMES,
  REFERRALS,
  REMEDIES,
  RISKS,
  ROOT_CAUSES,
  STAGES,
} from './vocabulary.ts'

const at = z.string().meta({ description: 'RFC 3339 in UTC.' })
const text = z.string()

const NEXT = [
  'begin_review',
  'review',
  'answer_request',
  'confirm_points',
  'investigate',
  'assess',
  'plan',
  'approve',
  'send_decision',
  'reply_to_plan',
  'answer_question',
  'carry_out',
  'report_outcome',
  'confirm_outcome',
  'decide_appeal',
  'nothing',
] as const

const person = z.object({
  name: text.optional(),
  email: text.optional(),
  phone: text.optional(),
  preferredChannel: text.optional(),
  customerReference: text.optional(),
})

const clockView = z.object({
  id: text,
  kind: z.enum(CLOCKS),
  since: at,
  warnAt: at.nullable(),
  dueAt: at,
  lapseAt: at.nullable().meta({ description: 'When silence takes effect, where the due date only reminds.' }),
  pausedAt: at.nullable(),
  pauses: z.array(z.tuple([at, at])),
  passedAt: at.nullable().meta({ description: 'When the deadline was missed or the reminder went out.' }),
  extended: z.boolean(),
  days: z
    .array(
      z.object({
        date: text,
        counts: z.boolean(),
        why: z.enum(['working', 'extra', 'weekend', 'holiday', 'paused']),
        name: text.optional(),
      }),
    )
    .meta({
      description: 'Why this date: each day from start to deadline, counted or skipped. Empty for elapsed hours.',
    }),
})

const findingView = z.object({
  result: z.enum(FINDINGS),
  reasons: text,
  evidence: z.array(text),
  at,
})

const remedyView = z.object({
  id: text,
  kind: z.enum(REMEDIES),
  content: text,
  money: money.nullable(),
  due: text.nullable(),
  owner: text.nullable(),
  budget: money.nullable().meta({ description: 'Staff side only; null for others.' }),
  done: z.object({ on: text, note: text, cost: money.nullable() }).nullable(),
})

const timelineEntry = z.object({
  seq: z.number().int(),
  at,
  type: text.meta({ description: 'Event type, e.g. `plan_offered`.' }),
  by: z.enum(['complainant', 'representative', 'partner', 'staff', 'system']),
  staff: text.nullable().meta({ description: 'Staff id; staff side only.' }),
  onBehalfOf: z.literal('complainant').nullable(),
  facts: z.record(text, z.unknown()),
  text: z.record(text, z.unknown()).nullable().meta({ description: 'Null where nothing was said, or it was erased.' }),
  evidence: z.array(text),
  internal: z.boolean(),
})

/** What the staff side sees beyond the complainant's own view. */
const staffSide = z.object({
  assignee: text.nullable(),
  nature: z.enum(NATURES).nullable(),
  risk: z.enum(RISKS),
  respondent: z.object({ department: text.nullable(), staff: text.nullable(), person: text.nullable() }),
  vulnerable: text.nullable(),
  willing: z.boolean().nullable(),
  escalation: z.number().int(),
  rootCause: z.enum(ROOT_CAUSES).nullable(),
  cause: text.nullable(),
  participants: z.array(z.object({ id: text, department: text, seniority: z.number() })),
  recused: z.array(text),
  holds: z.array(text),
  breaches: z.array(z.enum(CLOCKS)),
  eligible: z
    .object({ handlers: z.array(text), reviewers: z.array(text) })
    .meta({ description: 'Staff who may handle the case, and who may decide an appeal on it.' }),
  contact: z.object({ email: text, phone: text }),
  representatives: z.array(z.object({ id: text, state: text, name: text, relation: text })),
  draftPlan: z
    .object({
      id: text,
      state: text,
      proposedBy: text,
      reasons: text,
      remedies: z.array(remedyView),
    })
    .nullable(),
  draftFindings: z.array(z.object({ point: text, finding: findingView })),
})

/** The case as one caller may see it. */
export const caseView = z.object({
  reference: text,
  version: z.number().int().meta({ description: 'Number of events this caller may see; for `expectedVersion`.' }),
  stage: z.enum(STAGES),
  outcome: z.enum(OUTCOMES).nullable(),
  receivedAt: at,
  closedAt: at.nullable(),
  channel: z.enum(CHANNELS),
  language: text,
  anonymous: z.boolean(),
  category: text,
  product: text.nullable(),
  occurredOn: text.nullable(),
  subject: text.nullable(),
  narrative: text.nullable(),
  externalReference: text.nullable(),
  wish: z.object({ kind: z.enum(REMEDIES), money: money.nullable(), text: text.nullable() }).nullable(),
  complainant: person,
  representative: z
    .object({ id: text, name: text, relation: text, state: z.enum(['named', 'verified', 'refused', 'revoked']) })
    .nullable(),
  gaps: z.array(z.enum(GAPS)),
  awaiting: z.enum(['complainant', 'organisation', 'third_party']).nullable(),
  next: z.object({
    what: z.enum(NEXT),
    who: z.enum(['complainant', 'organisation', 'third_party']),
    by: at.nullable(),
  }),
  clocks: z.array(clockView),
  points: z.array(z.object({ id: text, text, finding: findingView.nullable() })),
  pointsState: z.enum(['none', 'asked', 'confirmed', 'disputed', 'unanswered']),
  requests: z.array(
    z.object({
      id: text,
      of: z.enum(ASKED),
      about: z.enum(['information', 'points', 'gaps']),
      question: text.nullable(),
      to: text.nullable(),
      askedAt: at,
      dueAt: at.nullable(),
      state: z.enum(['open', 'answered', 'lapsed']),
    }),
  ),
  plan: z
    .object({
      id: text,
      state: z.enum(['offered', 'accepted', 'rejected', 'lapsed']),
      final: z.boolean(),
      offeredAt: at,
      reasons: text,
      timetable: text.nullable(),
      howToAppeal: text.nullable(),
      whomElse: text.nullable(),
      note: text.nullable(),
      remedies: z.array(remedyView),
    })
    .nullable()
    .meta({ description: 'The plan as sent to the complainant; null until an offer.' }),
  question: z.object({ about: z.enum(['plan', 'report']), at }).nullable(),
  report: z.object({ at, text }).nullable(),
  appeal: z
    .object({
      at,
      grounds: text,
      decided: z.object({ result: z.enum(APPEAL_RESULTS), reasons: text, at }).nullable(),
    })
    .nullable(),
  appealUntil: at.nullable(),
  rating: z.number().int().nullable(),
  referrals: z.array(
    z.object({
      id: text,
      kind: z.enum(REFERRALS),
      state: z.enum(['requested', 'made', 'concluded']),
      body: text.nullable(),
    }),
  ),
  links: z.array(z.object({ kind: text, reference: text })),
  evidence: z.array(
    z.object({ id: text, name: text, type: text, size: z.number(), sha256: text, at, by: text, internal: z.boolean() }),
  ),
  timeline: z.array(timelineEntry),
  timelineFrom: z.number().int().meta({ description: 'Earlier entries, if any, are in the ledger below this number.' }),
  allowed: z.array(text).meta({ description: 'The commands this caller can give now.' }),
  erasedAt: at.nullable(),
  staff: staffSide.nullable(),
})
export type CaseView = z.infer<typeof caseView>
type Next = CaseView['next']

/** Words by what they belong to, gathered from the events at hand. Later ones replace earlier ones. */
interface Words {
  person: z.infer<typeof person>
  intake: Extract<Event, { type: 'received' }> | null
  product: string | null
  subject: string | null
  respondentPerson: string | null
  points: Map<string, string>
  findings: Map<number, { reasons: string; at: string }>
  plans: Map<string, Extract<Event, { type: 'plan_proposed' }>>
  offer: Extract<Event, { type: 'plan_offered' }> | null
  delivered: Map<string, { on: string; note: string }>
  questions: Map<string, { question: string | null; to: string | null }>
  reports: Map<number, string>
  grounds: string
  appealReasons: string
  cause: string | null
  wish: string | null
  bodies: Map<string, string>
  files: Map<string, string>
}

const gather = (events: readonly Event[]): Words => {
  const w: Words = {
    person: {},
    intake: null,
    product: null,
    subject: null,
    respondentPerson: null,
    points: new Map(),
    findings: new Map(),
    plans: new Map(),
    offer: null,
    delivered: new Map(),
    questions: new Map(),
    reports: new Map(),
    grounds: '',
    appealReasons: '',
    cause: null,
    wish: null,
    bodies: new Map(),
    files: new Map(),
  }
  for (const event of events) {
    for (const [id, name] of Object.entries(event.text?.fileNames ?? {})) w.files.set(id, name)
    collect(w, event)
  }
  return w
}

const collect = (w: Words, event: Event): void => {
  const { seq, at } = event.facts
  switch (event.type) {
    case 'received':
      w.intake = event
      w.person = { ...event.text?.complainant } as Words['person']
      w.product = event.text?.product ?? null
      w.subject = event.text?.subject ?? null
      w.respondentPerson = event.text?.respondentPerson ?? null
      w.wish = event.text?.wish ?? null
      return
    case 'contact_corrected': {
      const { fileNames: _, ...changes } = event.text ?? {}
      w.person = { ...w.person, ...changes } as Words['person']
      return
    }
    case 'rectified': {
      const { name, customerReference, product, subject, respondentPerson } = event.text?.changes ?? {}
      if (name) w.person = { ...w.person, name }
      if (customerReference) w.person = { ...w.person, customerReference }
      w.product = product ?? w.product
      w.subject = subject ?? w.subject
      w.respondentPerson = respondentPerson ?? w.respondentPerson
      return
    }
    case 'classified':
      w.respondentPerson = event.text?.respondentPerson ?? w.respondentPerson
      return
    case 'points_set':
      for (const [id, point] of Object.entries(event.text?.points ?? {})) w.points.set(id, point)
      w.wish = event.text?.wish ?? w.wish
      return
    case 'information_requested':
      w.questions.set(event.facts.request, { question: event.text?.question ?? null, to: event.text?.to ?? null })
      return
    case 'finding_recorded':
      w.findings.set(seq, { reasons: event.text?.reasons ?? '', at })
      return
    case 'assessment_finished':
      w.cause = event.text?.cause ?? null
      return
    case 'plan_proposed':
      w.plans.set(event.facts.plan, event)
      return
    case 'plan_offered':
      w.offer = event
      return
    case 'plan_rejected':
      w.wish = event.text?.wish ?? w.wish
      return
    case 'remedy_recorded':
      w.delivered.set(event.facts.remedy, { on: event.facts.deliveredOn, note: event.text?.note ?? '' })
      return
    case 'outcome_reported':
      w.reports.set(seq, event.text?.report ?? '')
      return
    case 'appealed':
      w.grounds = event.text?.grounds ?? ''
      return
    case 'appeal_decided':
      w.appealReasons = event.text?.reasons ?? ''
      return
    case 'referral_recorded':
      w.bodies.set(event.facts.referral, event.text?.body ?? '')
      return
  }
}

/** Who is waited for: the complainant while they are asked, an outside party while only they are, else the organisation. */
const awaiting = (c: Complaint): CaseView['awaiting'] => {
  if (c.stage === 'closed') return null
  const open = c.requests.filter((r) => r.state === 'open')
  if (open.some((r) => r.of === 'complainant' && !r.bounced)) return 'complainant'
  if ((c.stage === 'offered' || (c.stage === 'confirmation' && c.report)) && !c.question) return 'complainant'
  return open.some((r) => r.of === 'third_party' || r.of === 'counsel') ? 'third_party' : 'organisation'
}

const dueOf = (c: Complaint, ...kinds: string[]): string | null =>
  c.clocks.find((k) => kinds.includes(k.kind))?.dueAt ?? null

/** What happens next, who does it and by when (PROCESS rule 5). */
const nextStep = (c: Complaint): Next => {
  const organisation = (what: Next['what'], ...kinds: string[]): Next => ({
    what,
    who: 'organisation',
    by: dueOf(c, ...kinds),
  })
  const asked = c.requests.find((r) => r.state === 'open' && r.of === 'complainant' && !r.bounced)
  if (c.stage !== 'closed' && asked)
    return {
      what: asked.about === 'points' ? 'confirm_points' : 'answer_request',
      who: 'complainant',
      by: c.clocks.find((k) => k.id === `request#${asked.seq}`)?.dueAt ?? null,
    }
  if (c.question) return organisation('answer_question', 'answer')
  switch (c.stage) {
    case 'received':
      return organisation('begin_review', 'review')
    case 'review':
      return organisation('review', 'review')
    case 'investigation':
      return organisation('investigate', 'investigate')
    case 'assessment':
      return organisation('assess', 'assess')
    case 'planning':
      if (c.plan?.state === 'submitted') return organisation('approve', 'approve')
      if (c.plan?.state === 'ready') return organisation('send_decision', 'notify')
      return organisation('plan', 'plan')
    case 'offered':
      return { what: 'reply_to_plan', who: 'complainant', by: dueOf(c, 'reply') }
    case 'execution':
      return organisation('carry_out', 'execute')
    case 'confirmation':
      return c.report
        ? { what: 'confirm_outcome', who: 'complainant', by: dueOf(c, 'reply') }
        : organisation('report_outcome', 'confirm')
    case 'appeal':
      return organisation('decide_appeal', 'appeal')
    case 'closed':
      return { what: 'nothing', who: 'organisation', by: null }
  }
}

const remedies = (c: Complaint, w: Words, plan: string, staff: boolean): z.infer<typeof remedyView>[] => {
  const proposed = w.plans.get(plan)
  const current = c.plan?.id === plan ? c.plan.remedies : (proposed?.facts.remedies ?? [])
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
        days: explain(ctx.policy, clock),
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

const timelineOf = (event: Event, staff: boolean): z.infer<typeof timelineEntry> => {
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
  finding: (p: Complaint['points'][number]) => z.infer<typeof findingView> | null,
): z.infer<typeof staffSide> => {
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
