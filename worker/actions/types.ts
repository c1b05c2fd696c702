import type { Actor, StaffMember } from '../core/complaint.ts'
import type { Refusal } from '../core/refusal.ts'
import type { Instant } from '../core/vocabulary.ts'

/** What a caller presents. Resolved in the same round trip that loads what they ask for. */
export type Credential =
  /** Granted by a solved challenge; carries no database row, only a signature. */
  | { kind: 'intake'; token: string }
  /** A complainant or representative who gave reference and code, or opened a link. */
  | { kind: 'session'; token: string }
  /** A partner's API key, `rk_...`. */
  | { kind: 'key'; token: string }
  /** A staff member's personal access token, `rp_...`. */
  | { kind: 'staff_token'; token: string }
  /** The cookie of `/admin`. */
  | { kind: 'staff_session'; token: string }
  | { kind: 'none' }

/** Who a credential turned out to be. */
export type Caller =
  | { kind: 'intake'; id: string; site: string }
  | { kind: 'case'; actor: Extract<Actor, { kind: 'complainant' | 'representative' }>; site: string; reference: string }
  | { kind: 'partner'; actor: Extract<Actor, { kind: 'partner' }>; site: string; name: string }
  | { kind: 'staff'; actor: Extract<Actor, { kind: 'staff' }>; staff: Staff }

export interface Staff extends StaffMember {
  name: string
  email: string
  /** Site ids; null means every site. */
  sites: readonly string[] | null
  /** For an outside appointee: the only case they may see. */
  onlyCase: string | null
  active: boolean
}

/** Why an action did not happen, beyond the refusals of the process itself. */
export type Failure =
  | { failed: 'unauthenticated' }
  | { failed: 'forbidden'; needs: string }
  | { failed: 'not_found' }
  | { failed: 'stale'; version: number }
  | { failed: 'conflict' }
  | { failed: 'idempotency_key_reused' }
  | { failed: 'too_many_requests'; retryAfter: number }
  | { failed: 'challenge_failed' }
  | { failed: 'upload_invalid'; why: UploadFault; detail?: Record<string, string | number> }
  | { failed: 'unavailable' }
  | Refusal

export type UploadFault =
  | 'too_large'
  | 'too_many'
  | 'empty'
  | 'type_not_accepted'
  | 'part_size'
  | 'part_digest'
  | 'part_unknown'
  | 'parts_missing'
  | 'file_digest'
  | 'already_complete'

export const isFailure = (value: object): value is Failure => 'failed' in value || 'refused' in value

/** A repeated request with the same key is answered the same, for 24 hours. */
export interface IdempotencyInput {
  key: string
  /** The request as sent, for its fingerprint. */
  body: string
}

/** A site as its configuration tells it. */
export interface Site {
  id: string
  /** `pk_...` */
  publicKey: string
  name: Record<string, string>
  origins: readonly string[]
  locales: readonly string[]
  currencies: readonly string[]
  departments: readonly { id: string; label: Record<string, string> }[]
  links: { terms: string; privacy: string }
  texts: { introduction: Record<string, string>; eligibility: Record<string, string> }
  theme: { accent?: string; radius?: string; font?: string }
  policy: { id: string; version: number }
  mailFrom: string | null
}

export interface Clock {
  now(): Instant
}
