import { sha256 } from '../../core/encoding.ts'
import { findEvidence, recordPart } from '../../store/evidence.ts'
import { putPart } from '../../store/objects.ts'
import { type Bytes, equalBytes } from '../../vault/aead.ts'
import type { Services } from '../services.ts'
import { type Credential, type Failure, isFailure } from '../types.ts'
import { partsOf, sizeOfPart } from './limits.ts'
import { refuseEarly } from './sniff/identify.ts'
import { discard, type OwnUpload, openOwn } from './upload.ts'

export interface PartReceived {
  part: number
  received: number[]
}

/** An upload that waits for this part, and how long the part has to be. */
export interface ExpectedPart extends OwnUpload {
  part: number
  bytes: number
}

/** Before the bytes are read: whether anybody waits for them. */
export const expectPart = async (
  services: Services,
  credential: Credential,
  id: string,
  part: number,
): Promise<ExpectedPart | Failure> => {
  const own = await openOwn(services, credential, id)
  if (isFailure(own)) return own
  const { size, state } = own.record
  if (state === 'complete') return { failed: 'upload_invalid', why: 'already_complete' }
  if (part < 1 || part > partsOf(size))
    return { failed: 'upload_invalid', why: 'part_unknown', detail: { parts: partsOf(size) } }
  return { ...own, part, bytes: sizeOfPart(size, part) }
}

/** Stores a part whose SHA-256 is the one its sender named. */
export const storePart = async (
  services: Services,
  { record, fileKey, part, bytes: expected }: ExpectedPart,
  bytes: Bytes,
  digest: Bytes,
): Promise<PartReceived | Failure> => {
  if (bytes.length !== expected)
    return { failed: 'upload_invalid', why: 'part_size', detail: { expected, received: bytes.length } }
  if (!equalBytes(await sha256(bytes), digest)) return { failed: 'upload_invalid', why: 'part_digest' }
  const refused = part === 1 ? refuseEarly(bytes) : null
  if (refused) {
    await discard(services, record)
    return { failed: 'upload_invalid', why: 'type_not_accepted', detail: { found: refused } }
  }
  const { env, db } = services
  const stored = { object: record.object, fileKey }
  const etag = await putPart(env.EVIDENCE, stored, record.upload, part, bytes).catch(async (error: unknown) => {
    // Joined or discarded while these bytes were on their way.
    if ((await findEvidence(db, record.id))?.state === 'open') throw error
    return null
  })
  if (etag === null) return { failed: 'upload_invalid', why: 'already_complete' }
  await recordPart(db, record.id, part, etag)
  const received = new Set([...Object.keys(record.parts).map(Number), part])
  return { part, received: [...received].sort((a, b) => a - b) }
}
