import type { Appended } from '../core/decide/index.ts'
import type { CaseView } from '../core/view.ts'
import type { Instant } from '../core/vocabulary.ts'
import { messagesFor } from '../notify/compose.ts'
import { LINK_DAYS, type Message } from '../notify/types.ts'
import { insertLink, type LinkRecord } from '../store/access.ts'
import { insertMessage } from '../store/outbox.ts'
import { type CaseKey, openText, sealText } from '../vault/seal.ts'
import { hashSecret, newToken } from '../vault/tokens.ts'
import type { Card } from './card.ts'
import { policyOf } from './policies.ts'
import { later, type Services } from './services.ts'
import type { Site, Staff } from './types.ts'

/** What is sealed into the outbox: the message, and the token of its link. */
export interface SealedMessage {
  message: Message
  linkToken: string | null
}

const slot = (id: string) => `outbox:${id}`

export const openMessage = (caseKey: CaseKey | null, id: string, sealed: Uint8Array | null) =>
  openText<SealedMessage>(caseKey, slot(id), sealed)

export interface Readers {
  /** As the case held them before the events. */
  card: Card
  site: Site
  staff: readonly Staff[]
  /** The case as the complainant sees it after the events. */
  view: CaseView | null
}

/** Composes what is to be told of these events, and how to store it: messages in the outbox, links by their hash. */
export const outboxFor = async (
  services: Services,
  appended: Appended,
  caseKey: CaseKey,
  { card, site, staff, view }: Readers,
): Promise<{ ids: string[]; statements: D1PreparedStatement[] }> => {
  const { db } = services
  const now = services.now()
  const { reference, policy } = appended.case
  const messages = messagesFor(appended, card, site, { policy: policyOf(policy), view, staff })
  const stored = await Promise.all(
    messages.map(async (message) => {
      const { id, seq, channel, template } = message
      const linkToken = message.link ? newToken('link', services.database) : null
      const sealed = await sealText(caseKey, slot(id), { message, linkToken } satisfies SealedMessage)
      const row = insertMessage(db, { id, reference, seq, channel, template, sealed }, now)
      return linkToken ? [row, insertLink(db, await linkOf(message, reference, linkToken, now))] : [row]
    }),
  )
  return { ids: messages.map(({ id }) => id), statements: stored.flat() }
}

const linkOf = async (message: Message, reference: string, token: string, now: Instant): Promise<LinkRecord> => {
  const purpose = message.link ?? 'access'
  return {
    hash: await hashSecret(token),
    reference,
    holder: message.recipient,
    purpose,
    channel: message.channel === 'sms' ? 'phone' : 'email',
    expiresAt: later(now, LINK_DAYS[purpose] * 86_400_000),
  }
}
