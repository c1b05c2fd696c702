import type { Instant } from '../core/vocabulary.ts'
import type { Message } from '../notify/types.ts'
import type { Services } from './services.ts'
import type { Site } from './types.ts'

/** A message taken from the outbox for one attempt. */
export interface Outgoing {
  message: Message
  /** Of the link the message carries, if any: `rl_...`. */
  linkToken: string | null
  reference: string
  site: Site
  /** Attempts made before this one. */
  attempts: number
}

/** Ids of messages that are due. For the sweep. */
export const dueMessages = async (_services: Services, _limit: number): Promise<string[]> => {
  throw new Error('pending')
}

/**
 * Takes a due message for five minutes, in which nobody else gets it; if it is not settled by then it is due again. Null
 * when it is not due: sent, taken, or failed for good. Null too, and failed, when its case was erased.
 */
export const claimMessage = async (_services: Services, _id: string): Promise<Outgoing | null> => {
  throw new Error('pending')
}

export type Settlement =
  | { state: 'sent' }
  /** To be tried again at a time. */
  | { state: 'queued'; nextAttemptAt: Instant }
  | { state: 'failed' | 'bounced' }

/** Records how the attempt went. What the process must know of it is the caller's to tell: `record_delivery`. */
export const settleMessage = async (_services: Services, _id: string, _settlement: Settlement): Promise<void> => {
  throw new Error('pending')
}

export interface OutboxMessage extends Outgoing {
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'bounced'
}

/** The newest messages, opened. For the local mailbox page. */
export const listMessages = async (_services: Services, _limit: number): Promise<OutboxMessage[]> => {
  throw new Error('pending')
}

/** One message, opened, whatever its state. */
export const findMessage = async (_services: Services, _id: string): Promise<OutboxMessage | null> => {
  throw new Error('pending')
}
