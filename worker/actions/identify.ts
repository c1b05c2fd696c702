import type { Services } from './services.ts'
import type { Caller, Credential, Failure } from './types.ts'

/** Who presents this credential; one D1 round trip. For what concerns no single case: lists, reports, uploads, admin. */
export const identify = async (_services: Services, _credential: Credential): Promise<Caller | Failure> => {
  throw new Error('pending')
}
