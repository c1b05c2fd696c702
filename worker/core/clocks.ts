import { after, closeFrom, closeOf, dateOf, instant, ms, workingDaysBefore } from './calendar.ts'
import { kindOf, ruleOf } from './clockRules.ts'
import type { Clock, ClockChange, ClockMove, Complaint, Fact } from './complaint.ts'
import { milestone } from './milestones.ts'
import type { Policy } from './policy.ts'
import type { ClockKind, Instant } from './vocabulary.ts'

/** A clock the facts ask for. Its id is stable for as long as the reason to run is the same one. */
interface Wanted {
  id: string
  kind: ClockKind
  since: Instant
  /** Deadline set by the case rather than by the policy. */
  by?: Instant
  warnBy?: Instant | null
  paused?: boolean
}

/** Clocks that remind and then act on silence. */
const REMINDING: ReadonlySet<ClockKind> = new Set(['request', 'reply'])

/** Times that somebody may use, and that simply end. */
export const WINDOWS: ReadonlySet<ClockKind> = new Set([
  'appeal_window',
  'fca-disp.summary_resolution',
  'fca-disp.referral',
  'cfpb.feedback',
  'cn-banking-2020.review_window',
])

/** Clocks that nobody breaches. */
export const SILENT: ReadonlySet<ClockKind> = new Set([...REMINDING, ...WINDOWS])

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)

const awaitsComplainant = (c: Complaint) =>
  c.requests.some((r) => r.state === 'open' && r.of === 'complainant' && !r.bounced)

/**
 * From when the appeal window counts: the closing, before that the newest decision. A withdrawal opens one too, in which
 * it can be rescinded (PROCESS rule 12). Null once it has run out.
 */
const appealWindow = (c: Complaint): Fact | null => {
  const open =
    c.closedSeq !== null && c.closedAt !== null
      ? !c.appeal || c.outcome === 'withdrawn'
        ? { at: c.closedAt, seq: c.closedSeq }
        : null
      : c.appeal
        ? null
        : c.decision
  return open && open.seq > (c.windowLapsedSeq ?? 0) ? open : null
}

/** The latest date among the remedies; when the plan was accepted later than that, the working day after. */
const executeBy = (c: Complaint, { calendar, clocks }: Policy): Pick<Wanted, 'by' | 'warnBy'> => {
  const dates = (c.plan?.remedies ?? []).flatMap((r) => r.due ?? [])
  const by = dates
    .map((date) => closeOf(calendar, date))
    .reduce(later, after(calendar, c.stageSince, { workingDays: 1 }))
  const { warn } = clocks.execute
  const before = warn && 'workingDays' in warn ? warn.workingDays : null
  return { by, warnBy: before === null ? null : workingDaysBefore(calendar, dateOf(calendar, by), before) }
}

/** The clocks of the regimes, each independent of all others. What reopens starts those anew that the closing stopped. */
function* wantedByRegimes(c: Complaint, policy: Policy): Generator<Wanted> {
  for (const regime of policy.regimes)
    for (const [name, spec] of Object.entries(regime.clocks)) {
      const kind = kindOf(regime.id, name)
      const start = milestone(c, spec.starts)
      if (!start || (spec.once && !milestone(c, spec.once)) || spec.stops.some((stop) => milestone(c, stop))) continue
      const again = spec.stops.includes('closed') && c.reopened && c.reopened.seq > start.seq ? c.reopened : null
      // A time that counts from before is missed once at most.
      if (again && c.breaches.includes(kind) && !c.clocks.some((k) => k.kind === kind)) continue
      const promised = spec.due === 'promised' && c.holding
      const by = promised ? { by: closeOf(ruleOf(policy, kind).calendar, promised.until), warnBy: null } : {}
      yield { id: `${kind}#${(again ?? start).seq}`, kind, since: start.at, ...by }
    }
}

