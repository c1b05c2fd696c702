import type { Services } from './services.ts'
import type { Failure, Grant, Staff } from './types.ts'

/** How long a sign-in link works, minutes. */
export const SIGN_IN_MINUTES = 15

export interface SignInLink extends Grant {
  staff: Staff
}

/**
 * One-time links for the active staff with this address; empty when there is none. Somebody appointed from outside for
 * several cases gets one for each.
 */
export const createSignInLinks = async (_services: Services, _email: string): Promise<SignInLink[]> => {
  throw new Error('pending')
}

/** Uses up a sign-in link. The token is for the cookie of `/admin`; it works for twelve hours. */
export const openStaffSession = async (_services: Services, _link: string): Promise<Grant | Failure> => {
  throw new Error('pending')
}

export const endStaffSession = async (_services: Services, _token: string): Promise<void> => {
  throw new Error('pending')
}

/** A personal access token, `rp_...`: shown once. `expiresAt` null works until revoked. */
export const createStaffToken = async (
  _services: Services,
  _staff: string,
  _options: { label: string; expiresAt?: string | null },
): Promise<{ id: string; token: string } | Failure> => {
  throw new Error('pending')
}

export const revokeStaffToken = async (_services: Services, _id: string): Promise<void> => {
  throw new Error('pending')
}
