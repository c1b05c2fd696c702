import type { CommandOf, CommandType } from '../../worker/core/decide/index.ts'
import type { Submission as Filed } from '../../worker/core/decide/intake.ts'
import type { AnyEntry } from '../../worker/core/ledger.ts'
import type { CaseView } from '../../worker/core/view.ts'

export type Complaint = CaseView
export type Command = { [T in CommandType]: Partial<CommandOf<T>> & { type: T; expectedVersion?: number } }[CommandType]
export type Submission = Partial<Filed> & Pick<Filed, 'language' | 'narrative' | 'consent'> & { siteKey?: string }

export interface Site {
  siteKey: string
  name: string
  locale: string
  locales: string[]
  introduction: string
  eligibility: string
  links: { terms: string; privacy: string }
  categories: { id: string; label: string }[]
  remedies: { kind: string; label: string }[]
  departments: { id: string; label: string }[]
  currencies: string[]
  anonymous: boolean
  channels: { email: boolean; phone: boolean }
  promise: {
    acknowledgeHours: number
    reviewHours: number
    planRounds: number
    replyWorkingDays: number
    appealWorkingDays: number
  }
  bodies: { kind: string; name: string; url?: string }[]
  limits: { files: number; fileBytes: number; partBytes: number; accept: string[] }
  theme: { accent?: string; radius?: string; font?: string }
}

export interface Challenge {
  algorithm: 'SHA-256'
  challenge: string
  salt: string
  signature: string
  maxnumber: number
}

export interface Grant {
  token: string
  expiresAt: string
}

export interface UploadState {
  id: string
  partBytes: number
  parts: number
  received: number[]
}

export interface Evidence {
  id: string
  name: string
  type: string
  size: number
  sha256: string
}

export interface Submitted {
  reference: string
  accessCode: string | null
  receivedAt: string
  promises: { kind: string; dueAt: string }[]
  receipt: string
  session: { token: string; expiresAt: string } | null
  sessionOf: 'complainant' | 'representative'
}

export type SessionInput = { reference: string; accessCode: string } | { link: string }

export type Session =
  | { token: string; expiresAt: string; reference: string; as: 'complainant' | 'representative'; accessCode?: string }
  | { confirmed: 'email' | 'phone' }

export interface ComplaintQuery {
  stage?: string
  category?: string
  channel?: string
  updatedSince?: string
  externalReference?: string
  cursor?: string
  limit?: number
}

export interface ComplaintList {
  data: {
    reference: string
    stage: string
    outcome: string | null
    category: string
    receivedAt: string
    updatedAt: string
    nextDueAt: string | null
  }[]
  next: string | null
}

export interface LedgerPage {
  data: AnyEntry[]
  next: number | null
}

export type Summary = Record<string, unknown>
