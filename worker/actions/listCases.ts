import type { CaseView } from '../core/view.ts'
import type { Instant, Outcome, Risk, Stage } from '../core/vocabulary.ts'
import type { Services } from './services.ts'
import type { Caller, Failure } from './types.ts'

export interface CaseFilter {
  /** Site id. */
  site?: string | undefined
  stage?: Stage | undefined
  category?: string | undefined
  channel?: string | undefined
  /** Staff id; `none` for cases nobody has. Staff only. */
  assignee?: string | undefined
  /** `open` or `closed`. */
  state?: 'open' | 'closed' | undefined
  /** Open cases in which this side is waited for. Staff only. */
  awaiting?: NonNullable<CaseView['awaiting']> | undefined
  /** Open cases with a deadline before this moment. Staff only; goes with `order: 'due'`. */
  dueBefore?: Instant | undefined
  /** Cases changed at this moment or later. */
  updatedSince?: Instant | undefined
  /** The partner's own number; partners only. */
  externalReference?: string | undefined
  /** An e-mail address or telephone number of the complainant, exactly; staff only. */
  contact?: string | undefined
  /** `updated`: newest change first. `due`: open cases, earliest deadline first. */
  order?: 'updated' | 'due' | undefined
  cursor?: string | undefined
  /** 1 to 100; 50 unless told. */
  limit?: number | undefined
}

export interface CaseSummary {
  reference: string
  site: string
  stage: Stage
  outcome: Outcome | null
  category: string
  channel: string
  receivedAt: Instant
  updatedAt: Instant
  closedAt: Instant | null
  nextDueAt: Instant | null
  awaiting: CaseView['awaiting']
  risk: Risk
  escalation: number
  assignee: string | null
  department: string | null
  /** Null for partners, and once erased. */
  subject: string | null
  complainant: string | null
}

export interface CasePage {
  data: CaseSummary[]
  /**
   * Opaque. A page may hold fewer cases than asked for although more follow: a page looks at a bounded number of cases.
   */
  next: string | null
}

/** Cases this caller may see, page by page. One D1 round trip. An unreadable cursor starts from the beginning. */
export const listCases = async (
  _services: Services,
  _caller: Caller,
  _filter: CaseFilter = {},
): Promise<CasePage | Failure> => {
  throw new Error('pending')
}
