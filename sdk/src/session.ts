import { type Connection, json, request } from './request.ts'
import type { AccessRequest, Session, SessionInput } from './types.ts'

/**
 * Opens a case for its complainant: by number and access code, or by the one-time link of a message. A link to an address
 * that was not confirmed yet only confirms it, and opens nothing.
 */
export const openSession = (
  connection: Connection,
  by: SessionInput,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<Session> => json(connection, '/v1/sessions', { method: 'POST', body: by, ...options })

/** Ends the session whose token the connection carries. */
export async function endSession(connection: Connection): Promise<void> {
  await request(connection, '/v1/sessions', { method: 'DELETE' })
}

/**
 * Asks for a new access code. Resolves alike whether or not number and contact belong together; if they do, a one-time
 * link is on its way to that contact.
 */
export async function requestAccess(
  connection: Connection,
  by: AccessRequest,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<void> {
  await request(connection, '/v1/access-requests', { method: 'POST', body: by, ...options })
}
