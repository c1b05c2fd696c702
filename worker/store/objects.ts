import type { Bytes } from '../vault/aead.ts'

/** Where the bytes of a file lie in R2, and under which key. */
export interface StoredObject {
  object: string
  fileKey: Bytes
}

const under = (fileKey: Bytes) => ({ ssecKey: fileKey.buffer.slice(fileKey.byteOffset, fileKey.byteOffset + 32) })

/**
 * Begins a file; R2's id for it. Also one of a single part: what was joined takes no more parts, whereas an object that was
 * put could be put again after it was hashed, by a request let in before and sent slowly.
 */
export const beginParts = async (bucket: R2Bucket, { object, fileKey }: StoredObject): Promise<string> =>
  (await bucket.createMultipartUpload(object, under(fileKey))).uploadId

/** Stores one part; what R2 wants to be told of it at the end. */
export const putPart = async (
  bucket: R2Bucket,
  { object, fileKey }: StoredObject,
  upload: string,
  part: number,
  bytes: Bytes,
): Promise<string> => (await bucket.resumeMultipartUpload(object, upload).uploadPart(part, bytes, under(fileKey))).etag

/** Makes one object of the parts. When an earlier attempt got that far, there is nothing left to do. */
export const joinParts = async (
  bucket: R2Bucket,
  { object, upload, size }: { object: string; upload: string; size: number },
  parts: Record<string, string>,
): Promise<void> => {
  const listed = Object.entries(parts)
    .map(([number, etag]) => ({ partNumber: Number(number), etag }))
    .sort((a, b) => a.partNumber - b.partNumber)
  try {
    await bucket.resumeMultipartUpload(object, upload).complete(listed)
  } catch (error) {
    if ((await bucket.head(object))?.size !== size) throw error
  }
}

/** Preact's types bring in those of the DOM, whose `Crypto` hides what workerd adds to it. */
const workerd = crypto as unknown as { DigestStream: typeof DigestStream }

/** SHA-256 of what is stored, computed as it streams by. Null when there is no such object. */
export const hashOf = async (bucket: R2Bucket, { object, fileKey }: StoredObject): Promise<Bytes | null> => {
  const stored = await bucket.get(object, under(fileKey))
  if (!stored) return null
  const stream = new workerd.DigestStream('SHA-256')
  await stored.body.pipeTo(stream)
  return new Uint8Array(await stream.digest)
}

export const readRange = async (
  bucket: R2Bucket,
  { object, fileKey }: StoredObject,
  offset: number,
  length: number,
): Promise<Uint8Array> => {
  const stored = await bucket.get(object, { ...under(fileKey), range: { offset, length } })
  return stored ? new Uint8Array(await stored.arrayBuffer()) : new Uint8Array()
}

/** The content as a stream; null when there is no such object. */
export const openObject = async (
  bucket: R2Bucket,
  { object, fileKey }: StoredObject,
): Promise<ReadableStream<Uint8Array> | null> => (await bucket.get(object, under(fileKey)))?.body ?? null

/** Removes what was stored, finished or not. */
export const removeObject = async (
  bucket: R2Bucket,
  { object, upload }: { object: string; upload: string },
): Promise<void> => {
  await bucket.delete(object)
  // An upload that was completed or ended before has nothing left to end.
  await bucket
    .resumeMultipartUpload(object, upload)
    .abort()
    .catch(() => undefined)
}
