import { dueClocks } from '../actions/dueClocks.ts'
import { dueErasures } from '../actions/dueErasures.ts'
import { giveSystemCommand } from '../actions/giveCommand.ts'
import { outdatedCases } from '../actions/outdatedCases.ts'
import type { Services } from '../actions/services.ts'
import type { Transports } from '../notify/transports/index.ts'
import { cleanUp } from './cleanUp.ts'
import { sweepOutbox } from './outbox.ts'

/** How much one run does at most; the next one, a minute later, goes on. */
const CLOCKS = 50
const RECOUNTS = 25
const ERASURES = 10
const MESSAGES = 25

/**
 * Counts dates again where a calendar has changed, runs the clocks that are due, erases what has been kept long enough,
 * sends what is due, removes what has expired. Safe twice, late, and at the same time as another run: a command about a
 * clock that has been dealt with is refused and changes nothing.
 */
export const runSweep = async (services: Services, transports?: Transports): Promise<void> => {
  await recountClocks(services)
  await runClocks(services)
  await runErasures(services)
  await sweepOutbox(services, MESSAGES, transports)
  await cleanUp(services)
}

/** First, so that no deadline is missed that a holiday announced since has moved. */
const recountClocks = async (services: Services): Promise<void> => {
  for (const reference of await outdatedCases(services, RECOUNTS)) {
    try {
      await giveSystemCommand(services, reference, { type: 'recount_clocks' })
    } catch (error) {
      console.error(`Dates of ${reference}:`, error instanceof Error ? error.message : 'failed')
    }
  }
}

const runClocks = async (services: Services): Promise<void> => {
  for (const { reference, clock } of await dueClocks(services, CLOCKS)) {
    // One case that cannot be read must not stop the others.
    try {
      await giveSystemCommand(services, reference, { type: 'run_clock', clock })
    } catch (error) {
      console.error(`Clock ${clock} of ${reference}:`, error instanceof Error ? error.message : 'failed')
    }
  }
}

const runErasures = async (services: Services): Promise<void> => {
  for (const reference of await dueErasures(services, ERASURES)) {
    try {
      await giveSystemCommand(services, reference, { type: 'erase' })
    } catch (error) {
      console.error(`Erasure of ${reference}:`, error instanceof Error ? error.message : 'failed')
    }
  }
}
