import type { Event } from '../core/events.ts'
import { bodyOf, type Entry, type HiddenEntry, type OpenedEntry } from '../core/ledger.ts'
import { visibleTo } from '../core/view.ts'
import { seesWords } from './access.ts'
import { foldable, openEntry } from './entries.ts'
import { load } from './load.ts'
import type { Services } from './services.ts'
import { type Credential, type Failure, isFailure } from './types.ts'

/** Opened where this caller may see the event; without text where that was erased; else its body alone. */
export type LedgerEntry = OpenedEntry | Entry | HiddenEntry

export interface LedgerPage {
  data: LedgerEntry[]
  /** Pass as `after` for the next page; null at the end. */
  next: number | null
}

const MOST = 200

/** The ledger from the entry after `after` on, 100 entries unless told, at most 200. `facts` name the event's `type`. */
export const readLedger = async (
  services: Services,
  credential: Credential,
  reference: string,
  { after = 0, limit = 100 }: { after?: number | undefined; limit?: number | undefined } = {},
): Promise<LedgerPage | Failure> => {
  const length = Math.min(Math.max(limit, 1), MOST)
  const loaded = await load(services, {
    credential,
    reference,
    scope: 'complaints:read',
    staff: false,
    ledger: { after, limit: length + 1 },
  })
  if (isFailure(loaded)) return loaded
  const { caller, case: c, caseKey, events } = loaded
  if (caller.kind !== 'system' && !seesWords(caller)) return { failed: 'forbidden', needs: 'handler' }
  const data = await Promise.all(
    events.slice(0, length).map(async (record): Promise<LedgerEntry> => {
      const entry = await openEntry(caseKey, record)
      const body = await bodyOf(entry.facts, entry.factSalt, entry.commit)
      return visibleTo(c, foldable(record) as Event, caller)
        ? { ...entry, body }
        : { seq: entry.seq, body, hash: entry.hash }
    }),
  )
  return { data, next: events.length > length ? (data.at(-1)?.seq ?? null) : null }
}
