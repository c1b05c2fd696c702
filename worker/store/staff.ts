import type { Bytes } from '../core/encoding.ts'
import type { Instant, StaffRole } from '../core/vocabulary.ts'
import { bytes, each, json, type Query, type Value } from './sql.ts'
import type { Staff } from './types.ts'

/** A member of staff as stored: name and address sealed. */
export interface StaffRecord extends Omit<Staff, 'name' | 'email'> {
  sealed: Bytes
}

export const STAFF_COLUMNS = 's.id, s.sealed, s.roles, s.department, s.seniority, s.sites, s.only_case, s.active'

export const readStaff = (row: Record<string, Value>): StaffRecord => ({
  id: row.id as string,
  sealed: bytes(row.sealed),
  roles: json<StaffRole[]>(row.roles),
  department: row.department as string,
  seniority: row.seniority as number,
  sites: row.sites === null ? null : json<string[]>(row.sites),
  onlyCase: row.only_case as string | null,
  active: row.active === 1,
})

/** Active staff of the site of a case, and those appointed for it from outside. */
export const staffOfCaseQuery = (db: D1Database, reference: string): Query<StaffRecord[]> => ({
  statement: db
    .prepare(
      `SELECT ${STAFF_COLUMNS} FROM staff s WHERE s.active = 1 AND (s.only_case IS NULL OR s.only_case = ?1)
       AND (s.sites IS NULL OR (SELECT site FROM complaint WHERE reference = ?1) IN (SELECT value FROM json_each(s.sites)))
       ORDER BY s.id`,
    )
    .bind(reference),
  read: each(readStaff),
})

/** Everybody, or those of one site; also those no longer active. */
export const allStaffQuery = (db: D1Database, site: string | null): Query<StaffRecord[]> => ({
  statement: db
    .prepare(
      `SELECT ${STAFF_COLUMNS} FROM staff s
       WHERE ?1 IS NULL OR s.sites IS NULL OR ?1 IN (SELECT value FROM json_each(s.sites)) ORDER BY s.id`,
    )
    .bind(site),
  read: each(readStaff),
})

/** Active staff by the blind indexes of an address, one under each key there is. */
export const staffByEmailQuery = (db: D1Database, emails: readonly Bytes[]): Query<StaffRecord[]> => ({
  statement: db
    .prepare(
      `SELECT ${STAFF_COLUMNS} FROM staff s
       WHERE s.active = 1 AND s.email IN (${emails.map(() => '?').join(', ')}) ORDER BY s.id`,
    )
    .bind(...emails),
  read: each(readStaff),
})

/** Creates or replaces. */
export const saveStaffStatement = (db: D1Database, s: StaffRecord, email: Bytes): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO staff (id, email, sealed, roles, department, seniority, sites, only_case, active)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET (email, sealed, roles, department, seniority, sites, only_case, active) =
         (excluded.email, excluded.sealed, excluded.roles, excluded.department, excluded.seniority, excluded.sites,
          excluded.only_case, excluded.active)`,
    )
    .bind(
      s.id,
      email,
      s.sealed,
      JSON.stringify(s.roles),
      s.department,
      s.seniority,
      s.sites && JSON.stringify(s.sites),
      s.onlyCase,
      s.active ? 1 : 0,
    )

export const insertStaffToken = (
  db: D1Database,
  token: { hash: Bytes; id: string; staff: string; label: string; expiresAt: Instant | null },
  now: Instant,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO staff_token (hash, id, staff, label, created_at, expires_at)
       SELECT ?, ?, id, ?, ?, ? FROM staff WHERE id = ? AND active = 1 RETURNING id`,
    )
    .bind(token.hash, token.id, token.label, now, token.expiresAt, token.staff)

export const deleteStaffToken = (db: D1Database, id: string): D1PreparedStatement =>
  db.prepare('DELETE FROM staff_token WHERE id = ?').bind(id)

export const insertStaffCode = (
  db: D1Database,
  code: { hash: Bytes; staff: string; expiresAt: Instant },
): D1PreparedStatement =>
  db
    .prepare('INSERT INTO staff_code (hash, staff, expires_at) VALUES (?, ?, ?)')
    .bind(code.hash, code.staff, code.expiresAt)

/** Opens a session by a sign-in code and uses the code up; the first statement answers whether it did. */
export const redeemStaffCode = (
  db: D1Database,
  code: Bytes,
  session: { hash: Bytes; expiresAt: Instant },
  now: Instant,
): D1PreparedStatement[] => [
  db
    .prepare(
      `INSERT INTO staff_session (hash, staff, expires_at) SELECT ?, k.staff, ? FROM staff_code k JOIN staff s ON s.id = k.staff
       WHERE k.hash = ? AND k.expires_at > ? AND s.active = 1 RETURNING staff`,
    )
    .bind(session.hash, session.expiresAt, code, now),
  db.prepare('DELETE FROM staff_code WHERE hash = ?').bind(code),
]

export const deleteStaffSession = (db: D1Database, hash: Bytes): D1PreparedStatement =>
  db.prepare('DELETE FROM staff_session WHERE hash = ?').bind(hash)
