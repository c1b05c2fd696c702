import type { Actor } from '../core/complaint.ts'
import type { Refusal } from '../core/refusal.ts'
import type { Instant } from '../core/vocabulary.ts'
import type { Staff } from '../store/types.ts'

export { type PartnerKey, SCOPES, type Scope, type Site, type Staff } from '../store/types.ts'

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

/** Why an action did not happen, beyond the refusals of the process itself. */
export type Failure =
  | { failed: 'unauthenticated' }
  /** What the caller would need: a scope, a role, or a kind of credential. */
  | { failed: 'forbidden'; needs: string }
  | { failed: 'not_found' }
  /** The case is at another version than the caller expected. */
  | { failed: 'stale'; version: number }
  /** Others were quicker, twice; or the partner's own number has a complaint already. */
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
  | 'extension_differs'
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
  /** The request as sent, for its fingerprint: method, path and body. */
  body: string
}

/** A secret that works until a time. */
export interface Grant {
  token: string
  expiresAt: Instant
}

export interface Submitted {
  reference: string
  /** Null unless a visitor filed it: staff and partners never see a code. */
  accessCode: string | null
  receivedAt: Instant
  promises: { kind: string; dueAt: Instant }[]
  /** Compact JWS over what was received, see `vault/receipt.ts`. */
  receipt: string
  session: Grant | null
  /** Whose the code and the session are. */
  sessionOf: 'complainant' | 'representative'
}