/** Which clocks the facts call for. The one place that says what starts and stops each (PROCESS "Time"). */
function* wanted(c: Complaint, policy: Policy): Generator<Wanted> {
  if (c.erasedAt) return
  yield* wantedByRegimes(c, policy)
  const asking = awaitsComplainant(c)
  // Nobody is silent who waits for an answer, or whom the letter has not reached yet.
  const waiting = c.question !== null || c.notices.length > 0
  const entered: Fact = { at: c.stageSince, seq: c.stageSeq }
  /** A clock of this stage, from a fact in it; a case that came back to the stage since is given the time anew. */
  const run = (kind: ClockKind, from: Fact | null = null): Wanted => {
    const { at, seq } = from && from.seq > entered.seq ? from : entered
    return { id: `${kind}#${seq}`, kind, since: at, paused: asking && ruleOf(policy, kind).internal }
  }

  if (!c.acknowledgedAt) yield { id: 'acknowledge#1', kind: 'acknowledge', since: c.receivedAt }
  const window = appealWindow(c)
  if (window) yield { id: `appeal_window#${window.seq}`, kind: 'appeal_window', since: window.at }
  for (const n of c.notices) yield { id: `notify#${n.message}`, kind: 'notify', since: n.since }
  for (const r of c.requests)
    if (r.state === 'open') yield { id: `request#${r.seq}`, kind: 'request', since: r.askedAt }
  if (c.question) yield { id: `answer#${c.question.seq}`, kind: 'answer', since: c.question.at }

  switch (c.stage) {
    case 'received':
    case 'review':
      // One clock over both stages, from receipt: looking at a complaint does not restart it.
      yield { ...run('review'), id: `review#${c.review.seq}`, since: c.review.at }
      return
    case 'investigation':
      yield run('investigate')
      return
    case 'assessment':
      yield run('assess')
      return
    case 'planning':
      yield run(c.plan?.state === 'submitted' ? 'approve' : c.plan?.state === 'ready' ? 'notify' : 'plan', c.plan)
      return
    case 'offered':
      yield { ...run('reply'), paused: waiting }
      return
    case 'execution':
      yield { ...run('execute'), ...executeBy(c, policy) }
      yield run('progress', c.progress)
      return
    case 'confirmation':
      yield c.report ? { ...run('reply', c.report), paused: waiting } : run('confirm')
      return
    case 'appeal':
      yield run('appeal')
      return
    case 'closed':
      return
  }
}

type Times = Pick<Clock, 'warnAt' | 'dueAt' | 'lapseAt'>

/** Silence takes effect so long after the reminder, or while there was none yet, after the date at which it is due. */
const lapseAfter = (policy: Policy, kind: ClockKind, from: Instant, pauses: Clock['pauses']): Instant | null => {
  const { lapse, calendar } = ruleOf(policy, kind)
  return lapse ? after(calendar, from, lapse, pauses) : null
}

/** When silence takes effect if the reminder goes out now. */
export const lapseFrom = (policy: Policy, clock: Clock, now: Instant): Instant | null =>
  lapseAfter(policy, clock.kind, now, [])

const timesOf = (policy: Policy, wish: Wanted, pauses: Clock['pauses'] = []): Times => {
  const spec = ruleOf(policy, wish.kind)
  const at = (length: NonNullable<typeof spec.due>) => after(spec.calendar, wish.since, length, pauses)
  const dueAt = wish.by ?? at(spec.due ?? { workingDays: 1 })
  const warnAt = wish.warnBy !== undefined ? wish.warnBy : spec.warn && at(spec.warn)
  return { warnAt, dueAt, lapseAt: lapseAfter(policy, wish.kind, dueAt, pauses) }
}

/** Times of a clock moved to another date by an extension. */
export const movedTo = (policy: Policy, clock: Clock, dueAt: Instant): Times => ({
  warnAt: clock.warnAt,
  dueAt,
  lapseAt: lapseAfter(policy, clock.kind, dueAt, []),
})

/** Times of a clock that goes on after a pause; no pause ever brings a date forward. */
const resumed = (policy: Policy, clock: Clock, wish: Wanted, pausedAt: Instant, now: Instant): Times => {
  const pauses = [...clock.pauses, [pausedAt, now] as const]
  const times = clock.extended ? shifted(policy, clock, pausedAt, now) : timesOf(policy, wish, pauses)
  // After the reminder, silence counts from it and not from the date that has passed.
  return clock.passed ? { ...times, lapseAt: lapseAfter(policy, clock.kind, clock.passed, pauses) } : times
}

/** A date set by an extension moves by the length of the pause, to the close of a working day. */
const shifted = (policy: Policy, clock: Clock, pausedAt: Instant, now: Instant): Times =>
  clock.dueAt <= pausedAt
    ? clock
    : movedTo(policy, clock, closeFrom(policy.calendar, instant(ms(clock.dueAt) + ms(now) - ms(pausedAt))))

