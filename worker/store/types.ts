import type { StaffMember } from '../core/complaint.ts'
import type { Instant } from '../core/vocabulary.ts'

export interface Staff extends StaffMember {
  name: string
  email: string
  /** Site ids; null means every site. */
  sites: readonly string[] | null
  /** For somebody appointed from outside: the only case they may see. */
  onlyCase: string | null
  active: boolean
}

/** A site as its configuration tells it. Texts are by language, BCP 47. */
export interface Site {
  id: string
  /** `pk_...` */
  publicKey: string
  name: Record<string, string>
  /** Origins of the pages that may embed the widget. */
  origins: readonly string[]
  locales: readonly string[]
  /** ISO 4217. */
  currencies: readonly string[]
  departments: readonly { id: string; label: Record<string, string> }[]
  links: { terms: string; privacy: string }
  texts: { introduction: Record<string, string>; eligibility: Record<string, string> }
  theme: { accent?: string; radius?: string; font?: string }
  policy: { id: string; version: number }
  /** Address messages come from, if not the installation's own. */
  mailFrom: string | null
}

/** What a partner's key may do. */
export const SCOPES = [
  'complaints:write',
  'complaints:read',
  'complaints:act',
  'complaints:all',
  'reports:read',
] as const
export type Scope = (typeof SCOPES)[number]

export interface PartnerKey {
  id: string
  /** The same for all keys of one partner. */
  partner: string
  site: string
  name: string
  scopes: readonly Scope[]
  createdAt: Instant
  expiresAt: Instant | null
}
