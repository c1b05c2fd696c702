import { each, type Query } from './sql.ts'

/**
 * Every different set of calendars by which dates of cases with running clocks were counted. There are few of them
 * however many cases there are: each step looks up the next one in the index.
 */
export const calendarsInUseQuery = (db: D1Database): Query<string[]> => ({
  statement: db.prepare(
    `WITH RECURSIVE used (calendars) AS (
       SELECT min(calendars) FROM complaint WHERE sweep_at IS NOT NULL
       UNION ALL
       SELECT (SELECT min(c.calendars) FROM complaint c WHERE c.sweep_at IS NOT NULL AND c.calendars > used.calendars)
       FROM used WHERE used.calendars IS NOT NULL
     )
     SELECT calendars FROM used WHERE calendars IS NOT NULL`,
  ),
  read: each((row) => row.calendars as string),
})

/** References of cases with running clocks whose dates were last counted by these calendars. */
export const countedByQuery = (db: D1Database, calendars: readonly string[], limit: number): Query<string[]> => ({
  statement: db
    .prepare(
      `SELECT reference FROM complaint
       WHERE sweep_at IS NOT NULL AND calendars IN (SELECT value FROM json_each(?)) LIMIT ?`,
    )
    .bind(JSON.stringify(calendars), limit),
  read: each((row) => row.reference as string),
})
