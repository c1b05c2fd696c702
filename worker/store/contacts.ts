import type { Bytes } from '../core/encoding.ts'

/** Finds the cases of an address or number; see vault/blindIndex.ts. */
export interface Contact {
  kind: 'email' | 'phone'
  blind: Bytes
}

export const insertContact = (db: D1Database, site: string, reference: string, c: Contact): D1PreparedStatement =>
  db
    .prepare('INSERT OR IGNORE INTO contact_index (site, kind, blind, complaint) VALUES (?, ?, ?, ?)')
    .bind(site, c.kind, c.blind, reference)

export const deleteContact = (db: D1Database, site: string, reference: string, c: Contact): D1PreparedStatement =>
  db
    .prepare('DELETE FROM contact_index WHERE site = ? AND kind = ? AND blind = ? AND complaint = ?')
    .bind(site, c.kind, c.blind, reference)
