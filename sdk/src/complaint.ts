import { type Connection, json, request } from './request.ts'
import type { Command, Complaint, ComplaintList, ComplaintQuery, LedgerPage, Submission, Submitted } from './types.ts'

export interface MutationOptions {
  idempotencyKey?: string | undefined
  signal?: AbortSignal | undefined
}

/** Files a complaint. Keep the answer's `accessCode`: it is shown this once. */
export const submit = (
  connection: Connection,
  submission: Submission,
  options: MutationOptions = {},
): Promise<Submitted> => json(connection, '/v1/complaints', { method: 'POST', body: submission, ...options })

/** A case and the tag under which it was served. */
export interface Served {
  complaint: Complaint
  etag: string | null
}

/** The case as this caller may see it; null when it is still the one with this `etag`. */
export async function complaint(
  connection: Connection,
  reference: string,
  options: { etag?: string | null | undefined; signal?: AbortSignal | undefined } = {},
): Promise<Served | null> {
  const answer = await request(connection, at(reference), {
    headers: options.etag ? { 'if-none-match': options.etag } : {},
    signal: options.signal,
  })
  if (answer.status === 304) return null
  return { complaint: (await answer.json()) as Complaint, etag: answer.headers.get('etag') }
}

/**
 * Gives one command and returns the case after it. With `expectedVersion` in the command, a case that has moved on since
 * refuses it as `stale`.
 */
export const command = (
  connection: Connection,
  reference: string,
  command: Command,
  options: MutationOptions = {},
): Promise<Complaint> => json(connection, `${at(reference)}/commands`, { method: 'POST', body: command, ...options })

export const listComplaints = (
  connection: Connection,
  query: ComplaintQuery = {},
  options: { signal?: AbortSignal | undefined } = {},
): Promise<ComplaintList> => json(connection, '/v1/complaints', { query: { ...query }, ...options })

/** The ledger as this caller may see it, from after entry `after` on. `verify` checks it. */
export const events = (
  connection: Connection,
  reference: string,
  options: { after?: number | undefined; limit?: number | undefined; signal?: AbortSignal | undefined } = {},
): Promise<LedgerPage> =>
  json(connection, `${at(reference)}/events`, {
    query: { after: options.after, limit: options.limit },
    signal: options.signal,
  })

/** Everything of the case as a ZIP. */
export const dossier = (
  connection: Connection,
  reference: string,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<Response> => request(connection, `${at(reference)}/dossier`, options)

const at = (reference: string) => `/v1/complaints/${encodeURIComponent(reference)}`
