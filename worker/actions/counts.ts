import type { Complaint } from '../core/complaint.ts'
import type { Appended } from '../core/decide/index.ts'
import type { Event } from '../core/events.ts'
import type { Count, Duration } from '../store/counters.ts'

/** What reports count, by event. A case is counted under the category it has at the time. */
export const countsOf = ({ case: c, events }: Appended): Count[] =>
  events.flatMap((event) => {
    const at = event.type === 'received' ? event.facts.receivedAt : event.facts.at
    const periods = [at.slice(0, 10), at.slice(0, 7)]
    return measuresOf(event, c).flatMap(([measure, n]) =>
      periods.map((period) => ({ period, category: c.category, measure, n })),
    )
  })

type Measure = [name: string, n: number]

const measuresOf = (event: Event, c: Complaint): Measure[] => {
  const { stage, outcome } = event.facts
  const ended: Measure[] =
    stage === 'closed'
      ? [
          ['closed', 1],
          [`outcome:${outcome}`, 1],
        ]
      : []
  return [...ended, ...specific(event, c)]
}

const specific = (event: Event, c: Complaint): Measure[] => {
  switch (event.type) {
    case 'received':
      return [
        ['received', 1],
        [`channel:${event.facts.channel}`, 1],
      ]
    case 'assessment_finished':
      return [[`cause:${event.facts.rootCause}`, 1]]
    case 'clock_breached':
      return [
        ['breached', 1],
        [`breach:${event.facts.kind}`, 1],
      ]
    case 'remedy_recorded': {
      const remedy = c.plan?.remedies.find((r) => r.id === event.facts.remedy)
      const paid: Measure[] = remedy?.money ? [[`paid:${remedy.money.currency}`, remedy.money.amount]] : []
      return remedy ? [[`remedy:${remedy.kind}`, 1], ...paid] : []
    }
    case 'outcome_confirmed':
      return event.facts.rating === null ? [] : [[`rating:${event.facts.rating}`, 1]]
    case 'appealed':
      return [['appealed', 1]]
    case 'appeal_decided':
      return [[`appeal:${event.facts.result}`, 1]]
    default:
      return []
  }
}

/** How long each stage lasted that the events left, under the month in which it was left. */
export const durationsOf = ({ before, events }: Appended): Duration[] => {
  const durations: Duration[] = []
  let current = before ? { stage: before.stage, since: before.stageSince } : null
  for (const { type, facts } of events) {
    if (type === 'received') current = { stage: 'received', since: facts.receivedAt }
    if (!facts.stage || !current) continue
    const bucket = durationBucket(Date.parse(facts.at) - Date.parse(current.since))
    if (current.stage !== 'closed') durations.push({ month: facts.at.slice(0, 7), stage: current.stage, bucket, n: 1 })
    current = { stage: facts.stage, since: facts.at }
  }
  return durations
}

/** Four buckets for each doubling of an hour, so that a quantile read from them is at most a fifth too high. */
export const durationBucket = (milliseconds: number): number =>
  Math.ceil(4 * Math.log2(Math.max(0, milliseconds) / 3_600_000 + 1))

/** The hours at which a bucket ends. */
export const bucketEnd = (bucket: number): number => 2 ** (bucket / 4) - 1
