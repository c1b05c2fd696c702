import type { Bytes } from '../core/encoding.ts'
import type { Instant } from '../core/vocabulary.ts'
import { first, json, type Query, type Value } from './sql.ts'
import { readStaff, STAFF_COLUMNS, type StaffRecord } from './staff.ts'
import type { Scope } from './types.ts'

/** Whose a credential is, as the database knows it. */
export type CallerRecord =
  | { kind: 'session'; reference: string; holder: string }
  | { kind: 'partner'; partner: string; site: string; name: string; scopes: readonly Scope[] }
  | { kind: 'staff'; staff: StaffRecord }

export const sessionQuery = (db: D1Database, hash: Bytes, now: Instant): Query<CallerRecord | null> => ({
  statement: db.prepare('SELECT complaint, holder FROM session WHERE hash = ? AND expires_at > ?').bind(hash, now),
  read: first((row) => ({ kind: 'session', reference: row.complaint as string, holder: row.holder as string })),
})

export const partnerQuery = (db: D1Database, hash: Bytes, now: Instant): Query<CallerRecord | null> => ({
  statement: db
    .prepare(
      `SELECT partner, site, name, scopes FROM partner_key
       WHERE hash = ? AND (expires_at IS NULL OR expires_at > ?)`,
    )
    .bind(hash, now),
  read: first((row) => ({
    kind: 'partner',
    partner: row.partner as string,
    site: row.site as string,
    name: row.name as string,
    scopes: json<Scope[]>(row.scopes),
  })),
})

export const staffTokenQuery = (db: D1Database, hash: Bytes, now: Instant): Query<CallerRecord | null> => ({
  statement: db
    .prepare(
      `SELECT ${STAFF_COLUMNS} FROM staff_token t JOIN staff s ON s.id = t.staff
       WHERE t.hash = ? AND (t.expires_at IS NULL OR t.expires_at > ?) AND s.active = 1`,
    )
    .bind(hash, now),
  read: first(staff),
})

export const staffSessionQuery = (db: D1Database, hash: Bytes, now: Instant): Query<CallerRecord | null> => ({
  statement: db
    .prepare(
      `SELECT ${STAFF_COLUMNS} FROM staff_session t JOIN staff s ON s.id = t.staff
       WHERE t.hash = ? AND t.expires_at > ? AND s.active = 1`,
    )
    .bind(hash, now),
  read: first(staff),
})

const staff = (row: Record<string, Value>): CallerRecord => ({ kind: 'staff', staff: readStaff(row) })
