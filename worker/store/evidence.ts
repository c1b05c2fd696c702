import type { Instant } from '../core/vocabulary.ts'
import type { Bytes } from '../vault/aead.ts'
import { ask, bytes, bytesOrNull, first, json, type Query, type Value } from './sql.ts'

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
  /** R2's id of the multipart upload. */
  upload: string
  /** What R2 answered for each part that arrived. */
  parts: Record<string, string>
  createdAt: Instant
  expiresAt: Instant | null
}

const recordOf = (row: Record<string, Value>): EvidenceRecord => ({
  id: row.id as string,
  site: row.site as string,
  owner: row.owner as string | null,
  complaint: row.complaint as string | null,
  name: bytes(row.name),
  size: row.size as number,
  type: row.type as string | null,
  sha256: bytesOrNull(row.sha256),
  state: row.state as EvidenceRecord['state'],
  object: row.object as string,
  fileKey: bytesOrNull(row.file_key),
  upload: row.upload as string,
  parts: json(row.parts),
  createdAt: row.created_at as string,
  expiresAt: row.expires_at as string | null,
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

const evidenceQuery = (db: D1Database, id: string): Query<EvidenceRecord | null> => ({
  statement: db.prepare('SELECT * FROM evidence WHERE id = ?').bind(id),
  read: first(recordOf),
})

export const findEvidence = async (db: D1Database, id: string): Promise<EvidenceRecord | null> =>
  (await ask(db, { found: evidenceQuery(db, id) })).found

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
