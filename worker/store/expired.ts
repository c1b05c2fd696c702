import type { Instant } from '../core/vocabulary.ts'
import { each, type Query } from './sql.ts'

/** An upload that nobody attached in time, or a file of a case that was erased. */
export interface AbandonedUpload {
  id: string
  /** Key in R2. */
  object: string
  /** R2's id of the multipart upload. */
  upload: string
  complete: boolean
}

export const abandonedUploadsQuery = (db: D1Database, before: Instant, limit: number): Query<AbandonedUpload[]> => ({
  statement: db
    .prepare('SELECT id, object, upload, state FROM evidence WHERE expires_at <= ? ORDER BY expires_at LIMIT ?')
    .bind(before, limit),
  read: each((row) => ({
    id: row.id as string,
    object: row.object as string,
    upload: row.upload as string,
    complete: row.state === 'complete',
  })),
})

export const deleteUploads = (db: D1Database, ids: readonly string[]): D1PreparedStatement =>
  db
    .prepare('DELETE FROM evidence WHERE id IN (SELECT value FROM json_each(?)) AND expires_at IS NOT NULL')
    .bind(JSON.stringify(ids))

const EXPIRING = [
  ['session', 'hash'],
  ['link', 'hash'],
  ['staff_session', 'hash'],
  ['staff_code', 'hash'],
  ['staff_mail', 'id'],
  ['idempotency', 'hash'],
] as const

/** Removes what works no more, so many rows of each kind at most. */
export const deleteExpired = (db: D1Database, now: Instant, limit: number): D1PreparedStatement[] =>
  EXPIRING.map(([table, key]) =>
    db
      .prepare(
        `DELETE FROM ${table} WHERE ${key} IN
         (SELECT ${key} FROM ${table} WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)`,
      )
      .bind(now, limit),
  )
