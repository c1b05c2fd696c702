import { isOutdated } from '../core/calendarsOf.ts'
import { calendarsInUseQuery, countedByQuery } from '../store/calendars.ts'
import { ask } from '../store/sql.ts'
import type { Services } from './services.ts'

/**
 * References of open cases some of whose dates were counted by a calendar that has changed since: each wants one
 * `recount_clocks`. One indexed query where nothing has changed, and a second one where something has.
 */
export const outdatedCases = async ({ db }: Services, limit: number): Promise<string[]> => {
  const { used } = await ask(db, { used: calendarsInUseQuery(db) })
  const outdated = used.filter(isOutdated)
  if (outdated.length === 0) return []
  return (await ask(db, { cases: countedByQuery(db, outdated, limit) })).cases
}
