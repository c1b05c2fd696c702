import type { PlainDate, Stage } from '../core/vocabulary.ts'
import { countsQuery, type Duration, durationsQuery } from '../store/counters.ts'
import { ask } from '../store/sql.ts'
import { listSites } from './administration.ts'
import { bucketEnd } from './counts.ts'
import type { Services } from './services.ts'
import type { Caller, Failure } from './types.ts'

export interface Summary {
  from: PlainDate
  to: PlainDate
  /**
   * Counts by category and measure: `received`, `closed`, `appealed`, `breached`, `outcome:<outcome>`,
   * `appeal:<result>`, `breach:<clock>`, `remedy:<kind>`, `paid:<currency>` (minor units), `rating:<1-5>`,
   * `channel:<channel>`, `cause:<root cause>`.
   */
  counts: Record<string, Record<string, number>>
  /** Hours spent in each stage by the cases that left it in the months the range touches, as ends of a histogram's buckets. */
  stages: { stage: Stage; cases: number; median: number; p90: number }[]
}

export interface Range {
  from: PlainDate
  /** The last day, included. Days are UTC. */
  to: PlainDate
  /** Site id; all the caller's sites if left out. */
  site?: string | undefined
}

/** Counters of the sites this caller may report on. Never reads cases. One D1 round trip, two for all of several sites. */
export const readSummary = async (
  services: Services,
  caller: Caller,
  { from, to, site }: Range,
): Promise<Summary | Failure> => {
  const sites = await sitesOf(services, caller, site)
  if (!Array.isArray(sites)) return sites
  const { db } = services
  const { counts, durations } = await ask(db, {
    counts: countsQuery(db, sites, periodsOf(from, to)),
    durations: durationsQuery(db, sites, monthsOf(from, to)),
  })
  const byCategory: Summary['counts'] = {}
  for (const { category, measure, n } of counts) byCategory[category] = { ...byCategory[category], [measure]: n }
  return { from, to, counts: byCategory, stages: stagesOf(durations) }
}

const sitesOf = async (services: Services, caller: Caller, site: string | undefined): Promise<string[] | Failure> => {
  if (caller.kind === 'partner') {
    if (!caller.actor.scopes.includes('reports:read')) return { failed: 'forbidden', needs: 'reports:read' }
    return site === undefined || site === caller.site ? [caller.site] : { failed: 'not_found' }
  }
  if (caller.kind !== 'staff' || caller.staff.onlyCase !== null) return { failed: 'forbidden', needs: 'reports:read' }
  const own = caller.staff.sites
  if (site !== undefined) return own === null || own.includes(site) ? [site] : { failed: 'not_found' }
  return own ? [...own] : (await listSites(services)).map(({ id }) => id)
}

const DAY = 86_400_000
const dayAfter = (day: PlainDate) => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10)

/** Whole months where the range has them, days at its ends: a year is twelve periods. */
export const periodsOf = (from: PlainDate, to: PlainDate): string[] => {
  const periods: string[] = []
  for (let day = from; day <= to; ) {
    const last = lastOfMonth(day)
    const whole = day.endsWith('-01') && last <= to
    periods.push(whole ? day.slice(0, 7) : day)
    day = dayAfter(whole ? last : day)
  }
  return periods
}

const lastOfMonth = (day: PlainDate): PlainDate => {
  const [year, month] = day.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, month ?? 0, 0)).toISOString().slice(0, 10)
}

const monthsOf = (from: PlainDate, to: PlainDate): string[] => [
  ...new Set(periodsOf(from, to).map((period) => period.slice(0, 7))),
]

const stagesOf = (durations: readonly Omit<Duration, 'month'>[]): Summary['stages'] => {
  const stages = new Set(durations.map(({ stage }) => stage))
  return [...stages].map((stage) => {
    const own = durations.filter((d) => d.stage === stage)
    const cases = own.reduce((sum, { n }) => sum + n, 0)
    return { stage: stage as Stage, cases, median: quantile(own, cases, 0.5), p90: quantile(own, cases, 0.9) }
  })
}

/** `buckets` in ascending order. */
const quantile = (buckets: readonly { bucket: number; n: number }[], total: number, q: number): number => {
  let seen = 0
  for (const { bucket, n } of buckets) {
    seen += n
    if (seen >= q * total) return bucketEnd(bucket)
  }
  return 0
}
