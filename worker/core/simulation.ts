import { ruleOf } from './clockRules.ts'
import { applyClockChange, clockChanges, SILENT } from './clocks.ts'
import type { Clock, Complaint } from './complaint.ts'
import type { EventType, FoldableEvent } from './events.ts'
import { evolve } from './evolve.ts'
import type { Policy } from './policy.ts'
import type { ClockKind, Instant, Stage } from './vocabulary.ts'

/** A deadline of ours that a case had: in which stage it was set, and what became of it. */
export interface Deadline {
  kind: ClockKind
  stage: Stage
  dueAt: Instant
  end: 'met' | 'missed' | 'running'
}

/** What only the passing of time under the old policy led to. */
const CONSEQUENCES: ReadonlySet<EventType> = new Set([
  'clock_warned',
  'clock_breached',
  'window_passed',
  'calendar_changed',
])

/**
 * Tells a case again as if it had stood under another policy: what people did, when they did it, but with the clocks of
 * that policy. Works on facts alone, so also on ledgers whose text was erased. `until` is the present, for open cases.
 */
export const replay = (ledger: readonly FoldableEvent[], policy: Policy, until: Instant): Deadline[] => {
  const deadlines = new Map<string, Deadline>()
  let c: Complaint | null = null
  for (const event of ledger) {
    const { at } = event.facts
    if (c) c = missBy(c, at, deadlines)
    if (!CONSEQUENCES.has(event.type)) c = timed(told(c, event, policy), policy, at, deadlines)
  }
  if (c) missBy(c, until, deadlines)
  return [...deadlines.values()]
}

/** The event as it was, but for what it said of clocks; an extension is kept where the policy allows one. */
const told = (c: Complaint | null, event: FoldableEvent, policy: Policy): Complaint => {
  const clocks = (event.facts.clocks ?? []).filter((change) => {
    const clock = change.op === 'move' && c?.clocks.find((k) => k.id === change.id)
    return clock && ruleOf(policy, clock.kind).extendable
  })
  return evolve(c, { ...event, facts: { ...event.facts, clocks } } as FoldableEvent)
}

/** Deadlines that have run out by a moment, as the sweep sees it. A clock that stands still misses nothing. */
const missBy = (c: Complaint, at: Instant, deadlines: Map<string, Deadline>): Complaint => {
  const missed = (k: Clock) => !k.pausedAt && !k.passed && !SILENT.has(k.kind) && k.dueAt <= at
  if (!c.clocks.some(missed)) return c
  return {
    ...c,
    clocks: c.clocks.map((clock) => {
      if (!missed(clock)) return clock
      const known = deadlines.get(clock.id)
      if (known) deadlines.set(clock.id, { ...known, dueAt: clock.dueAt, end: 'missed' })
      return { ...clock, passed: clock.dueAt }
    }),
  }
}

const timed = (c: Complaint, policy: Policy, at: Instant, deadlines: Map<string, Deadline>): Complaint => {
  let { clocks } = c
  for (const change of clockChanges(c, policy, at)) {
    if (change.op === 'start' && !SILENT.has(change.clock.kind)) {
      const { id, kind, dueAt } = change.clock
      deadlines.set(id, { kind, stage: c.stage, dueAt, end: 'running' })
    }
    if (change.op === 'stop') {
      const known = deadlines.get(change.id)
      if (known?.end === 'running') deadlines.set(change.id, { ...known, end: 'met' })
    }
    clocks = applyClockChange(clocks, change)
  }
  return { ...c, clocks }
}

/** Deadlines of one kind, set in one stage, under the policy each case has and under another. */
export interface Tally {
  kind: ClockKind
  stage: Stage
  /** That have come to an end, met or missed, under the other policy. */
  deadlines: number
  missed: number
  /** The same under the policy each case has. */
  deadlinesNow: number
  missedNow: number
}

/** Adds up what replays of many cases told. */
export class Comparison {
  cases = 0
  readonly #tallies = new Map<string, Tally>()

  add(now: readonly Deadline[], then: readonly Deadline[]): void {
    this.cases += 1
    for (const deadline of now) this.#count(deadline, 'deadlinesNow', 'missedNow')
    for (const deadline of then) this.#count(deadline, 'deadlines', 'missed')
  }

  /** By clock and stage; most missed first. */
  get tallies(): Tally[] {
    return [...this.#tallies.values()].sort((a, b) => b.missed - a.missed || b.deadlines - a.deadlines)
  }

  #count({ kind, stage, end }: Deadline, all: 'deadlines' | 'deadlinesNow', missed: 'missed' | 'missedNow'): void {
    if (end === 'running') return
    const key = `${kind} ${stage}`
    const tally = this.#tallies.get(key) ?? { kind, stage, deadlines: 0, missed: 0, deadlinesNow: 0, missedNow: 0 }
    tally[all] += 1
    if (end === 'missed') tally[missed] += 1
    this.#tallies.set(key, tally)
  }
}
