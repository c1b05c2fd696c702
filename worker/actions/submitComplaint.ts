import type { Submission } from '../core/decide/index.ts'
import type { Services } from './services.ts'
import type { Credential, Failure, IdempotencyInput, Submitted } from './types.ts'

export interface Intended {
  submission: Submission
  /** `pk_...`; for staff, whose token is not tied to a site. Another caller's must be the site of their own credential. */
  siteKey?: string | undefined
  idempotency?: IdempotencyInput | undefined
}

/** Files a complaint: by a visitor with an intake token, a partner, or staff on somebody's behalf. Two D1 round trips. */
export const submitComplaint = async (
  _services: Services,
  _credential: Credential,
  _intended: Intended,
): Promise<Submitted | Failure> => {
  throw new Error('pending')
}
