import { each, first, json, type Query, type Value } from './sql.ts'
import type { Site } from './types.ts'

const read = (row: Record<string, Value>): Site => json<Site>(row.config)

export const siteByIdQuery = (db: D1Database, id: string): Query<Site | null> => ({
  statement: db.prepare('SELECT config FROM site WHERE id = ?').bind(id),
  read: first(read),
})

export const siteByKeyQuery = (db: D1Database, publicKey: string): Query<Site | null> => ({
  statement: db.prepare('SELECT config FROM site WHERE public_key = ?').bind(publicKey),
  read: first(read),
})

export const siteOfCaseQuery = (db: D1Database, reference: string): Query<Site | null> => ({
  statement: db
    .prepare('SELECT config FROM site WHERE id = (SELECT site FROM complaint WHERE reference = ?)')
    .bind(reference),
  read: first(read),
})

/** The site a partner's key is for. */
export const siteOfPartnerQuery = (db: D1Database, keyHash: Uint8Array): Query<Site | null> => ({
  statement: db
    .prepare('SELECT config FROM site WHERE id = (SELECT site FROM partner_key WHERE hash = ?)')
    .bind(keyHash),
  read: first(read),
})

export const sitesQuery = (db: D1Database): Query<Site[]> => ({
  statement: db.prepare('SELECT config FROM site ORDER BY id'),
  read: each(read),
})

/** Creates or replaces. */
export const saveSiteStatement = (db: D1Database, site: Site): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO site (id, public_key, config) VALUES (?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET public_key = excluded.public_key, config = excluded.config`,
    )
    .bind(site.id, site.publicKey, JSON.stringify(site))
