import type { Instant } from '../core/vocabulary.ts'
import { ask } from '../store/sql.ts'
import {
  deleteStaffSession,
  deleteStaffToken,
  insertStaffCode,
  insertStaffToken,
  redeemStaffCode,
  staffByEmailQuery,
} from '../store/staff.ts'
import { newSignInCode, parseSignInCode } from '../vault/codes.ts'
import { hashSecret, newToken } from '../vault/tokens.ts'
import { later, type Services } from './services.ts'
import { openStaff, staffIndexes } from './staffRecords.ts'
import type { Failure, Grant, Staff } from './types.ts'

/** How long a sign-in code works. */
export const SIGN_IN_MINUTES = 15
const SESSION_LENGTH = 12 * 3_600_000

export interface SignInCode {
  code: string
  expiresAt: Instant
  staff: Staff
}

/**
 * One-time codes for the active staff with this address; empty when there is none. Somebody appointed from outside for
 * several cases gets one for each.
 */
export const createSignInCodes = async (services: Services, email: string): Promise<SignInCode[]> => {
  const { db, now } = services
  const keys = await services.keys()
  const indexes = await staffIndexes(keys, email)
  if (indexes.length === 0) return []
  const { staff } = await ask(db, { staff: staffByEmailQuery(db, indexes) })
  const expiresAt = later(now(), SIGN_IN_MINUTES * 60_000)
  const codes = await Promise.all(
    staff.map(async (record) => {
      const code = newSignInCode()
      const row = insertStaffCode(db, { hash: await hashSecret(code), staff: record.id, expiresAt })
      return { row, made: { code, expiresAt, staff: await openStaff(keys, record) } }
    }),
  )
  if (codes.length > 0) await db.batch(codes.map(({ row }) => row))
  return codes.map(({ made }) => made)
}

/** Uses up a sign-in code, as typed. The token is for the cookie of `/admin`; it works for twelve hours. */
export const openStaffSession = async ({ db, database, now }: Services, typed: string): Promise<Grant | Failure> => {
  const code = parseSignInCode(typed)
  if (!code) return { failed: 'unauthenticated' }
  const grant: Grant = { token: newToken('session', database), expiresAt: later(now(), SESSION_LENGTH) }
  const [codeHash, hash] = await Promise.all([hashSecret(code), hashSecret(grant.token)])
  const [opened] = await db.batch(redeemStaffCode(db, codeHash, { hash, expiresAt: grant.expiresAt }, now()))
  return opened?.results.length ? grant : { failed: 'unauthenticated' }
}

/** Ends a session; one that has ended already is no error. */
export const endStaffSession = async ({ db }: Services, token: string): Promise<void> => {
  await deleteStaffSession(db, await hashSecret(token)).run()
}

/** A personal access token, `rp_...`: shown once. Without `expiresAt` it works until it is revoked. */
export const createStaffToken = async (
  { db, database, id: newId, now }: Services,
  staff: string,
  { label, expiresAt = null }: { label: string; expiresAt?: Instant | null },
): Promise<{ id: string; token: string } | Failure> => {
  const token = newToken('personal', database)
  const id = newId('pt')
  const row = await insertStaffToken(db, { hash: await hashSecret(token), id, staff, label, expiresAt }, now()).first()
  return row ? { id, token } : { failed: 'not_found' }
}

export const revokeStaffToken = async ({ db }: Services, id: string): Promise<void> => {
  await deleteStaffToken(db, id).run()
}
