import { eraseQuery } from '../store/cases.ts'
import { ask } from '../store/sql.ts'
import type { Services } from './services.ts'

/** References of cases whose retention has ended, longest ago first: each wants one `erase`. One indexed query. */
export const dueErasures = async ({ db, now }: Services, limit: number): Promise<string[]> =>
  (await ask(db, { references: eraseQuery(db, now(), limit) })).references
