import { toBase64url } from '../core/encoding.ts'
import { fold } from '../core/evolve.ts'
import { bodyOf, canonical, type Verdict, verify } from '../core/ledger.ts'
import { caseQuery } from '../store/cases.ts'
import { ledgerQuery } from '../store/events.ts'
import { ask } from '../store/sql.ts'
import { openCaseKey } from '../vault/seal.ts'
import { foldable, openEntry } from './entries.ts'
import type { Services } from './services.ts'

export interface CaseVerdict {
  /** Whether the chain holds, with every text that still opens, and ends where the case says. */
  ledger: Verdict
  /** Whether folding the ledger gives the stored state. */
  folds: boolean
}

/** Reads the whole ledger of a case and holds it against what is stored. Null when there is no such case. */
export const verifyCase = async ({ db, keys }: Services, reference: string): Promise<CaseVerdict | null> => {
  const { record, events } = await ask(db, {
    record: caseQuery(db, reference),
    events: ledgerQuery(db, reference, 0, Number.MAX_SAFE_INTEGER),
  })
  if (!record) return null
  const caseKey = await openCaseKey((await keys()).master, reference, record.caseKey)
  const entries = await Promise.all(
    events.map(async (event) => {
      const entry = await openEntry(caseKey, event)
      return { ...entry, body: await bodyOf(entry.facts, entry.factSalt, entry.commit) }
    }),
  )
  return {
    ledger: await verify(reference, entries, toBase64url(record.head)),
    folds: canonical(fold(events.map(foldable))) === canonical(record.state),
  }
}
