import type { Complaint } from '../core/complaint.ts'
import type { Entry, HiddenEntry, OpenedEntry } from '../core/ledger.ts'
import type { CaseView } from '../core/view.ts'
import type { CaseKey } from '../vault/seal.ts'
import type { Services } from './services.ts'
import type { Caller, Credential, Failure } from './types.ts'

/** A case opened for one caller. */
export interface OpenCase {
  caller: Caller
  case: Complaint
  view: CaseView
  /** Null once the case was erased. */
  caseKey: CaseKey | null
}

/** Opens a case: its view, and the key its evidence is wrapped with. One D1 round trip. */
export const openCase = async (
  _services: Services,
  _credential: Credential,
  _reference: string,
): Promise<OpenCase | Failure> => {
  throw new Error('pending')
}

/** The case as this caller may see it. One D1 round trip. */
export const readCase = async (
  services: Services,
  credential: Credential,
  reference: string,
): Promise<CaseView | Failure> => {
  const opened = await openCase(services, credential, reference)
  return 'view' in opened ? opened.view : opened
}

/** Opened where this caller may see the event; without text where that was erased; else its body alone. */
export type LedgerEntry = OpenedEntry | Entry | HiddenEntry

export interface LedgerPage {
  data: LedgerEntry[]
  /** Pass as `after` for the next page; null at the end. */
  next: number | null
}

/** The ledger from the entry after `after` on. `facts` of an entry name the event's `type`. */
export const readLedger = async (
  _services: Services,
  _credential: Credential,
  _reference: string,
  _page: { after?: number; limit?: number } = {},
): Promise<LedgerPage | Failure> => {
  throw new Error('pending')
}
