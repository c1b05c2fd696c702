import type { Complaint } from '../core/complaint.ts'
import type { CaseView } from '../core/view.ts'
import type { CaseKey } from '../vault/seal.ts'
import { seesWords } from './access.ts'
import { viewOf } from './caseView.ts'
import { type Acting, load } from './load.ts'
import type { Services } from './services.ts'
import { type Credential, type Failure, isFailure } from './types.ts'

/** A case opened for one caller. */
export interface OpenCase {
  caller: Acting
  case: Complaint
  view: CaseView
  /** Null once the case was erased. */
  caseKey: CaseKey | null
}

/** Opens a case: its view, and the key its evidence is wrapped with. One D1 round trip. */
export const openCase = async (
  services: Services,
  credential: Credential,
  reference: string,
): Promise<OpenCase | Failure> => {
  const staff = credential.kind === 'staff_token' || credential.kind === 'staff_session'
  const loaded = await load(services, { credential, reference, scope: 'complaints:read', staff })
  if (isFailure(loaded)) return loaded
  const { caller, case: c, caseKey } = loaded
  const supervised = loaded.staff.some((s) => s.roles.includes('supervisor'))
  if (caller.kind !== 'system' && !seesWords(caller) && supervised) return { failed: 'forbidden', needs: 'handler' }
  const view = await viewOf(services, { loaded, case: c, appended: [] })
  return { caller, case: c, view, caseKey }
}

/** The case as this caller may see it. One D1 round trip. */
export const readCase = async (
  services: Services,
  credential: Credential,
  reference: string,
): Promise<CaseView | Failure> => {
  const opened = await openCase(services, credential, reference)
  return isFailure(opened) ? opened : opened.view
}
