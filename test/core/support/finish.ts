import { onward } from './onward.ts'
import type { Simulation } from './simulate.ts'

/**
 * Takes the case to its end from wherever it stands: proof that every state has a way out. Gives up after more steps than
 * any case needs.
 */
export const finish = (sim: Simulation): void => {
  for (let i = 0; i < 120; i++) {
    sim.deliver()
    sim.sweep()
    if (sim.c.stage === 'closed') return
    onward(sim)
  }
  throw new Error(`no way out of ${sim.c.stage}`)
}
