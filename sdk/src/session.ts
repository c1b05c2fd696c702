import { type Connection, json, request } from './request.ts'
import type { Session, SessionInput } from './types.ts'

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
