import { after, type CountedDay, closeOf, dateOf, workingDaysAfter, workingDaysBefore } from './calendar.ts'
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
  warnBy?: Instant
  paused?: boolean
}

/** Clocks whose due date is the other side's: they remind and then act on silence, or simply end. Nobody breached. */
export const SILENT: ReadonlySet<ClockKind> = new Set(['request', 'reply', 'appeal_window'])

const awaitsComplainant = (c: Complaint) =>
  c.requests.some((r) => r.state === 'open' && r.of === 'complainant' && !r.bounced)

const latestRemedy = (c: Complaint): string | null =>
  (c.plan?.remedies ?? []).reduce<string | null>(
    (latest, r) => (r.due && (!latest || r.due > latest) ? r.due : latest),
    null,
  )

/**
 * From when the appeal window counts: the closing, before that the newest decision. A withdrawal opens one too, in which
 * it can be rescinded (PROCESS rule 12).
 */
const appealWindow = (c: Complaint): { seq: number; since: Instant } | null => {
  if (c.closedSeq !== null && c.closedAt !== null)
    return c.appeal && c.outcome !== 'withdrawn' ? null : { seq: c.closedSeq, since: c.closedAt }
  return c.decision && !c.appeal ? { seq: c.decision.seq, since: c.decision.at } : null
}

/** Which clocks the facts call for. The one place that says what starts and stops each (PROCESS "Time"). */
function* wanted(c: Complaint, policy: Policy): Generator<Wanted> {
  const internal = awaitsComplainant(c)
  const stage = (kind: ClockKind): Wanted => ({
    id: `${kind}#${c.stageSeq}`,
    kind,
    since: c.stageSince,
    paused: internal && policy.clocks[kind].internal,
  })
  if (!c.acknowledgedAt && c.stage !== 'closed') yield { id: 'acknowledge#1', kind: 'acknowledge', since: c.receivedAt }
  const window = appealWindow(c)
  if (window && window.seq !== c.windowLapsedSeq)
    yield { id: `appeal_window#${window.seq}`, kind: 'appeal_window', since: window.since }
  for (const n of c.notices) yield { id: `notify#${n.seq}`, kind: 'notify', since: n.since }
  if (c.stage !== 'closed')
    for (const r of c.requests)
      if (r.state === 'open') yield { id: `request#${r.seq}`, kind: 'request', since: r.askedAt }
  if (c.question) yield { id: `answer#${c.question.seq}`, kind: 'answer', since: c.question.at }

  switch (c.stage) {
    case 'received':
    case 'review':
      // One clock over both stages, from receipt: looking at a complaint does not restart it.
      yield { ...stage('review'), id: `review#${c.review.seq}`, since: c.review.since }
      return
    case 'investigation':
      yield stage('investigate')
      return
    case 'assessment':
      yield stage('assess')
      return
    case 'planning':
      if (c.plan?.state === 'submitted') yield { ...stage('approve'), id: `approve#${c.plan.seq}` }
      else if (c.plan?.state === 'ready') yield { ...stage('notify'), id: `notify#${c.plan.seq}` }
      else yield stage('plan')
      return
    case 'offered':
      if (c.plan?.offeredSeq) yield { ...stage('reply'), paused: c.question !== null }
      return
    case 'execution': {
      const last = latestRemedy(c)
      if (last)
        yield {
          ...stage('execute'),
          by: closeOf(policy.calendar, last),
          warnBy: workingDaysBefore(policy.calendar, last, 1),
        }
      yield { ...stage('progress'), id: `progress#${c.progressSeq ?? c.stageSeq}` }
      return
    }
    case 'confirmation':
      if (!c.report) yield stage('confirm')
      else {
        // Coming back from an appeal gives the complainant the whole time again.
        const again = c.stageSeq > c.report.seq
        const [seq, since] = again ? [c.stageSeq, c.stageSince] : [c.report.seq, c.report.at]
        yield { id: `reply#${seq}`, kind: 'reply', since, paused: c.question !== null }
      }
      return
    case 'appeal':
      if (c.appeal && !c.appeal.decided) yield { id: `appeal#${c.appeal.seq}`, kind: 'appeal', since: c.appeal.at }
      return
    case 'closed':
      return
  }
}

interface Times {
  warnAt: Instant | null
  dueAt: Instant
  lapseAt: Instant | null
}

const lapseAfter = (policy: Policy, kind: ClockKind, dueAt: Instant): Instant | null => {
  const { lapse } = policy.clocks[kind]
  return lapse ? after(policy.calendar, dueAt, lapse) : null
}

