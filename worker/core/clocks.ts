import {
  after,
  type CountedDay,
  closeFrom,
  closeOf,
  dateOf,
  daysBetween,
  instant,
  ms,
  workingDaysBefore,
} from './calendar.ts'
import type { Clock, ClockChange, Complaint } from './complaint.ts'
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

/** Something that happened, from which a clock can count. */
interface Fact {
  at: Instant
  seq: number
}

/** Clocks whose due date is the other side's: they remind and then act on silence, or simply end. Nobody breached. */
export const SILENT: ReadonlySet<ClockKind> = new Set(['request', 'reply', 'appeal_window'])

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

/** Which clocks the facts call for. The one place that says what starts and stops each (PROCESS "Time"). */
function* wanted(c: Complaint, policy: Policy): Generator<Wanted> {
  if (c.erasedAt) return
  const asking = awaitsComplainant(c)
  // Nobody is silent who waits for an answer, or whom the letter has not reached yet.
  const waiting = c.question !== null || c.notices.length > 0
  const entered: Fact = { at: c.stageSince, seq: c.stageSeq }
  /** A clock of this stage, from a fact in it; a case that came back to the stage since is given the time anew. */
  const run = (kind: ClockKind, from: Fact | null = null): Wanted => {
    const { at, seq } = from && from.seq > entered.seq ? from : entered
    return { id: `${kind}#${seq}`, kind, since: at, paused: asking && policy.clocks[kind].internal }
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
  const { lapse } = policy.clocks[kind]
  return lapse ? after(policy.calendar, from, lapse, pauses) : null
}

/** When silence takes effect if the reminder goes out now. */
export const lapseFrom = (policy: Policy, clock: Clock, now: Instant): Instant | null =>
  lapseAfter(policy, clock.kind, now, [])

const timesOf = (policy: Policy, wish: Wanted, pauses: Clock['pauses'] = []): Times => {
  const spec = policy.clocks[wish.kind]
  const at = (length: NonNullable<typeof spec.due>) => after(policy.calendar, wish.since, length, pauses)
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

export const applyClockChange = (clocks: readonly Clock[], change: ClockChange): readonly Clock[] => {
  if (change.op === 'start') return [...clocks, change.clock]
  if (change.op === 'stop') return clocks.filter((c) => c.id !== change.id)
  return clocks.map((c) => (c.id === change.id ? changed(c, change) : c))
}

const changed = (clock: Clock, change: Exclude<ClockChange, { op: 'start' | 'stop' }>): Clock => {
  if (change.op === 'pause') return { ...clock, pausedAt: change.at }
  const { warnAt, dueAt, lapseAt } = change
  if (change.op === 'move') return { ...clock, warnAt, dueAt, lapseAt, passed: null, extended: true }
  const pauses = clock.pausedAt ? [...clock.pauses, [clock.pausedAt, change.at] as const] : clock.pauses
  return { ...clock, warnAt, dueAt, lapseAt, pauses, pausedAt: null }
}

/** When the sweep must look at a clock next; null when it is paused or has nothing left to do. */
export const nextAt = (clock: Clock): Instant | null => {
  if (clock.pausedAt) return null
  if (!clock.warned && clock.warnAt && !clock.passed) return clock.warnAt
  return clock.passed ? clock.lapseAt : clock.dueAt
}

/** A deadline of ours that was missed. It stays missed: no extension takes it back (PROCESS rule 7). */
export const breached = (clock: Clock): boolean => clock.passed !== null && !SILENT.has(clock.kind)

/** Why this date: the days between start and deadline, counted or skipped, for clocks that count working days. */
export const explain = (policy: Policy, clock: Clock): CountedDay[] => {
  const { due } = policy.clocks[clock.kind]
  if (!due || !('workingDays' in due)) return []
  const pauses: Clock['pauses'] = clock.pausedAt ? [...clock.pauses, [clock.pausedAt, clock.dueAt]] : clock.pauses
  return daysBetween(policy.calendar, clock.since, clock.dueAt, pauses)
}
