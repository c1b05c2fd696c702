import type { Prepared } from './prepare.ts'
import type { Services } from './services.ts'

/**
 * Stores what was prepared, in one transaction and one round trip, then hands its messages to the queue. False when it
 * failed; D1's errors carry no code, so only loading again tells why.
 */
export const write = async (
  services: Services,
  prepared: readonly Prepared[],
  also: readonly D1PreparedStatement[] = [],
): Promise<boolean> => {
  try {
    await services.db.batch([...prepared.flatMap(({ statements }) => statements), ...also])
  } catch (error) {
    console.warn('Appending failed:', error instanceof Error ? error.message : error)
    return false
  }
  const messages = prepared.flatMap(({ messages }) => messages)
  // The sweep sends what the queue does not.
  if (messages.length > 0)
    services.waitUntil(
      services.env.OUTBOX.sendBatch(messages.map((message) => ({ body: { message } }))).catch(() => undefined),
    )
  return true
}
