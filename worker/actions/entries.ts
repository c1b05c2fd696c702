import { fromBase64url, toBase64url } from '../core/encoding.ts'
import type { Event, FoldableEvent } from '../core/events.ts'
import { chainAll, type Entry, type OpenedEntry } from '../core/ledger.ts'
import type { EventRecord } from '../store/events.ts'
import { type CaseKey, openText, sealText } from '../vault/seal.ts'

/** What is sealed of an entry. */
type Sealed = readonly [salt: string, text: Event['text']]

const newSalt = () => toBase64url(crypto.getRandomValues(new Uint8Array(16)))

const raw = (text: string) => {
  const bytes = fromBase64url(text)
  if (!bytes) throw new TypeError('Not base64url')
  return bytes
}

/** Chains events to the ledger that ends with `head`, seals their text, and makes them ready to be stored. */
export const sealEvents = async (
  caseKey: CaseKey,
  head: { seq: number; hash: string },
  events: readonly Event[],
): Promise<EventRecord[]> => {
  const contents = events.map(({ type, facts, text }) => ({
    facts: { type, ...facts },
    factSalt: newSalt(),
    text,
    salt: newSalt(),
  }))
  const entries = await chainAll(head, contents)
  return Promise.all(
    entries.map(async ({ seq, facts, factSalt, commit, hash }, i) => {
      const { text = null, salt = '' } = contents[i] ?? {}
      const sealed = await sealText(caseKey, seq, [salt, text] satisfies Sealed)
      return { seq, facts, factSalt: raw(factSalt), commit: raw(commit), hash: raw(hash), sealed }
    }),
  )
}

/** An event without its text: all that visibility and folding need. */
export const foldable = ({ facts: { type, ...facts } }: EventRecord): FoldableEvent =>
  ({ type, facts }) as FoldableEvent

const unseal = (caseKey: CaseKey | null, record: EventRecord) => openText<Sealed>(caseKey, record.seq, record.sealed)

/** The event with its text, or without where the case was erased. */
export const openEvent = async (caseKey: CaseKey | null, record: EventRecord): Promise<Event> => {
  const opened = await unseal(caseKey, record)
  return { ...foldable(record), text: opened.erased ? null : opened.value[1] } as Event
}

/** The entry of the ledger with its text and salt, or without where the case was erased. */
export const openEntry = async (
  caseKey: CaseKey | null,
  record: EventRecord,
): Promise<Omit<Entry<object>, 'body'> & Partial<Pick<OpenedEntry<object, object>, 'text' | 'salt'>>> => {
  const { seq, facts, factSalt, commit, hash } = record
  const opened = await unseal(caseKey, record)
  const entry = {
    seq,
    facts,
    factSalt: toBase64url(factSalt),
    commit: toBase64url(commit),
    hash: toBase64url(hash),
  }
  return opened.erased ? entry : { ...entry, text: opened.value[1], salt: opened.value[0] }
}
