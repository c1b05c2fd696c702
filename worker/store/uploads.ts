import type { Bytes } from '../core/encoding.ts'
import type { Instant } from '../core/vocabulary.ts'
import { bytes, each, type Query } from './sql.ts'

/** A completed upload that is not attached yet. */
export interface UploadRecord {
  id: string
  site: string
  owner: string
  /** Sealed under the file's key. */
  name: Bytes
  /** Bytes. */
  size: number
  type: string
  sha256: Bytes
  /** Wrapped. */
  fileKey: Bytes
}

/** Those of the named uploads that can still be attached. Whose they are is for the caller of this to check. */
export const uploadsQuery = (db: D1Database, ids: readonly string[], now: Instant): Query<UploadRecord[]> => ({
  statement: db
    .prepare(
      `SELECT id, site, owner, name, size, type, sha256, file_key FROM evidence
       WHERE id IN (SELECT value FROM json_each(?)) AND complaint IS NULL AND state = 'complete' AND expires_at > ?`,
    )
    .bind(JSON.stringify(ids), now),
  read: each((row) => ({
    id: row.id as string,
    site: row.site as string,
    owner: row.owner as string,
    name: bytes(row.name),
    size: row.size as number,
    type: row.type as string,
    sha256: bytes(row.sha256),
    fileKey: bytes(row.file_key),
  })),
})

/** From now on the file belongs to the case; `fileKey` is wrapped by the case. Fails when it is attached already. */
export const attachUpload = (
  db: D1Database,
  reference: string,
  upload: { id: string; fileKey: Bytes },
): D1PreparedStatement =>
  db
    .prepare('UPDATE evidence SET complaint = ?, file_key = ?, owner = NULL, expires_at = NULL WHERE id = ?')
    .bind(reference, upload.fileKey, upload.id)
