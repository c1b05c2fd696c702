import { nextAt } from '../core/clocks.ts'
import { sweepQuery } from '../store/cases.ts'
import { ask } from '../store/sql.ts'
import type { Services } from './services.ts'

export interface DueClock {
  reference: string
  clock: string
}

/** Clocks of at most `limit` cases that ask for something by now, longest overdue first: each wants one `run_clock`. */
export const dueClocks = async ({ db, now }: Services, limit: number): Promise<DueClock[]> => {
  const at = now()
  const { cases } = await ask(db, { cases: sweepQuery(db, at, limit) })
  return cases.flatMap((c) =>
    c.clocks
      .filter((clock) => (nextAt(clock) ?? '~') <= at)
      .map((clock) => ({ reference: c.reference, clock: clock.id })),
  )
}
