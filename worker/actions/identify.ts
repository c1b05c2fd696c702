import { sessionCaseQuery } from '../store/cases.ts'
import { ask } from '../store/sql.ts'
import { hashSecret } from '../vault/tokens.ts'
import { callerQuery, caseCaller, knownCaller } from './callers.ts'
import { verifyIntakeToken } from './intakeToken.ts'
import type { Services } from './services.ts'
import type { Caller, Credential, Failure } from './types.ts'

/** Who presents this credential; one D1 round trip. For what concerns no single case: lists, reports, uploads, admin. */
export const identify = async (services: Services, credential: Credential): Promise<Caller | Failure> => {
  const unauthenticated: Failure = { failed: 'unauthenticated' }
  if (credential.kind === 'none') return unauthenticated
  if (credential.kind === 'intake') {
    const intake = await verifyIntakeToken(services, credential.token)
    return intake ? { kind: 'intake', id: intake.id, site: intake.site } : unauthenticated
  }
  const { caller, state } = await ask(services.db, {
    caller: await callerQuery(services, credential),
    state: credential.kind === 'session' ? sessionCaseQuery(services.db, await hashSecret(credential.token)) : null,
  })
  if (!caller) return unauthenticated
  if (caller.kind !== 'session') return knownCaller(services, caller)
  return (state && caseCaller(caller, state)) ?? unauthenticated
}
