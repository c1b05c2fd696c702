import { fromHex } from '../../core/encoding.ts'
import { deleteEvidence, type EvidenceRecord, findEvidence, insertEvidence } from '../../store/evidence.ts'
import { beginParts, removeObject } from '../../store/objects.ts'
import type { Bytes } from '../../vault/aead.ts'
import { newFileKey, openFileKey, sealFileName, wrapFileKey } from '../../vault/evidenceKeys.ts'
import { identify } from '../identify.ts'
import { later, type Services } from '../services.ts'
import { type Caller, type Credential, type Failure, isFailure } from '../types.ts'
import { uploadHolder, uploadOwner } from '../uploads.ts'
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

/** `site` is needed from staff alone: whoever else uploads belongs to one. */
export const beginUpload = async (
  services: Services,
  credential: Credential,
  { name, size, sha256 }: Announced,
  site?: string,
): Promise<UploadState | Failure> => {
  const caller = await identify(services, credential)
  if (isFailure(caller)) return caller
  if (size === 0) return { failed: 'upload_invalid', why: 'empty' }
  if (size > FILE_BYTES) return { failed: 'upload_invalid', why: 'too_large', detail: { limit: FILE_BYTES } }

  const { env, db } = services
  const id = services.id('ev')
  const fileKey = newFileKey()
  const object = `evidence/${id}`
  const [wrapped, sealedName] = await Promise.all([
    services.keys().then((keys) => wrapFileKey(uploadHolder(credential, keys), id, fileKey)),
    sealFileName(fileKey, id, name),
  ])
  const upload = partsOf(size) > 1 ? await beginParts(env.EVIDENCE, { object, fileKey }) : null
  const quota = quotaOf(caller)
  const createdAt = services.now()
  const inserted = await insertEvidence(
    db,
    {
      id,
      site: siteOf(caller, site),
      owner: uploadOwner(caller),
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
  if (upload) await removeObject(env.EVIDENCE, { object, upload })
  return { failed: 'upload_invalid', why: 'too_many', detail: { limit: quota.files } }
}

const siteOf = (caller: Caller, site: string | undefined): string =>
  caller.kind === 'staff' ? (site ?? caller.staff.sites?.[0] ?? '') : caller.site

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
