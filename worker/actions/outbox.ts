import type { Instant } from '../core/vocabulary.ts'
import type { Message } from '../notify/types.ts'
import {
  claimStatement,
  dueMessagesQuery,
  keepStatement,
  messageQuery,
  newestMessagesQuery,
  type OutboxRecord,
  type OutboxState,
  settleStatement,
} from '../store/outbox.ts'
import { ask } from '../store/sql.ts'
import { openCaseKey } from '../vault/seal.ts'
import { openMessage } from './messages.ts'
import { later, type Services } from './services.ts'
import type { Site } from './types.ts'

/** A message taken from the outbox for one attempt. */
export interface Outgoing {
  message: Message
  /** `rl_...`, of the link that the message carries. */
  linkToken: string | null
  reference: string
  site: Site
  /** Attempts made before this one. */
  attempts: number
}

export interface OutboxMessage extends Outgoing {
  state: OutboxState
}

/** For how long a message is taken: an attempt that was not settled by then is made again. */
const CLAIM = 5 * 60_000

/** Ids of messages that are due, for the sweep. */
export const dueMessages = async ({ db, now }: Services, limit: number): Promise<string[]> =>
  (await ask(db, { ids: dueMessagesQuery(db, now(), limit) })).ids

/** Takes a due message; null when it is sent, taken by somebody else, failed for good, or its case was erased. */
export const claimMessage = async (services: Services, id: string): Promise<Outgoing | null> => {
  const { db, now } = services
  const at = now()
  const { taken, record } = await ask(db, {
    taken: { statement: claimStatement(db, id, later(at, CLAIM), at), read: (rows) => rows.length > 0 },
    record: messageQuery(db, id),
  })
  if (!taken || !record) return null
  const opened = await open(services, record)
  if (opened) return { ...opened, attempts: opened.attempts - 1 }
  await settleMessage(services, id, { state: 'failed' })
  return null
}

export type Settlement =
  | { state: 'sent' | 'failed' | 'bounced' }
  /** To be tried again at a time. */
  | { state: 'queued'; nextAttemptAt: Instant }

/** Records how an attempt went. What the process must know of it is the caller's to tell, by `record_delivery`. */
export const settleMessage = async ({ db, env }: Services, id: string, settlement: Settlement): Promise<void> => {
  const next = settlement.state === 'queued' ? settlement.nextAttemptAt : null
  const kept = env.ENVIRONMENT === 'local' && !next
  await (kept ? keepStatement(db, id, settlement.state) : settleStatement(db, id, settlement.state, next)).run()
}

/** The newest messages, for the local mailbox page; those whose words are gone are left out. */
export const listMessages = async (services: Services, limit: number): Promise<OutboxMessage[]> => {
  const { records } = await ask(services.db, { records: newestMessagesQuery(services.db, limit) })
  const opened = await Promise.all(records.map((record) => open(services, record)))
  return opened.filter((message) => message !== null)
}

/** One message, whatever its state; null when its words are gone. */
export const findMessage = async (services: Services, id: string): Promise<OutboxMessage | null> => {
  const { record } = await ask(services.db, { record: messageQuery(services.db, id) })
  return record && open(services, record)
}

const open = async (services: Services, record: OutboxRecord): Promise<OutboxMessage | null> => {
  const { id, reference, state, attempts, site } = record
  const { master } = await services.keys()
  const opened = await openMessage(await openCaseKey(master, reference, record.caseKey), id, record.sealed)
  return opened.erased ? null : { ...opened.value, reference, site, attempts, state }
}
