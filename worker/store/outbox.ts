import type { Bytes } from '../core/encoding.ts'
import type { Instant } from '../core/vocabulary.ts'
import { bytesOrNull, each, first, json, type Query, type Value } from './sql.ts'
import type { Site } from './types.ts'

export type OutboxState = 'queued' | 'sending' | 'sent' | 'failed' | 'bounced'

export interface OutboxRecord {
  id: string
  reference: string
  seq: number
  channel: string
  template: string
  state: OutboxState
  attempts: number
  /** The message, under the case's key; null once sent. */
  sealed: Bytes | null
  /** Wrapped key of its case; null once that was erased. */
  caseKey: Bytes | null
  site: Site
}

const SELECT = `SELECT o.id, o.complaint, o.seq, o.channel, o.template, o.state, o.attempts, o.sealed, c.case_key, s.config
  FROM outbox o JOIN complaint c ON c.reference = o.complaint JOIN site s ON s.id = c.site`

const read = (row: Record<string, Value>): OutboxRecord => ({
  id: row.id as string,
  reference: row.complaint as string,
  seq: row.seq as number,
  channel: row.channel as string,
  template: row.template as string,
  state: row.state as OutboxState,
  attempts: row.attempts as number,
  sealed: bytesOrNull(row.sealed),
  caseKey: bytesOrNull(row.case_key),
  site: json<Site>(row.config),
})

export const insertMessage = (
  db: D1Database,
  message: Pick<OutboxRecord, 'id' | 'reference' | 'seq' | 'channel' | 'template'> & { sealed: Bytes },
  now: Instant,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO outbox (id, complaint, seq, channel, template, state, next_attempt_at, sealed)
       VALUES (?, ?, ?, ?, ?, 'queued', ?, ?)`,
    )
    .bind(message.id, message.reference, message.seq, message.channel, message.template, now, message.sealed)

export const dueMessagesQuery = (db: D1Database, now: Instant, limit: number): Query<string[]> => ({
  statement: db
    .prepare('SELECT id FROM outbox WHERE next_attempt_at <= ? ORDER BY next_attempt_at LIMIT ?')
    .bind(now, limit),
  read: each((row) => row.id as string),
})

/** Takes a due message until a time; answers no row when somebody else has it, or nothing is left to try. */
export const claimStatement = (db: D1Database, id: string, until: Instant, now: Instant): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE outbox SET state = 'sending', attempts = attempts + 1, next_attempt_at = ?
       WHERE id = ? AND next_attempt_at <= ? RETURNING id`,
    )
    .bind(until, id, now)

export const messageQuery = (db: D1Database, id: string): Query<OutboxRecord | null> => ({
  statement: db.prepare(`${SELECT} WHERE o.id = ?`).bind(id),
  read: first(read),
})

export const newestMessagesQuery = (db: D1Database, limit: number): Query<OutboxRecord[]> => ({
  statement: db.prepare(`${SELECT} ORDER BY o.rowid DESC LIMIT ?`).bind(limit),
  read: each(read),
})

/** What was sent is done with. What could not be sent stays, without its words, to be looked into. */
export const settleStatement = (
  db: D1Database,
  id: string,
  state: OutboxState,
  nextAttemptAt: Instant | null,
): D1PreparedStatement =>
  state === 'sent'
    ? db.prepare('DELETE FROM outbox WHERE id = ?').bind(id)
    : db
        .prepare(
          'UPDATE outbox SET state = ?2, next_attempt_at = ?3, sealed = iif(?3 IS NULL, NULL, sealed) WHERE id = ?1',
        )
        .bind(id, state, nextAttemptAt)

/** Keeps the words of what is done with, for the mailbox page of a local installation. */
export const keepStatement = (db: D1Database, id: string, state: OutboxState): D1PreparedStatement =>
  db.prepare('UPDATE outbox SET state = ?, next_attempt_at = NULL WHERE id = ?').bind(state, id)
