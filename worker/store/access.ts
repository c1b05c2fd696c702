import type { Bytes } from '../core/encoding.ts'
import type { Instant } from '../core/vocabulary.ts'
import type { Query } from './sql.ts'

/** How the complainant's side gets at a case: access codes, sessions, links in messages. All are stored hashed. */

export interface LinkRecord {
  hash: Bytes
  reference: string
  /** `complainant` or the id of a representative. */
  holder: string
  purpose: 'confirm' | 'access' | 'reissue'
  /** The contact it was sent to. */
  channel: 'email' | 'phone'
  expiresAt: Instant
}

interface NewSession {
  hash: Bytes
  expiresAt: Instant
}

export const insertCredential = (db: D1Database, reference: string, holder: string, hash: Bytes): D1PreparedStatement =>
  db.prepare('INSERT INTO credential (complaint, holder, hash) VALUES (?, ?, ?)').bind(reference, holder, hash)

/** A case about the handling of another opens with the complainant's same code. */
export const copyCredential = (db: D1Database, from: string, to: string): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO credential (complaint, holder, hash)
       SELECT ?, holder, hash FROM credential WHERE complaint = ? AND holder = 'complainant'`,
    )
    .bind(to, from)

export const insertSession = (
  db: D1Database,
  reference: string,
  holder: string,
  session: NewSession,
): D1PreparedStatement =>
  db
    .prepare('INSERT INTO session (hash, complaint, holder, expires_at) VALUES (?, ?, ?, ?)')
    .bind(session.hash, reference, holder, session.expiresAt)

/** Answers the holder, or no row: then nothing tells a wrong number from a wrong code. */
export const openSessionByCode = (
  db: D1Database,
  reference: string,
  code: Bytes,
  session: NewSession,
): D1PreparedStatement =>
  db
    .prepare(
      `INSERT INTO session (hash, complaint, holder, expires_at)
       SELECT ?, complaint, holder, ? FROM credential WHERE complaint = ? AND hash = ? RETURNING holder`,
    )
    .bind(session.hash, session.expiresAt, reference, code)

const GOOD = 'l.hash = ?1 AND l.expires_at > ?2'

export interface RedeemedLink {
  reference: string
  holder: string
  purpose: LinkRecord['purpose']
  channel: LinkRecord['channel']
  /** Whether its holder has a code that a new one would replace. */
  holdsCode: boolean
}

/**
 * Uses a link up, in one round trip, and answers what it was; null if it was none. One that opens the case begins
 * `session`. One that reissues access is left as it is: using that up goes into the ledger, see `replaceCode`.
 */
export const redeemLink = async (
  db: D1Database,
  link: Bytes,
  session: NewSession,
  now: Instant,
): Promise<RedeemedLink | null> => {
  const columns = 'complaint AS reference, holder, purpose, channel'
  const [, used, kept] = await db.batch<Omit<RedeemedLink, 'holdsCode'> & { code: number }>([
    db
      .prepare(
        `INSERT INTO session (hash, complaint, holder, expires_at)
         SELECT ?3, l.complaint, l.holder, ?4 FROM link l WHERE ${GOOD} AND l.purpose = 'access'`,
      )
      .bind(link, now, session.hash, session.expiresAt),
    db
      .prepare(`DELETE FROM link AS l WHERE ${GOOD} AND l.purpose <> 'reissue' RETURNING ${columns}, 0 AS code`)
      .bind(link, now),
    db
      .prepare(
        `SELECT ${columns}, EXISTS (SELECT 1 FROM credential c WHERE c.complaint = l.complaint AND c.holder = l.holder)
         AS code FROM link l WHERE ${GOOD} AND l.purpose = 'reissue'`,
      )
      .bind(link, now),
  ])
  const row = used?.results[0] ?? kept?.results[0]
  if (!row) return null
  const { code, ...redeemed } = row
  return { ...redeemed, holdsCode: code === 1 }
}

/**
 * Uses a link up that reissues access: earlier sessions and the earlier code of its holder end, `code` takes its place,
 * and a session begins. Fails the batch it is part of when the link has been used meanwhile.
 */
export const replaceCode = (
  db: D1Database,
  link: Bytes,
  session: NewSession,
  code: Bytes,
  now: Instant,
): D1PreparedStatement[] => [
  db
    .prepare(
      `DELETE FROM session WHERE (complaint, holder) IN (SELECT l.complaint, l.holder FROM link l WHERE ${GOOD})`,
    )
    .bind(link, now),
  db
    .prepare(
      `INSERT INTO credential (complaint, holder, hash)
       SELECT l.complaint, l.holder, ?3 FROM link l WHERE ${GOOD}
       ON CONFLICT (complaint, holder) DO UPDATE SET hash = excluded.hash`,
    )
    .bind(link, now, code),
  // Without a link these columns would be NULL, which they must not be.
  db
    .prepare(
      `INSERT INTO session (hash, complaint, holder, expires_at)
       VALUES (?3, (SELECT l.complaint FROM link l WHERE ${GOOD}), (SELECT l.holder FROM link l WHERE ${GOOD}), ?4)`,
    )
    .bind(link, now, session.hash, session.expiresAt),
  db.prepare(`DELETE FROM link AS l WHERE ${GOOD}`).bind(link, now),
]

export const endSessionStatement = (db: D1Database, hash: Bytes): D1PreparedStatement =>
  db.prepare('DELETE FROM session WHERE hash = ?').bind(hash)

export const insertLink = (db: D1Database, link: LinkRecord): D1PreparedStatement =>
  db
    .prepare('INSERT INTO link (hash, complaint, holder, purpose, channel, expires_at) VALUES (?, ?, ?, ?, ?, ?)')
    .bind(link.hash, link.reference, link.holder, link.purpose, link.channel, link.expiresAt)

/** Unused links of a holder at one contact that were sent after a moment; `expiry` is when one sent then ends. */
export const freshLinksQuery = (
  db: D1Database,
  reference: string,
  holder: string,
  channel: LinkRecord['channel'],
  expiry: { confirm: Instant; reissue: Instant },
): Query<number> => ({
  statement: db
    .prepare(
      `SELECT count(*) AS n FROM link WHERE complaint = ?1 AND holder = ?2 AND channel = ?3
       AND (purpose = 'confirm' AND expires_at > ?4 OR purpose = 'reissue' AND expires_at > ?5)`,
    )
    .bind(reference, holder, channel, expiry.confirm, expiry.reissue),
  read: ([row]) => row?.n as number,
})

/** Links sent to an address that is no longer the complainant's. */
export const deleteLinks = (db: D1Database, reference: string, channel: LinkRecord['channel']): D1PreparedStatement =>
  db.prepare("DELETE FROM link WHERE complaint = ? AND holder = 'complainant' AND channel = ?").bind(reference, channel)

/** Ends all access of one holder, or of everybody. */
export const endAccess = (db: D1Database, reference: string, holder?: string): D1PreparedStatement[] =>
  ['credential', 'session', 'link'].map((table) =>
    db
      .prepare(`DELETE FROM ${table} WHERE complaint = ?1 AND (?2 IS NULL OR holder = ?2)`)
      .bind(reference, holder ?? null),
  )
