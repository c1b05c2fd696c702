import type { ContactState } from '../core/complaint.ts'

/** Names and addresses of a case, opened from its sealed contact record. */
export interface People {
  complainant: { name?: string; email?: string; phone?: string; preferredChannel?: string; customerReference?: string }
  representative: { name: string; relation: string; email?: string; phone?: string } | null
}

/** A message to somebody, before it is sealed into the outbox. Rendered when it is sent. */
export interface Message {
  id: string
  /** Which text; see `templates`. */
  template: string
  channel: 'email' | 'sms'
  /** `complainant`, the id of a representative, or the id of a member of staff. */
  recipient: string
  address: string
  language: string
  /** Values for the template: reference, stage, dates, words said. Strings are escaped when rendered. */
  params: Record<string, string | number | boolean | null | readonly string[]>
  /** The event that caused it. */
  seq: number
  /** Its arrival acknowledges the complaint. */
  acknowledges: boolean
  /** The information request it carries, so that a bounce is known for what it is. */
  request: string | null
  /** A link with a one-time token: `confirm` only confirms the address, `access` opens the case, `reissue` also shows a new code. */
  link: 'confirm' | 'access' | 'reissue' | null
}

export type { ContactState }