const timesOf = (
  policy: Policy,
  wish: Pick<Wanted, 'kind' | 'since' | 'by' | 'warnBy'>,
  pauses: Clock['pauses'],
): Times => {
  const spec = policy.clocks[wish.kind]
  const dueAt = wish.by ?? after(policy.calendar, wish.since, spec.due ?? { workingDays: 1 }, pauses)
  const warnAt = wish.warnBy ?? (spec.warn ? after(policy.calendar, wish.since, spec.warn, pauses) : null)
  return { warnAt, dueAt, lapseAt: lapseAfter(policy, wish.kind, dueAt) }
}

/** Times of a clock moved to another date by an extension. */
export const movedTo = (policy: Policy, clock: Clock, dueAt: Instant): Times => ({
  warnAt: clock.warned ? null : clock.warnAt,
  dueAt,
  lapseAt: lapseAfter(policy, clock.kind, dueAt),
})

/**
 * What must change so that the running clocks are those the facts call for. Computed when a command is decided and
 * recorded with its events, so that folding the ledger never needs a calendar.
 */
export const clockChanges = (before: readonly Clock[], c: Complaint, policy: Policy, now: Instant): ClockChange[] => {
  const changes: ClockChange[] = []
  const keep = new Map([...wanted(c, policy)].map((wish) => [wish.id, wish]))
  for (const clock of before) {
    const wish = keep.get(clock.id)
    keep.delete(clock.id)
    if (!wish) changes.push({ op: 'stop', id: clock.id })
    else if (wish.paused && !clock.pausedAt) changes.push({ op: 'pause', id: clock.id, at: now })
    else if (!wish.paused && clock.pausedAt) {
      const pauses = [...clock.pauses, [clock.pausedAt, now] as const]
      const times = timesOf(policy, wish, pauses)
      // A clock that was extended keeps its extra time: the pause moves the extended date, not the first one.
      changes.push({ op: 'resume', id: clock.id, at: now, ...(clock.extended ? shifted(policy, clock, now) : times) })
    }
  }
  for (const wish of keep.values()) {
    const clock: Clock = {
      id: wish.id,
      kind: wish.kind,
      since: wish.since,
      sinceSeq: c.version,
      ...timesOf(policy, wish, []),
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

const shifted = (policy: Policy, clock: Clock, now: Instant): Times => {
  const shift = Date.parse(now) - Date.parse(clock.pausedAt as Instant)
  const dueAt = closeOf(
    policy.calendar,
    dateOf(policy.calendar, new Date(Date.parse(clock.dueAt) + shift).toISOString()),
  )
  return movedTo(policy, clock, dueAt)
}

export const applyClockChange = (clocks: readonly Clock[], change: ClockChange): readonly Clock[] => {
  switch (change.op) {
    case 'start':
      return [...clocks, change.clock]
    case 'stop':
      return clocks.filter((c) => c.id !== change.id)
    case 'pause':
      return clocks.map((c) => (c.id === change.id ? { ...c, pausedAt: change.at } : c))
    case 'resume':
      return clocks.map((c) =>
        c.id === change.id && c.pausedAt
          ? {
              ...c,
              pauses: [...c.pauses, [c.pausedAt, change.at] as const],
              pausedAt: null,
              warnAt: change.warnAt,
              dueAt: change.dueAt,
              lapseAt: change.lapseAt,
            }
          : c,
      )
    case 'move':
      return clocks.map((c) =>
        c.id === change.id
          ? { ...c, warnAt: change.warnAt, dueAt: change.dueAt, lapseAt: change.lapseAt, passed: null, extended: true }
          : c,
      )
  }
}

/** When the sweep must look at a clock next; null when it is paused or has nothing left to do. */
export const nextAt = (clock: Clock): Instant | null => {
  if (clock.pausedAt) return null
  if (!clock.warned && clock.warnAt && !clock.passed) return clock.warnAt
  if (!clock.passed) return clock.dueAt
  return clock.lapseAt
}

/** Why this date: the days between start and deadline, counted or skipped, for clocks that count working days. */
export const explain = (policy: Policy, clock: Clock): CountedDay[] => {
  const { due } = policy.clocks[clock.kind]
  if (!due || !('workingDays' in due)) return []
  const open: Clock['pauses'] = clock.pausedAt ? [...clock.pauses, [clock.pausedAt, clock.dueAt]] : clock.pauses
  return workingDaysAfter(policy.calendar, clock.since, due.workingDays, open).walked
}
