import { type Connection, json } from './request.ts'
import type { Challenge, Grant } from './types.ts'

/** Digests in flight at once: enough to keep the other threads of WebCrypto busy. */
const BATCH = 256

/**
 * Finds the number whose hash the challenge names (ALTCHA proof of work: SHA-256 of salt and number).
 *
 * @returns the payload for `redeem`.
 * @throws {RangeError} when no number fits, the signal's reason when it is aborted.
 */
export async function solve(challenge: Challenge, options: { signal?: AbortSignal | undefined } = {}): Promise<string> {
  const { salt, maxnumber } = challenge
  for (let start = 0; start <= maxnumber; start += BATCH) {
    options.signal?.throwIfAborted()
    const size = Math.min(BATCH, maxnumber - start + 1)
    const hashes = await Promise.all(Array.from({ length: size }, (_, i) => hashOf(salt + (start + i))))
    const found = hashes.indexOf(challenge.challenge)
    if (found >= 0) return payloadOf(challenge, start + found)
  }
  throw new RangeError('This challenge has no solution')
}

export const challenge = (
  connection: Connection,
  siteKey: string,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<Challenge> => json(connection, '/v1/challenges', { method: 'POST', body: { siteKey }, ...options })

/** Exchanges a solution for the token that uploads and files one complaint. */
export const redeem = (
  connection: Connection,
  payload: string,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<Grant> => json(connection, '/v1/challenges/solutions', { method: 'POST', body: { payload }, ...options })

const hashOf = async (text: string) => {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

const payloadOf = ({ algorithm, challenge, salt, signature }: Challenge, number: number) =>
  btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }))
