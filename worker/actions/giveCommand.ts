import type { CommandOf, CommandType, systemCommands } from '../core/decide/index.ts'
import type { CaseView } from '../core/view.ts'
import { repeatable } from './answers.ts'
import { carryOut, type Order } from './carryOut.ts'
import { viewOf } from './caseView.ts'
import type { Services } from './services.ts'
import { type Credential, type Failure, type IdempotencyInput, isFailure } from './types.ts'

/** A command somebody gives through the API, the tracker or the staff desk, parsed by its rule's fields. */
export type GivenCommand = { [T in CommandType]: CommandOf<T> }[CommandType]
export type SystemCommand = { [T in keyof typeof systemCommands]: CommandOf<T> }[keyof typeof systemCommands]

export interface CommandOptions {
  /** The `version` of the view the caller acted on; another one is answered with `stale`. */
  expectedVersion?: number | undefined
  idempotency?: IdempotencyInput | undefined
}

/**
 * Gives one command on one case and answers the case after it, as this caller may see it. Two D1 round trips. A command
 * repeated under its idempotency key is not given again; it is answered with the case as it stands.
 */
export const giveCommand = async (
  services: Services,
  credential: Credential,
  reference: string,
  command: GivenCommand,
  { expectedVersion, idempotency }: CommandOptions = {},
): Promise<CaseView | Failure> => {
  const answer = await repeatable(services, credential, idempotency)
  const done = await carryOut(services, { credential, reference, command, expectedVersion, answer })
  return isFailure(done) ? done : viewOf(services, done)
}

/**
 * For clocks and jobs. What was done already is refused with `nothing_due` or `nothing_to_confirm`, so giving a command
 * twice does it once.
 */
export const giveSystemCommand = async (
  services: Services,
  reference: string,
  command: SystemCommand,
  options: Pick<Order, 'expectedVersion' | 'also'> = {},
): Promise<{ version: number } | Failure> => {
  const done = await carryOut(services, { credential: 'system', reference, command, answer: null, ...options })
  return isFailure(done) ? done : { version: done.case.version }
}
