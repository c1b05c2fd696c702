import type { Instant } from '../core/vocabulary.ts'
import { endAccess } from './access.ts'

/**
 * What ends with the key of a case. Its files are left to the sweep of uploads, which deletes what has expired: without
 * the key of the case they are closed already, as are its messages.
 */
export const eraseStatements = (
  db: D1Database,
  reference: string,
  evidence: readonly string[],
  now: Instant,
): D1PreparedStatement[] => [
  ...endAccess(db, reference),
  db
    .prepare('UPDATE evidence SET file_key = NULL, expires_at = ? WHERE id IN (SELECT value FROM json_each(?))')
    .bind(now, JSON.stringify(evidence)),
]
