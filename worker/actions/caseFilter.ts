import type { CaseView } from '../core/view.ts'
import type { Instant, Stage } from '../core/vocabulary.ts'
import type { Order } from '../store/lists.ts'

/** Which cases to list; all of them that the caller may see unless told. */
export interface CaseFilter {
  /** Site id. */
  site?: string | undefined
  stage?: Stage | undefined
  category?: string | undefined
  channel?: string | undefined
  /** Staff id, or `none` for cases nobody has; staff only. */
  assignee?: string | undefined
  state?: 'open' | 'closed' | undefined
  /** Open cases in which this side is waited for. */
  awaiting?: NonNullable<CaseView['awaiting']> | undefined
  /** Open cases with a deadline of ours before this moment; goes with `order: 'due'`. */
  dueBefore?: Instant | undefined
  /** Cases changed at this moment or later. */
  updatedSince?: Instant | undefined
  /** The partner's own number; partners only. */
  externalReference?: string | undefined
  /** An e-mail address or telephone number of the complainant, whole; staff only. */
  contact?: string | undefined
  /** `updated`: newest change first, unless told. `due`: open cases, earliest deadline of ours first. */
  order?: Order | undefined
  cursor?: string | undefined
  /** 1 to 100; 50 unless told. */
  limit?: number | undefined
}
