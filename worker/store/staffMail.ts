import type { Bytes } from '../core/encoding.ts'
import type { Instant } from '../core/vocabulary.ts'
import { bytes, each, first, type Query, type Value } from './sql.ts'

export interface StaffMailRecord {
  id: string
  attempts: number
  /** The message, under the master key. */
  sealed: Bytes
}

const read = (row: Record<string, Value>): StaffMailRecord => ({
  id: row.id as string,
  attempts: row.attempts as number,
  sealed: bytes(row.sealed),
})

export const insertStaffMail = (
  db: D1Database,
  mail: { id: string; sealed: Bytes; expiresAt: Instant },
  now: Instant,
): D1PreparedStatement =>
  db
    .prepare('INSERT INTO staff_mail (id, next_attempt_at, expires_at, sealed) VALUES (?, ?, ?, ?)')
    .bind(mail.id, now, mail.expiresAt, mail.sealed)

export const dueStaffMailQuery = (db: D1Database, now: Instant, limit: number): Query<string[]> => ({
  statement: db
    .prepare(
      'SELECT id FROM staff_mail WHERE next_attempt_at <= ?1 AND expires_at > ?1 ORDER BY next_attempt_at LIMIT ?2',
    )
    .bind(now, limit),
  read: each((row) => row.id as string),
})

/** Takes a message that is due, and still worth sending, until a time; no row when somebody else has it. */
export const claimStaffMailQuery = (
  db: D1Database,
  id: string,
  until: Instant,
  now: Instant,
): Query<StaffMailRecord | null> => ({
  statement: db
    .prepare(
      `UPDATE staff_mail SET attempts = attempts + 1, next_attempt_at = ?1
       WHERE id = ?2 AND next_attempt_at <= ?3 AND expires_at > ?3 RETURNING id, attempts, sealed`,
    )
    .bind(until, id, now),
  read: first(read),
})

/** `nextAttemptAt` null when there is nothing left to try. */
export const settleStaffMail = (db: D1Database, id: string, nextAttemptAt: Instant | null): D1PreparedStatement =>
  db.prepare('UPDATE staff_mail SET next_attempt_at = ? WHERE id = ?').bind(nextAttemptAt, id)

export const newestStaffMailQuery = (db: D1Database, limit: number): Query<StaffMailRecord[]> => ({
  statement: db.prepare('SELECT id, attempts, sealed FROM staff_mail ORDER BY rowid DESC LIMIT ?').bind(limit),
  read: each(read),
})

export const staffMailQuery = (db: D1Database, id: string): Query<StaffMailRecord | null> => ({
  statement: db.prepare('SELECT id, attempts, sealed FROM staff_mail WHERE id = ?').bind(id),
  read: first(read),
})
