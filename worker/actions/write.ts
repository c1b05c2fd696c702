import type { Prepared } from './prepare.ts'
import type { Services } from './services.ts'
import type { Failure } from './types.ts'

/**
 * Stores what was prepared, in one transaction and one round trip, then hands its messages to the queue. Answers null, or
 * the error it failed with; D1's errors carry no code, so only loading again tells whether somebody else was quicker.
 */
export const write = async (
  services: Services,
  prepared: readonly Prepared[],
  also: readonly D1PreparedStatement[] = [],
): Promise<Error | null> => {
  try {
    await services.db.batch([...prepared.flatMap(({ statements }) => statements), ...also])
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
  const messages = prepared.flatMap(({ messages }) => messages)
  // The sweep sends what the queue does not.
  if (messages.length > 0)
    services.waitUntil(
      services.env.OUTBOX.sendBatch(messages.map((message) => ({ body: { message } }))).catch(() => undefined),
    )
  return null
}

/** What to answer when storing failed and nobody else is to blame. */
export const unavailable = (error: Error | null): Failure => {
  console.error('Storing failed:', error?.message)
  return { failed: 'unavailable' }
}
