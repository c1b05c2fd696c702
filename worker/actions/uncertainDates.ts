import { dateOf } from '../core/calendar.ts'
import { ruleOf } from '../core/clockRules.ts'
import type { Appended } from '../core/decide/index.ts'
import { explain } from '../core/explain.ts'
import { policyOf } from './policies.ts'

/** Says in the log which new dates lie past what is known of holidays: the calendars want newer data (npm run calendars). */
export const warnOfUncertainDates = ({ case: c, events }: Appended): void => {
  const policy = policyOf(c.policy)
  const changed = events.flatMap(({ facts }) => (facts.clocks ?? []).map((k) => (k.op === 'start' ? k.clock.id : k.id)))
  for (const clock of c.clocks) {
    if (!changed.includes(clock.id) || !explain(policy, clock).uncertain) continue
    const { calendar } = ruleOf(policy, clock.kind)
    console.warn(
      `Calendar ${calendar.bundled?.id ?? policy.id} is known until ${calendar.covered?.until}: ` +
        `${clock.kind} of ${c.reference} is due ${dateOf(calendar, clock.dueAt)}`,
    )
  }
}
