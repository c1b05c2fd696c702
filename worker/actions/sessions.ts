import type { Services } from './services.ts'
import type { Failure, Grant } from './types.ts'

export interface OpenedSession extends Grant {
  reference: string
  as: 'complainant' | 'representative'
  /** Only from a link that reissues access: a new code, the old one having ended. */
  accessCode?: string
}

/** A link to an address that nobody had confirmed opens nothing: it only confirms. */
export interface ConfirmedContact {
  confirmed: 'email' | 'phone'
}

/**
 * Reference and access code, as typed, or the token of a link. A wrong number, a wrong code and a used link are all
 * `unauthenticated`.
 */
export const openSession = async (
  _services: Services,
  _given: { reference: string; accessCode: string } | { link: string },
): Promise<OpenedSession | ConfirmedContact | Failure> => {
  throw new Error('pending')
}

/** Ends a session; one that has ended already is no error. */
export const endSession = async (_services: Services, _token: string): Promise<void> => {
  throw new Error('pending')
}
