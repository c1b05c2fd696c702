import type { Bytes } from '../core/encoding.ts'
import type { Instant } from '../core/vocabulary.ts'
import { bytes, first, type Query } from './sql.ts'

/** What was answered to a request under an `Idempotency-Key`. */
export interface AnswerRecord {
  fingerprint: Bytes
  /** Sealed under the caller's key. */
  answer: Bytes
}

export const answerQuery = (db: D1Database, hash: Bytes, now: Instant): Query<AnswerRecord | null> => ({
  statement: db
    .prepare('SELECT fingerprint, answer FROM idempotency WHERE hash = ? AND expires_at > ?')
    .bind(hash, now),
  read: first((row) => ({ fingerprint: bytes(row.fingerprint), answer: bytes(row.answer) })),
})

/** Fails when there is a record already: of two requests at once one is carried out. */
export const insertAnswer = (
  db: D1Database,
  hash: Bytes,
  record: AnswerRecord,
  expiresAt: Instant,
  now: Instant,
): D1PreparedStatement[] => [
  db.prepare('DELETE FROM idempotency WHERE hash = ? AND expires_at <= ?').bind(hash, now),
  db
    .prepare('INSERT INTO idempotency (hash, fingerprint, answer, expires_at) VALUES (?, ?, ?, ?)')
    .bind(hash, record.fingerprint, record.answer, expiresAt),
]
