import type { Policy } from './policy.ts'
import type { RegimeClockSpec } from './regime.ts'
import type { Calendar, Duration } from './time/schema.ts'
import type { ClockKind, ClockStart, StandardClock } from './vocabulary.ts'

/** What a policy says about one clock, whether the standard pack or a regime says it. */
export interface ClockRule {
  calendar: Calendar
  /** Null where the case sets the deadline: the latest remedy date, or the date a holding response promised. */
  due: Duration | null
  warn: Duration | null
  lapse: Duration | null
  internal: boolean
  extendable: boolean
  starts: ClockStart
  /** Where a regime says so; null for a clock of the process itself. */
  source: string | null
}

const STARTS: Record<StandardClock, ClockStart> = {
  acknowledge: 'received',
  review: 'received',
  investigate: 'stage',
  assess: 'stage',
  plan: 'plan_step',
  approve: 'plan_step',
  notify: 'plan_step',
  answer: 'question',
  execute: 'accepted',
  progress: 'report',
  confirm: 'stage',
  request: 'asked',
  reply: 'message',
  appeal_window: 'message',
  appeal: 'appealed',
}

const isStandard = (kind: ClockKind): kind is StandardClock => kind in STARTS

/** The name of a regime's clock among all clocks. */
export const kindOf = (regime: string, name: string): ClockKind => `${regime}.${name}` as ClockKind

const regimeClock = (policy: Policy, kind: ClockKind): { spec: RegimeClockSpec; calendar: Calendar } => {
  for (const { id, clocks, calendar } of policy.regimes)
    for (const [name, spec] of Object.entries(clocks))
      if (kindOf(id, name) === kind) return { spec, calendar: calendar ?? policy.calendar }
  throw new Error(`the policy ${policy.id} has no clock ${kind}`)
}

export const ruleOf = (policy: Policy, kind: ClockKind): ClockRule => {
  if (isStandard(kind)) {
    const { lapse, ...spec } = policy.clocks[kind]
    return { ...spec, lapse: lapse ?? null, calendar: policy.calendar, starts: STARTS[kind], source: null }
  }
  const { spec, calendar } = regimeClock(policy, kind)
  const { source, starts, due, warn } = spec
  // A regime's time neither stands still nor is it a supervisor's to give.
  const never = { lapse: null, internal: false, extendable: false }
  return { calendar, due: due === 'promised' ? null : due, warn, starts, source, ...never }
}
