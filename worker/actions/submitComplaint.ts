import { type Submission, submit } from '../core/decide/index.ts'
import { isRefusal } from '../core/refusal.ts'
import { insertCredential, insertSession } from '../store/access.ts'
import { newAccessCode, newReference } from '../vault/codes.ts'
import { newCaseKey } from '../vault/seal.ts'
import { hashSecret, newToken } from '../vault/tokens.ts'
import { repeatable } from './answers.ts'
import { contextFor } from './context.ts'
import { externalIndexes, type Filer, loadFiling } from './filing.ts'
import { prepare } from './prepare.ts'
import { promisesOf, receiptFor } from './receipts.ts'
import { later, type Services } from './services.ts'
import { SESSION_LENGTH } from './sessions.ts'
import { type Credential, type Failure, type IdempotencyInput, isFailure, type Submitted } from './types.ts'
import { ownUploads, uploadHolder, uploadOwner } from './uploads.ts'
import { unavailable, write } from './write.ts'

export interface Intended {
  submission: Submission
  /** `pk_...`; for staff, whose token is not tied to a site. Another caller's must be the site of their own credential. */
  siteKey?: string | undefined
  idempotency?: IdempotencyInput | undefined
}

/** Files a complaint: by a visitor with an intake token, a partner, or staff on somebody's behalf. Two D1 round trips. */
export const submitComplaint = async (
  services: Services,
  credential: Credential,
  { submission, siteKey, idempotency }: Intended,
): Promise<Submitted | Failure> => {
  const answer = await repeatable(services, credential, idempotency)
  const asked = { credential, submission, siteKey, answer: answer?.hash ?? null }
  const filer = await loadFiling(services, asked)
  if (isFailure(filer)) return filer
  if (filer.repeated && answer) return answer.again<Submitted>(filer.repeated)
  if (filer.taken) return filer.taken

  const filed = await file(services, credential, submission, filer)
  if (isFailure(filed)) return filed
  const kept = answer ? await answer.keep(filed.submitted) : []
  const error = await write(services, [filed.prepared], [...filed.statements, ...kept])
  if (!error) return filed.submitted

  const again = await loadFiling(services, asked)
  if (isFailure(again)) return again
  if (again.repeated && answer) return answer.again<Submitted>(again.repeated)
  return again.taken ?? unavailable(error)
}

const file = async (services: Services, credential: Credential, submission: Submission, filer: Filer) => {
  const { site, caller } = filer
  const keys = await services.keys()
  const reference = newReference(services.database)
  const own = await ownUploads(filer.uploads, uploadOwner(caller), site.id, uploadHolder(credential, keys))
  const visitor = caller.kind === 'intake'
  const actor = visitor ? ({ kind: 'complainant' } as const) : caller.actor
  const appended = submit(
    submission,
    site.id,
    reference,
    contextFor(services, site.policy, actor, { uploads: own.uploads }),
  )
  if (isRefusal(appended)) return appended
  const c = appended.case
  const external = caller.kind === 'partner' ? submission.externalReference : undefined
  const { caseKey, wrapped } = await newCaseKey(keys.master, reference)
  const prepared = await prepare(
    services,
    appended,
    {
      caseKey,
      wrapped,
      head: null,
      card: null,
      filing: {
        externalReference: external === undefined ? null : ((await externalIndexes(keys, external))[0] ?? null),
        intake: filer.intake,
      },
    },
    { site, staff: [], view: null },
    own.keys,
  )
  const access = visitor ? await accessFor(services, reference, c.representatives[0]?.id ?? 'complainant') : null
  const submitted: Submitted = {
    reference,
    accessCode: access?.code ?? null,
    receivedAt: c.receivedAt,
    promises: promisesOf(c),
    receipt: await receiptFor(keys.signing, c, submission, prepared.events),
    session: access?.session ?? null,
    // Who fills in the form holds the code: a representative for themselves, never for the complainant.
    sessionOf: c.representatives.length > 0 && visitor ? 'representative' : 'complainant',
  }
  return { submitted, prepared, statements: access?.statements ?? [] }
}

const accessFor = async ({ db, database, now }: Services, reference: string, holder: string) => {
  const code = newAccessCode()
  const session = { token: newToken('session', database), expiresAt: later(now(), SESSION_LENGTH) }
  const [codeHash, sessionHash] = await Promise.all([hashSecret(code), hashSecret(session.token)])
  const statements = [
    insertCredential(db, reference, holder, codeHash),
    insertSession(db, reference, holder, { hash: sessionHash, expiresAt: session.expiresAt }),
  ]
  return { code, session, statements }
}
