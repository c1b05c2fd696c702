import type { Services } from './services.ts'

export interface DueClock {
  reference: string
  clock: string
}

/** Clocks that ask for something by now, longest overdue first: each wants one `run_clock`. One indexed query. */
export const dueClocks = async (_services: Services, _limit: number): Promise<DueClock[]> => {
  throw new Error('pending')
}
