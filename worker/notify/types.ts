import type { Instant } from '../core/vocabulary.ts'
import type { Common, Letters, Template } from './letters.ts'

/** Days for which a one-time link in a message works, by what it may do. */
export const LINK_DAYS = { confirm: 30, access: 7, reissue: 7 } as const

/** Names and addresses of a case, opened from its sealed contact record. */
export interface People {
  complainant: { name?: string; email?: string; phone?: string; preferredChannel?: string; customerReference?: string }
  representative: { name: string; relation: string; email?: string; phone?: string } | null
}

/** What letters say about a site. */
export interface SiteOfLetters {
  publicKey: string
  name: Record<string, string>
  locales: readonly string[]
}

/** A member of staff as far as letters go. */
export interface StaffOfLetters {
  id: string
  name: string
  email: string
  roles: readonly string[]
}

export interface Envelope {
  /** Stable: the same event always makes the same id, so that a repeat is recognised. */
  id: string
  channel: 'email' | 'sms'
  /** `complainant`, the id of a representative or of a member of staff; `former` for an address that was replaced. */
  recipient: string
  address: string
  language: string
  /** The event that caused it. */
  seq: number
  /** When that was. */
  at: Instant
  /** Its arrival stops a clock. */
  notice: boolean
  /** Its arrival acknowledges the complaint. */
  acknowledges: boolean
  /** The information request it carries, so that a bounce is known for what it is. */
  request: string | null
  /** A link with a one-time token: `confirm` only confirms the address, `access` opens the case, `reissue` also shows a new code. */
  link: keyof typeof LINK_DAYS | null
}

/** A message to somebody, before it is sealed into the outbox. Rendered when it is sent. */
export type Message = { [T in Template]: Envelope & { template: T; params: Common & Letters[T] } }[Template]
