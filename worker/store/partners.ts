import type { Bytes } from '../core/encoding.ts'
import { each, json, type Query } from './sql.ts'
import type { PartnerKey, Scope } from './types.ts'

export const partnerKeysQuery = (db: D1Database, site: string): Query<PartnerKey[]> => ({
  statement: db
    .prepare(
      'SELECT id, partner, site, name, scopes, created_at, expires_at FROM partner_key WHERE site = ? ORDER BY id',
    )
    .bind(site),
  read: each((row) => ({
    id: row.id as string,
    partner: row.partner as string,
    site: row.site as string,
    name: row.name as string,
    scopes: json<Scope[]>(row.scopes),
    createdAt: row.created_at as string,
    expiresAt: row.expires_at as string | null,
  })),
})

export const insertPartnerKey = (db: D1Database, key: PartnerKey, hash: Bytes): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO partner_key (hash, id, partner, site, name, scopes, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(hash, key.id, key.partner, key.site, key.name, JSON.stringify(key.scopes), key.createdAt, key.expiresAt)

export const deletePartnerKey = (db: D1Database, id: string): D1PreparedStatement =>
  db.prepare('DELETE FROM partner_key WHERE id = ?').bind(id)
