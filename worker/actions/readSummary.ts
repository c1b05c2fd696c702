import type { PlainDate, Stage } from '../core/vocabulary.ts'
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
  /** Time spent in each stage in hours: median and 90th percentile, as the upper end of a histogram's bucket. */
  stages: { stage: Stage; cases: number; median: number; p90: number }[]
}

/** Counters of the sites this caller may report on; days are UTC, `to` included. Never reads cases. One D1 round trip. */
export const readSummary = async (
  _services: Services,
  _caller: Caller,
  _range: { from: PlainDate; to: PlainDate; site?: string | undefined },
): Promise<Summary | Failure> => {
  throw new Error('pending')
}
