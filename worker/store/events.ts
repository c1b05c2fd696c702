import type { Bytes } from '../core/encoding.ts'
import type { FoldableEvent } from '../core/events.ts'
import { pack, unpack } from './pack.ts'
import { bytes, each, type Query, type Value } from './sql.ts'

/** An entry of the ledger as it is stored. */
export interface EventRecord {
  seq: number
  /** With the event's type. */
  facts: FoldableEvent['facts'] & { type: FoldableEvent['type'] }
  factSalt: Bytes
  commit: Bytes
  hash: Bytes
  /** The text and its salt. */
  sealed: Bytes
}

const COLUMNS = 'e.seq, e.facts, e.fact_salt, e.commitment, e.hash, e.sealed'

const read = (row: Record<string, Value>): EventRecord => ({
  seq: row.seq as number,
  facts: unpack(bytes(row.facts)),
  factSalt: bytes(row.fact_salt),
  commit: bytes(row.commitment),
  hash: bytes(row.hash),
  sealed: bytes(row.sealed),
})

/** The newest events of a case and the older ones its view anchors on, in order. */
export const viewEventsQuery = (db: D1Database, reference: string, newest: number): Query<EventRecord[]> => ({
  statement: db
    .prepare(
      `SELECT ${COLUMNS} FROM event e
       WHERE e.complaint = ?1 AND e.seq > (SELECT version - ?2 FROM complaint WHERE reference = ?1)
       UNION ALL
       SELECT ${COLUMNS} FROM complaint c, json_each(c.anchors) a
       CROSS JOIN event e ON e.complaint = c.reference AND e.seq = a.value
       WHERE c.reference = ?1
       ORDER BY 1`,
    )
    .bind(reference, newest),
  read: each(read),
})

/** Entries in order, from the one before `after + 1` on, so that the first can be shown with what it follows. */
export const ledgerQuery = (db: D1Database, reference: string, after: number, limit: number): Query<EventRecord[]> => ({
  statement: db
    .prepare(`SELECT ${COLUMNS} FROM event e WHERE e.complaint = ? AND e.seq > ? ORDER BY e.seq LIMIT ?`)
    .bind(reference, after, limit),
  read: each(read),
})

export const insertEvents = (
  db: D1Database,
  reference: string,
  events: readonly EventRecord[],
): D1PreparedStatement[] =>
  events.map((e) =>
    db
      .prepare(
        'INSERT INTO event (complaint, seq, facts, fact_salt, commitment, hash, sealed) VALUES (?, ?, ?, ?, ?, ?, ?)',
      )
      .bind(reference, e.seq, pack(e.facts), e.factSalt, e.commit, e.hash, e.sealed),
  )