/**
 * What must change so that the running clocks are those the facts call for. Computed when a command is decided and
 * recorded with its events, so that folding the ledger never needs a calendar.
 */
export const clockChanges = (c: Complaint, policy: Policy, now: Instant): ClockChange[] => {
  const changes: ClockChange[] = []
  const missing = new Map([...wanted(c, policy)].map((wish) => [wish.id, wish]))
  for (const clock of c.clocks) {
    const { id, pausedAt } = clock
    const wish = missing.get(id)
    missing.delete(id)
    if (!wish) changes.push({ op: 'stop', id })
    else if (wish.paused && !pausedAt) changes.push({ op: 'pause', id, at: now })
    else if (!wish.paused && pausedAt) {
      const { warnAt, dueAt, lapseAt } = resumed(policy, clock, wish, pausedAt, now)
      changes.push({ op: 'resume', id, at: now, warnAt, dueAt, lapseAt })
    }
  }
  for (const wish of missing.values()) {
    const clock: Clock = {
      id: wish.id,
      kind: wish.kind,
      since: wish.since,
      sinceSeq: c.version,
      ...timesOf(policy, wish),
      pausedAt: wish.paused ? now : null,
      pauses: [],
      warned: false,
      passed: null,
      extended: false,
    }
    changes.push({ op: 'start', clock })
  }
  return changes
}

type Recount = Extract<ClockChange, { op: 'recount' }>

/**
 * What a newer calendar changes about the running clocks. A date that somebody set or that has passed stays; one that
 * would come to lie in the past stays too, since nobody can meet it any more.
 */
export const recounted = (c: Complaint, policy: Policy, now: Instant): Recount[] => {
  const wishes = new Map([...wanted(c, policy)].map((wish) => [wish.id, wish]))
  return c.clocks.flatMap((clock): Recount[] => {
    const wish = wishes.get(clock.id)
    if (!wish || clock.extended || clock.passed) return []
    const times = timesOf(policy, wish, clock.pauses)
    const same = times.dueAt === clock.dueAt && times.warnAt === clock.warnAt && times.lapseAt === clock.lapseAt
    return same || times.dueAt <= now ? [] : [{ op: 'recount', id: clock.id, at: now, ...times }]
  })
}

export const applyClockChange = (clocks: readonly Clock[], change: ClockChange): readonly Clock[] => {
  if (change.op === 'start') return [...clocks, change.clock]
  if (change.op === 'stop') return clocks.filter((c) => c.id !== change.id)
  return clocks.map((c) => (c.id === change.id ? changed(c, change) : c))
}

const changed = (clock: Clock, change: Exclude<ClockChange, { op: 'start' | 'stop' }>): Clock => {
  if (change.op === 'pause') return { ...clock, pausedAt: change.at }
  const { warnAt, dueAt, lapseAt } = change
  if (change.op === 'move')
    return { ...clock, warnAt, dueAt, lapseAt, passed: null, extended: true, moves: moved(clock, change, 'extension') }
  if (change.op === 'recount')
    return {
      ...clock,
      warnAt,
      dueAt,
      lapseAt,
      ...(dueAt !== clock.dueAt && { moves: moved(clock, change, 'calendar') }),
    }
  const pauses = clock.pausedAt ? [...clock.pauses, [clock.pausedAt, change.at] as const] : clock.pauses
  return { ...clock, warnAt, dueAt, lapseAt, pauses, pausedAt: null }
}

const moved = (clock: Clock, change: { at: Instant; dueAt: Instant }, because: ClockMove['because']): ClockMove[] => [
  ...(clock.moves ?? []),
  { at: change.at, because, from: clock.dueAt, to: change.dueAt },
]

/** When the sweep must look at a clock next; null when it is paused or has nothing left to do. */
export const nextAt = (clock: Clock): Instant | null => {
  if (clock.pausedAt) return null
  if (!clock.warned && clock.warnAt && !clock.passed) return clock.warnAt
  return clock.passed ? clock.lapseAt : clock.dueAt
}

/** A deadline of ours that was missed. It stays missed: no extension takes it back (PROCESS rule 7). */
export const breached = (clock: Clock): boolean => clock.passed !== null && !SILENT.has(clock.kind)

/** A window that has run out: it is over, and there is nothing more to say about it. */
export const isOver = (clock: Clock): boolean => clock.passed !== null && WINDOWS.has(clock.kind)
