import type { Instant } from '../core/vocabulary.ts'
import type { Bytes } from '../vault/aead.ts'

/** An upload, or what became of it: a file of a case. */
export interface EvidenceRecord {
  id: string
  site: string
  /** Who may continue and attach it; null once attached. */
  owner: string | null
  /** Reference of the case it is attached to. */
  complaint: string | null
  /** Sealed under the file's key. */
  name: Uint8Array
  /** Bytes, as announced; what is stored is never another length. */
  size: number
  type: string | null
  /** Of an open upload: what the uploader says it will be, if they did. */
  sha256: Uint8Array | null
  state: 'open' | 'complete'
  /** Key in R2. */
  object: string
  /** Wrapped; null once its case was erased. */
  fileKey: Uint8Array | null
  /** R2's id of a multipart upload; null for a file of one part. */
  upload: string | null
  /** What R2 answered for each part that arrived. */
  parts: Record<string, string>
  createdAt: Instant
  expiresAt: Instant | null
}

interface Row {
  id: string
  site: string
  owner: string | null
  complaint: string | null
  name: number[]
  size: number
  type: string | null
  sha256: number[] | null
  state: 'open' | 'complete'
  object: string
  file_key: number[] | null
  upload: string | null
  parts: string
  created_at: string
  expires_at: string | null
}

const recordOf = (row: Row): EvidenceRecord => ({
  id: row.id,
  site: row.site,
  owner: row.owner,
  complaint: row.complaint,
  name: Uint8Array.from(row.name),
  size: row.size,
  type: row.type,
  sha256: row.sha256 && Uint8Array.from(row.sha256),
  state: row.state,
  object: row.object,
  fileKey: row.file_key && Uint8Array.from(row.file_key),
  upload: row.upload,
  parts: JSON.parse(row.parts) as Record<string, string>,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
})

export type NewEvidence = Pick<EvidenceRecord, 'id' | 'site' | 'size' | 'object' | 'upload' | 'createdAt'> & {
  owner: string
  name: Bytes
  fileKey: Bytes
  sha256: Bytes | null
  expiresAt: Instant
}

/** What one owner may have uploaded and not yet attached. */
export interface Quota {
  files: number
  bytes: number
}

/** False when the owner's quota is used up or the id is taken; counted and inserted in one statement, so that parallel calls cannot exceed it. */
export const insertEvidence = async (db: D1Database, file: NewEvidence, quota: Quota): Promise<boolean> => {
  const { meta } = await db
    .prepare(
      `INSERT OR IGNORE INTO evidence (id, site, owner, name, size, sha256, state, object, file_key, upload, created_at, expires_at)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, 'open', ?7, ?8, ?9, ?10, ?11
       FROM (SELECT count(*) AS files, coalesce(sum(size), 0) AS bytes FROM evidence WHERE owner = ?3)
       WHERE files < ?12 AND bytes + ?5 <= ?13`,
    )
    .bind(
      file.id,
      file.site,
      file.owner,
      file.name,
      file.size,
      file.sha256,
      file.object,
      file.fileKey,
      file.upload,
      file.createdAt,
      file.expiresAt,
      quota.files,
      quota.bytes,
    )
    .run()
  return meta.changes > 0
}

export const findEvidence = async (db: D1Database, id: string): Promise<EvidenceRecord | null> => {
  const row = await db.prepare('SELECT * FROM evidence WHERE id = ?').bind(id).first<Row>()
  return row && recordOf(row)
}

/** Of an open upload; a part that was sent again replaces the earlier one. Parts may arrive side by side. */
export const recordPart = async (db: D1Database, id: string, part: number, etag: string): Promise<void> => {
  await db
    .prepare(`UPDATE evidence SET parts = json_set(parts, '$."' || ?2 || '"', ?3) WHERE id = ?1 AND state = 'open'`)
    .bind(id, String(part), etag)
    .run()
}

/** False when it was complete already, or is gone. */
export const completeEvidence = async (
  db: D1Database,
  id: string,
  { type, sha256 }: { type: string; sha256: Bytes },
): Promise<boolean> => {
  const { meta } = await db
    .prepare(`UPDATE evidence SET state = 'complete', type = ?2, sha256 = ?3 WHERE id = ?1 AND state = 'open'`)
    .bind(id, type, sha256)
    .run()
  return meta.changes > 0
}

/** Forgets an upload that was refused, never a file of a case. */
export const deleteEvidence = async (db: D1Database, id: string): Promise<void> => {
  await db.prepare('DELETE FROM evidence WHERE id = ? AND complaint IS NULL').bind(id).run()
}
