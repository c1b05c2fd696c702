import type { Command, CommandOf, CommandType, systemCommands } from '../core/decide/index.ts'
import type { CaseView } from '../core/view.ts'
import type { Services } from './services.ts'
import type { Credential, Failure, IdempotencyInput } from './types.ts'

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
  _services: Services,
  _credential: Credential,
  _reference: string,
  _command: GivenCommand,
  _options: CommandOptions = {},
): Promise<CaseView | Failure> => {
  throw new Error('pending')
}

/**
 * For clocks and jobs. What was done already is refused with `nothing_due` or `nothing_to_confirm`, so giving a command
 * twice does it once.
 */
export const giveSystemCommand = async (
  _services: Services,
  _reference: string,
  _command: SystemCommand,
): Promise<{ version: number } | Failure> => {
  throw new Error('pending')
}

export type { Command }
