import { each, type Query } from './sql.ts'

/** `period` is a day or a month, see the table. */
export interface Count {
  period: string
  category: string
  measure: string
  n: number
}

export interface Duration {
  month: string
  stage: string
  /** See `durationBucket`. */
  bucket: number
  n: number
}

export const addCounts = (db: D1Database, site: string, counts: readonly Count[]): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO rollup (site, period, category, measure, n)
       SELECT ?1, value ->> 'period', value ->> 'category', value ->> 'measure', value ->> 'n' FROM json_each(?2) WHERE true
       ON CONFLICT (site, period, category, measure) DO UPDATE SET n = n + excluded.n`,
    )
    .bind(site, JSON.stringify(counts))

export const addDurations = (db: D1Database, site: string, durations: readonly Duration[]): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO duration (site, month, stage, bucket, n)
       SELECT ?1, value ->> 'month', value ->> 'stage', value ->> 'bucket', value ->> 'n' FROM json_each(?2) WHERE true
       ON CONFLICT (site, month, stage, bucket) DO UPDATE SET n = n + excluded.n`,
    )
    .bind(site, JSON.stringify(durations))

/** Counts in any of the periods, of one site or of those in the list, summed over periods and sites. */
export const countsQuery = (
  db: D1Database,
  sites: readonly string[],
  periods: readonly string[],
): Query<Omit<Count, 'period'>[]> => ({
  statement: db
    .prepare(
      `SELECT r.category, r.measure, sum(r.n) AS n FROM json_each(?1) s CROSS JOIN json_each(?2) p
       CROSS JOIN rollup r ON r.site = s.value AND r.period = p.value GROUP BY r.category, r.measure`,
    )
    .bind(JSON.stringify(sites), JSON.stringify(periods)),
  read: each((row) => ({
    category: row.category as string,
    measure: row.measure as string,
    n: row.n as number,
  })),
})

export const durationsQuery = (
  db: D1Database,
  sites: readonly string[],
  months: readonly string[],
): Query<Omit<Duration, 'month'>[]> => ({
  statement: db
    .prepare(
      `SELECT d.stage, d.bucket, sum(d.n) AS n FROM json_each(?1) s CROSS JOIN json_each(?2) m
       CROSS JOIN duration d ON d.site = s.value AND d.month = m.value GROUP BY d.stage, d.bucket
       ORDER BY d.stage, d.bucket`,
    )
    .bind(JSON.stringify(sites), JSON.stringify(months)),
  read: each((row) => ({ stage: row.stage as string, bucket: row.bucket as number, n: row.n as number })),
})
