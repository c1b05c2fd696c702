import type { Complaint } from '../core/complaint.ts'
import type { Bytes } from '../core/encoding.ts'
import { type CallerRecord, partnerQuery, sessionQuery, staffSessionQuery, staffTokenQuery } from '../store/callers.ts'
import type { Query } from '../store/sql.ts'
import { hashSecret } from '../vault/tokens.ts'
import type { Services } from './services.ts'
import { openStaff } from './staffRecords.ts'
import type { Caller, Credential } from './types.ts'

/** Asks the database who a credential belongs to; null for those it does not know of. */
export const callerQuery = async (
  { db, now }: Services,
  credential: Credential,
): Promise<Query<CallerRecord | null> | null> => {
  if (credential.kind === 'none' || credential.kind === 'intake') return null
  const hash: Bytes = await hashSecret(credential.token)
  switch (credential.kind) {
    case 'session':
      return sessionQuery(db, hash, now())
    case 'key':
      return partnerQuery(db, hash, now())
    case 'staff_token':
      return staffTokenQuery(db, hash, now())
    case 'staff_session':
      return staffSessionQuery(db, hash, now())
  }
}

type Known = Exclude<CallerRecord, { kind: 'session' }>

/** A partner or a member of staff. */
export const knownCaller = async (
  services: Services,
  record: Known,
): Promise<Extract<Caller, { kind: 'partner' | 'staff' }>> => {
  if (record.kind === 'partner')
    return {
      kind: 'partner',
      actor: { kind: 'partner', id: record.partner, scopes: record.scopes },
      site: record.site,
      name: record.name,
    }
  const staff = await openStaff(await services.keys(), record.staff)
  const { id, roles, department, seniority } = staff
  return { kind: 'staff', actor: { kind: 'staff', id, roles, department, seniority }, staff }
}

/** The complainant or a representative; null when the session is for another case, or the representative's role has ended. */
export const caseCaller = (
  record: Extract<CallerRecord, { kind: 'session' }>,
  c: Complaint,
): Extract<Caller, { kind: 'case' }> | null => {
  const { reference, holder } = record
  if (reference !== c.reference) return null
  if (holder === 'complainant') return { kind: 'case', actor: { kind: 'complainant' }, site: c.site, reference }
  const standing = c.representatives.find((r) => r.id === holder)?.state
  if (standing !== 'named' && standing !== 'verified') return null
  return { kind: 'case', actor: { kind: 'representative', id: holder }, site: c.site, reference }
}
