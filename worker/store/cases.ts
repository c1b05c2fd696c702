import { SILENT } from '../core/clocks.ts'
import type { Complaint } from '../core/complaint.ts'
import type { Bytes } from '../core/encoding.ts'
import { awaiting } from '../core/view/next.ts'
import { anchors, dueNext } from '../core/view.ts'
import type { Instant } from '../core/vocabulary.ts'
import { pack, unpack } from './pack.ts'
import { bytes, bytesOrNull, each, first, type Query } from './sql.ts'

/** A case as it is stored. */
export interface CaseRecord {
  state: Complaint
  /** Hash of the newest event. */
  head: Bytes
  /** Wrapped; null once erased. */
  caseKey: Bytes | null
  /** Sealed names, contacts and subject; null once erased. */
  card: Bytes | null
}

/** What only the filing of a case knows. */
export interface Filing {
  /** Keyed hash of the partner's own number. */
  externalReference: Bytes | null
  intake: Bytes | null
}

/** Of the newest events the view always has so many; a longer timeline is in the ledger. */
export const NEWEST = 25

/** Sorts cases without a deadline of ours after all others. */
export const NEVER: Instant = '9999-12-31T23:59:59.999Z'

export const caseQuery = (db: D1Database, reference: string): Query<CaseRecord | null> => ({
  statement: db.prepare('SELECT state, head, case_key, card FROM complaint WHERE reference = ?').bind(reference),
  read: first((row) => ({
    state: unpack<Complaint>(bytes(row.state)),
    head: bytes(row.head),
    caseKey: bytesOrNull(row.case_key),
    card: bytesOrNull(row.card),
  })),
})

/** The case a session is for. */
export const sessionCaseQuery = (db: D1Database, session: Bytes): Query<Complaint | null> => ({
  statement: db
    .prepare('SELECT state FROM complaint WHERE reference = (SELECT complaint FROM session WHERE hash = ?)')
    .bind(session),
  read: first((row) => unpack<Complaint>(bytes(row.state))),
})

/** What the state alone does not tell. */
export interface Times {
  now: Instant
  /** When retention ends; null while the case is open, on hold or erased. */
  eraseAt: Instant | null
}

/** Columns that follow from the state, in the order of the statements below. */
const columnsOf = ({ state: c, head, card }: CaseRecord, { now, eraseAt }: Times) => [
  c.version,
  c.partyVersion,
  c.stage,
  c.outcome,
  c.category,
  c.channel,
  c.assignee,
  c.respondent.department,
  c.risk,
  c.escalation,
  awaiting(c),
  now,
  c.closedAt,
  dueOf(c),
  dueNext(c),
  eraseAt,
  pack(c),
  JSON.stringify(anchors(c).filter((seq) => seq <= c.version - NEWEST)),
  head,
  card,
  c.calendars,
]

const COLUMNS = `version, party_version, stage, outcome, category, channel, assignee, department, risk, escalation, awaiting,
  updated_at, closed_at, next_due_at, sweep_at, erase_at, state, anchors, head, card, calendars`

/** The earliest deadline of ours: what others are waited for is no work of the desk. */
const dueOf = (c: Complaint): Instant =>
  c.clocks.filter((clock) => !SILENT.has(clock.kind)).reduce((due, { dueAt }) => (dueAt < due ? dueAt : due), NEVER)

export const insertCase = (db: D1Database, record: CaseRecord, filing: Filing, times: Times): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO complaint (reference, site, received_at, partner, external_reference, intake, case_key, ${COLUMNS})
       VALUES (${placeholders(28)})`,
    )
    .bind(
      record.state.reference,
      record.state.site,
      record.state.receivedAt,
      record.state.partner,
      filing.externalReference,
      filing.intake,
      record.caseKey,
      ...columnsOf(record, times),
    )

/** Replaces the case as it was `before` events; events guard it against writers in between. */
export const updateCase = (db: D1Database, record: CaseRecord, before: number, times: Times): D1PreparedStatement =>
  db
    .prepare(
      `UPDATE complaint SET case_key = ?, (${COLUMNS}) = (${placeholders(21)}) WHERE reference = ? AND version = ?`,
    )
    .bind(record.caseKey, ...columnsOf(record, times), record.state.reference, before)

export const placeholders = (count: number): string => Array.from({ length: count }, () => '?').join(', ')

/** Whether an intake token or a partner's own number has a complaint already. */
export const filedQuery = (
  db: D1Database,
  by: { intake: Bytes } | { partner: Bytes; hashes: readonly Bytes[] },
): Query<boolean> => ({
  statement:
    'intake' in by
      ? db.prepare('SELECT 1 FROM complaint WHERE intake = ?').bind(by.intake)
      : db
          .prepare(
            `SELECT 1 FROM complaint
             WHERE partner = (SELECT partner FROM partner_key WHERE hash = ?) AND external_reference IN (${placeholders(by.hashes.length)})`,
          )
          .bind(by.partner, ...by.hashes),
  read: (rows) => rows.length > 0,
})

/** Cases on which a clock asks for something by now, longest overdue first. */
export const sweepQuery = (db: D1Database, now: Instant, limit: number): Query<Complaint[]> => ({
  statement: db.prepare('SELECT state FROM complaint WHERE sweep_at <= ? ORDER BY sweep_at LIMIT ?').bind(now, limit),
  read: (rows) => rows.map((row) => unpack<Complaint>(bytes(row.state))),
})

/** Closed cases whose retention has ended, longest ago first. */
export const eraseQuery = (db: D1Database, now: Instant, limit: number): Query<string[]> => ({
  statement: db
    .prepare('SELECT reference FROM complaint WHERE erase_at <= ? ORDER BY erase_at LIMIT ?')
    .bind(now, limit),
  read: each((row) => row.reference as string),
})
