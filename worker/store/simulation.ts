import type { FoldableEvent } from '../core/events.ts'
import { unpack } from './pack.ts'
import { bytes, each, type Query } from './sql.ts'

/** The most recently changed cases of a site, or of all. */
export const recentCasesQuery = (db: D1Database, site: string | null, limit: number): Query<string[]> => ({
  statement: site
    ? db.prepare('SELECT reference FROM complaint WHERE site = ? ORDER BY updated_at DESC LIMIT ?').bind(site, limit)
    : db.prepare('SELECT reference FROM complaint ORDER BY updated_at DESC LIMIT ?').bind(limit),
  read: each((row) => row.reference as string),
})

export interface FactRecord {
  reference: string
  facts: FoldableEvent['facts'] & { type: FoldableEvent['type'] }
}

/** The facts of whole ledgers, each in order; the text stays sealed. */
export const factsQuery = (db: D1Database, references: readonly string[]): Query<FactRecord[]> => ({
  statement: db
    .prepare(
      `SELECT e.complaint, e.facts FROM json_each(?) r CROSS JOIN event e ON e.complaint = r.value
       ORDER BY e.complaint, e.seq`,
    )
    .bind(JSON.stringify(references)),
  read: each((row) => ({ reference: row.complaint as string, facts: unpack(bytes(row.facts)) })),
})
