import { beyondCoverage, type CountedDay, daysBetween, explain as explainLength } from './calendar.ts'
import { ruleOf } from './clockRules.ts'
import type { Clock } from './complaint.ts'
import type { Policy } from './policy.ts'
import type { Duration } from './time/schema.ts'
import type { ClockStart } from './vocabulary.ts'

/** Why a deadline is what it is. */
export interface WhyThisDate {
  starts: ClockStart
  /** The law or rule that sets the time; null where the process itself does. */
  source: string | null
  /** How long it runs; null where the case sets the date. */
  length: Duration | null
  /** How many days were counted; null for elapsed hours and dates that somebody set. */
  counted: number | null
  /** Of working days each one from start to deadline; of other lengths those alone that did not count. */
  days: CountedDay[]
  /** The date lies past what is known of holidays, and may still move. */
  uncertain: boolean
}

export const explain = (policy: Policy, clock: Clock): WhyThisDate => {
  const { calendar, due, starts, source } = ruleOf(policy, clock.kind)
  const why = { starts, source, length: due, uncertain: counts(due) && beyondCoverage(calendar, clock.dueAt) }
  if (!due || 'hours' in due) return { ...why, counted: null, days: [] }
  // While it stands still, the days from the pause on are skipped as far as the date that would hold without it.
  const pauses: Clock['pauses'] = clock.pausedAt ? [...clock.pauses, [clock.pausedAt, clock.dueAt]] : clock.pauses
  const set = clock.extended || clock.pausedAt !== null
  const days = set
    ? daysBetween(calendar, clock.since, clock.dueAt, pauses)
    : explainLength(calendar, clock.since, due, pauses).days
  const working = 'workingDays' in due
  const counted = days.filter((day) => day.counts).length
  return {
    ...why,
    counted: set && !working ? null : counted,
    days: working ? days : set ? [] : days.filter((day) => !day.counts),
  }
}

/** Whether holidays play a part in a length. */
const counts = (due: Duration | null): boolean =>
  due !== null && ('workingDays' in due || ('lastDay' in due && due.lastDay === 'worked'))
