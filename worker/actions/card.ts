import type { Event } from '../core/events.ts'
import type { People } from '../notify/types.ts'
import { type CaseKey, openText, sealText } from '../vault/seal.ts'

/** Who a case is with and what it is about, kept sealed beside the case for lists and messages. */
export interface Card extends People {
  subject: string | null
}

const EMPTY: Card = { complainant: {}, representative: null, subject: null }
const SLOT = 'card'

export const sealCard = (caseKey: CaseKey, card: Card) => sealText(caseKey, SLOT, card)

/** Null once erased. */
export const openCard = async (caseKey: CaseKey | null, sealed: Uint8Array | null): Promise<Card | null> => {
  const opened = await openText<Card>(caseKey, SLOT, sealed)
  return opened.erased ? null : opened.value
}

/** The card after some events; null begins one. */
export const cardAfter = (card: Card | null, events: readonly Event[]): Card => events.reduce(corrected, card ?? EMPTY)

const corrected = (card: Card, event: Event): Card => {
  switch (event.type) {
    case 'received': {
      const { complainant = {}, representative = null, subject = null } = event.text ?? {}
      return { complainant: present(complainant), representative, subject } as Card
    }
    case 'contact_corrected': {
      const { name, email, phone, preferredChannel } = event.text ?? {}
      return { ...card, complainant: { ...card.complainant, ...present({ name, email, phone, preferredChannel }) } }
    }
    case 'rectified': {
      const { name, customerReference, subject } = event.text?.changes ?? {}
      return {
        ...card,
        complainant: { ...card.complainant, ...present({ name, customerReference }) },
        subject: subject ?? card.subject,
      }
    }
    default:
      return card
  }
}

/** Without the members that are undefined. */
const present = <T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
