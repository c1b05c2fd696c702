import type { Verdict } from '../core/ledger.ts'
import type { Services } from './services.ts'

export interface CaseVerdict {
  /** Whether the chain holds, with every text that still opens, and ends where the case says. */
  ledger: Verdict
  /** Whether folding the ledger gives the stored state. */
  folds: boolean
}

/** Reads the whole ledger of a case and holds it against what is stored. Null when there is no such case. */
export const verifyCase = async (_services: Services, _reference: string): Promise<CaseVerdict | null> => {
  throw new Error('pending')
}
