import { fromHex, toHex } from '../../core/encoding.ts'
import { completeEvidence } from '../../store/evidence.ts'
import { hashOf, joinParts, readRange } from '../../store/objects.ts'
import { equalBytes } from '../../vault/aead.ts'
import { openFileName } from '../../vault/evidenceKeys.ts'
import type { Services } from '../services.ts'
import { type Credential, type Failure, isFailure } from '../types.ts'
import { partsOf } from './limits.ts'
import { identify } from './sniff/identify.ts'
import { contradicts, extensionOf } from './sniff/kinds.ts'
import { discard, type OwnUpload, openOwn } from './upload.ts'

export interface CompletedFile {
  id: string
  name: string
  /** Media type found in the content. */
  type: string
  size: number
  /** Lower-case hex. */
  sha256: string
}

/**
 * Ends an upload: all parts there, the stored bytes hashed as a whole, their kind found and accepted. What fails the hash
 * or the kind is deleted. Completing twice gives the same answer.
 */
export const completeUpload = async (
  services: Services,
  credential: Credential,
  id: string,
  declared?: string,
): Promise<CompletedFile | Failure> => {
  const own = await openOwn(services, credential, id)
  if (isFailure(own)) return own
  const { record, fileKey } = own
  const name = await openFileName(fileKey, id, record.name)
  const done = (type: string, hash: Uint8Array) => ({ id, name, type, size: record.size, sha256: toHex(hash) })
  if (record.state === 'complete' && record.type && record.sha256) return done(record.type, record.sha256)

  const missing = missingParts(own)
  if (missing.length > 0)
    return { failed: 'upload_invalid', why: 'parts_missing', detail: { missing: missing.join(', ') } }
  const { object, upload, size } = record
  const bucket = services.env.EVIDENCE
  await joinParts(bucket, { object, upload, size }, record.parts)
  const stored = { object, fileKey }
  const hash = await hashOf(bucket, stored)
  if (!hash) return { failed: 'not_found' }

  const promised = [record.sha256, declared === undefined ? null : fromHex(declared)]
  if (promised.some((other) => other && !equalBytes(other, hash))) {
    await discard(services, record)
    return { failed: 'upload_invalid', why: 'file_digest' }
  }
  const found = await identify({ size, read: (offset, length) => readRange(bucket, stored, offset, length) }, name)
  if ('refused' in found) {
    await discard(services, record)
    return { failed: 'upload_invalid', why: 'type_not_accepted', detail: { found: found.refused } }
  }
  if (contradicts(name, found.kind)) {
    await discard(services, record)
    const detail = { extension: extensionOf(name), found: found.kind }
    return { failed: 'upload_invalid', why: 'extension_differs', detail }
  }
  await completeEvidence(services.db, id, { type: found.kind, sha256: hash })
  return done(found.kind, hash)
}

const missingParts = ({ record }: OwnUpload): number[] =>
  Array.from({ length: partsOf(record.size) }, (_, index) => index + 1).filter((part) => !(part in record.parts))
