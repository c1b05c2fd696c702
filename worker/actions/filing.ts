import type { Submission } from '../core/decide/index.ts'
import { type Bytes, fromBase64url, utf8 } from '../core/encoding.ts'
import { filedQuery } from '../store/cases.ts'
import { type AnswerRecord, answerQuery } from '../store/idempotency.ts'
import { siteByIdQuery, siteByKeyQuery, siteOfPartnerQuery } from '../store/sites.ts'
import { ask } from '../store/sql.ts'
import { type UploadRecord, uploadsQuery } from '../store/uploads.ts'
import { hmac } from '../vault/aead.ts'
import { siteHmacKeys } from '../vault/blindIndex.ts'
import type { Keys } from '../vault/keys.ts'
import { hashSecret } from '../vault/tokens.ts'
import { worksFor } from './access.ts'
import { callerQuery, knownCaller } from './callers.ts'
import { type Intake, verifyIntakeToken } from './intakeToken.ts'
import type { Services } from './services.ts'
import { type Caller, type Credential, type Failure, isFailure, type Site } from './types.ts'
import { uploadsNamed } from './uploads.ts'

/** Who files a complaint, where, and with what. */
export interface Filer {
  caller: Exclude<Caller, { kind: 'case' }>
  site: Site
  uploads: readonly UploadRecord[]
  /** Id of the intake token that is used up. */
  intake: Bytes | null
  repeated: AnswerRecord | null
  /** Set where the intake token, or the partner's own number, has a complaint already. */
  taken: Failure | null
}

export interface Asked {
  credential: Credential
  submission: Submission
  siteKey: string | undefined
  /** Hash of the idempotency key. */
  answer: Bytes | null
}

const UNAUTHENTICATED: Failure = { failed: 'unauthenticated' }

/** Finds out in one round trip whether this caller may file here. */
export const loadFiling = async (services: Services, asked: Asked): Promise<Filer | Failure> => {
  const { db, now } = services
  const { credential, submission, siteKey } = asked
  if (credential.kind === 'none') return UNAUTHENTICATED
  if (credential.kind === 'session') return { failed: 'forbidden', needs: 'intake' }
  const intake = credential.kind === 'intake' ? await verifyIntakeToken(services, credential.token) : null
  if (credential.kind === 'intake' && !intake) return UNAUTHENTICATED
  const intakeId = intake && fromBase64url(intake.id)
  const keyHash = credential.kind === 'key' ? await hashSecret(credential.token) : null
  const external = keyHash && submission.externalReference
  const uploads = uploadsNamed(submission)
  const found = await ask(db, {
    caller: await callerQuery(services, credential),
    site: intake
      ? siteByIdQuery(db, intake.site)
      : keyHash
        ? siteOfPartnerQuery(db, keyHash)
        : siteByKeyQuery(db, siteKey ?? ''),
    uploads: uploads.length > 0 ? uploadsQuery(db, uploads, now()) : null,
    answer: asked.answer ? answerQuery(db, asked.answer, now()) : null,
    filed: intakeId
      ? filedQuery(db, { intake: intakeId })
      : external
        ? filedQuery(db, { partner: keyHash, hashes: await externalIndexes(await services.keys(), external) })
        : null,
  })
  const caller = await filerOf(services, intake, found.caller)
  if (isFailure(caller)) return caller
  const { site } = found
  if (!site) return { failed: 'not_found' }
  const refused = refuseFiling(caller, site, siteKey)
  if (refused) return refused
  return {
    caller,
    site,
    uploads: found.uploads ?? [],
    intake: intakeId,
    repeated: found.answer,
    taken: found.filed ? { failed: intake ? 'challenge_failed' : 'conflict' } : null,
  }
}

const filerOf = async (
  services: Services,
  intake: Intake | null,
  record: Parameters<typeof knownCaller>[1] | { kind: 'session' } | null,
): Promise<Filer['caller'] | Failure> => {
  if (intake) return { kind: 'intake', id: intake.id, site: intake.site }
  return record && record.kind !== 'session' ? knownCaller(services, record) : UNAUTHENTICATED
}

const refuseFiling = (caller: Filer['caller'], site: Site, siteKey: string | undefined): Failure | null => {
  if (siteKey !== undefined && siteKey !== site.publicKey) return { failed: 'forbidden', needs: 'site' }
  if (caller.kind === 'staff' && (!worksFor(caller.staff, site.id) || caller.staff.onlyCase !== null))
    return { failed: 'forbidden', needs: 'site' }
  if (caller.kind === 'partner' && !caller.actor.scopes.includes('complaints:write'))
    return { failed: 'forbidden', needs: 'complaints:write' }
  return null
}

/**
 * A partner's own number is stored as a keyed hash: enough to find a complaint by it, and to file each but once. Newest key
 * first: the first is to store, all are to look up.
 */
export const externalIndexes = async ({ index }: Keys, reference: string): Promise<Bytes[]> => {
  const keys = await siteHmacKeys(index, '@partner', 'external-reference')
  return Promise.all(keys.map(async (key) => (await hmac(key, utf8(reference))).slice(0, 16)))
}
