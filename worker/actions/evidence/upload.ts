import { fromHex, sha256 as hashed, utf8 } from '../../core/encoding.ts'
import { deleteEvidence, type EvidenceRecord, findEvidence, insertEvidence } from '../../store/evidence.ts'
import { beginParts, removeObject } from '../../store/objects.ts'
import type { Bytes } from '../../vault/aead.ts'
import { ALPHABET } from '../../vault/crockford.ts'
import { newFileKey, openFileKey, openFileName, sealFileName, wrapFileKey } from '../../vault/evidenceKeys.ts'
import { identify } from '../identify.ts'
import { later, type Services } from '../services.ts'
import { type Caller, type Credential, type Failure, isFailure } from '../types.ts'
import { NO_SITE, uploadHolder, uploadOwner } from '../uploads.ts'
import { FILE_BYTES, PART_BYTES, partsOf, quotaOf, UPLOAD_LIFE } from './limits.ts'

/** What an upload looks like to whoever sends it. */
export interface UploadState {
  id: string
  /** Size of every part but the last, in bytes. */
  partBytes: number
  parts: number
  /** Numbers of the parts that arrived, from 1. */
  received: number[]
  state: 'open' | 'complete'
}

export interface Announced {
  name: string
  /** Bytes. */
  size: number
  /** SHA-256 of the whole, lower-case hex, if known. */
  sha256?: string | undefined
}

/** An upload opened for its owner. */
export interface OwnUpload {
  record: EvidenceRecord
  fileKey: Bytes
}

export interface BeginOptions {
  /** Id of the site, from staff alone: whoever else uploads belongs to one. */
  site?: string | undefined
  idempotencyKey?: string | undefined
}

/** Announces a file. The same announcement under the same idempotency key is the same upload. */
export const beginUpload = async (
  services: Services,
  credential: Credential,
  announced: Announced,
  { site, idempotencyKey }: BeginOptions = {},
): Promise<UploadState | Failure> => {
  const { name, size, sha256 } = announced
  const caller = await identify(services, credential)
  if (isFailure(caller)) return caller
  if (size === 0) return { failed: 'upload_invalid', why: 'empty' }
  if (size > FILE_BYTES) return { failed: 'upload_invalid', why: 'too_large', detail: { limit: FILE_BYTES } }

  const { env, db } = services
  const owner = uploadOwner(caller)
  const id = idempotencyKey === undefined ? services.id('ev') : await repeatableId(owner, idempotencyKey)
  if (idempotencyKey !== undefined && (await findEvidence(db, id))) return repeated(services, credential, id, announced)
  const fileKey = newFileKey()
  const object = `evidence/${id}`
  const [wrapped, sealedName] = await Promise.all([
    services.keys().then((keys) => wrapFileKey(uploadHolder(credential, keys), id, fileKey)),
    sealFileName(fileKey, id, name),
  ])
  const upload = await beginParts(env.EVIDENCE, { object, fileKey })
  const quota = quotaOf(caller)
  const createdAt = services.now()
  const inserted = await insertEvidence(
    db,
    {
      id,
      site: siteOf(caller, site),
      owner,
      name: sealedName,
      size,
      sha256: sha256 === undefined ? null : fromHex(sha256),
      object,
      fileKey: wrapped,
      upload,
      createdAt,
      expiresAt: later(createdAt, UPLOAD_LIFE),
    },
    quota,
  )
  if (inserted) return { id, partBytes: PART_BYTES, parts: partsOf(size), received: [], state: 'open' }
  await removeObject(env.EVIDENCE, { object, upload })
  if (idempotencyKey !== undefined && (await findEvidence(db, id))) return repeated(services, credential, id, announced)
  return { failed: 'upload_invalid', why: 'too_many', detail: { limit: quota.files } }
}

/** The same key of the same owner names the same upload, so a repetition needs no record of its own. */
const repeatableId = async (owner: string, key: string): Promise<string> => {
  const hash = await hashed(utf8(`redress/upload\n${owner}\n${key}`))
  return `ev_${Array.from(hash.slice(0, 22), (byte) => ALPHABET[byte & 31])
    .join('')
    .toLowerCase()}`
}

const repeated = async (
  services: Services,
  credential: Credential,
  id: string,
  { name, size }: Announced,
): Promise<UploadState | Failure> => {
  const own = await openOwn(services, credential, id)
  if (isFailure(own)) return own
  const isSame = own.record.size === size && (await openFileName(own.fileKey, id, own.record.name)) === name
  return isSame ? stateOf(own.record) : { failed: 'idempotency_key_reused' }
}

const siteOf = (caller: Caller, site: string | undefined): string =>
  caller.kind === 'staff' ? (site ?? NO_SITE) : caller.site

export const readUpload = async (
  services: Services,
  credential: Credential,
  id: string,
): Promise<UploadState | Failure> => {
  const own = await openOwn(services, credential, id)
  return isFailure(own) ? own : stateOf(own.record)
}

export const stateOf = ({ id, size, parts, state }: EvidenceRecord): UploadState => ({
  id,
  partBytes: PART_BYTES,
  parts: partsOf(size),
  received: Object.keys(parts)
    .map(Number)
    .sort((a, b) => a - b),
  state,
})

/** Somebody else's upload is answered like one that does not exist. */
export const openOwn = async (services: Services, credential: Credential, id: string): Promise<OwnUpload | Failure> => {
  const [caller, record] = await Promise.all([identify(services, credential), findEvidence(services.db, id)])
  if (isFailure(caller)) return caller
  const mine = record?.owner === uploadOwner(caller) && record.expiresAt !== null && record.expiresAt > services.now()
  if (!mine || !record.fileKey) return { failed: 'not_found' }
  const fileKey = await openFileKey(uploadHolder(credential, await services.keys()), id, record.fileKey)
  return fileKey ? { record, fileKey } : { failed: 'not_found' }
}

/** Removes an upload that will never be taken, so that it does not count against its owner. */
export const discard = async (services: Services, record: EvidenceRecord): Promise<void> => {
  await removeObject(services.env.EVIDENCE, record)
  await deleteEvidence(services.db, record.id)
}
