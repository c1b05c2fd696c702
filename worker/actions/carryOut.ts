import type { Context } from '../core/decide/index.ts'
import { type Appended, type Command, decide } from '../core/decide/index.ts'
import { newReference } from '../vault/codes.ts'
import { newCaseKey } from '../vault/seal.ts'
import type { Repeatable } from './answers.ts'
import { type Current, partyViewOf } from './caseView.ts'
import { contextFor } from './context.ts'
import { type Loaded, load } from './load.ts'
import { type Prepared, prepare, type Target } from './prepare.ts'
import { sameComplainant } from './sameComplainant.ts'
import type { Services } from './services.ts'
import { openStaff } from './staffRecords.ts'
import { type Credential, type Failure, isFailure } from './types.ts'
import { type OwnUpload, ownUploads, uploadHolder, uploadOwner, uploadsNamed } from './uploads.ts'
import { unavailable, write } from './write.ts'

export interface Order {
  credential: Credential | 'system'
  reference: string
  command: Command
  expectedVersion?: number | undefined
  answer: Repeatable | null
  /** What is stored together with its events, or not at all. */
  also?: readonly D1PreparedStatement[] | undefined
}

/** Times a command is decided: once more when somebody else was quicker. */
const MOST_TRIES = 2

/** Loads, decides, appends: the one path of every command of every actor. */
export const carryOut = async (services: Services, order: Order): Promise<Current | Failure> => {
  const { command, answer, expectedVersion } = order
  let seen: string | null = null
  let error: Error | null = null
  for (let tries = 0; ; tries++) {
    const loaded = await load(services, {
      credential: order.credential,
      reference: order.reference,
      scope: 'complaints:read',
      uploads: uploadsNamed(command),
      other: 'reference' in command ? command.reference : null,
      answer: answer?.hash ?? null,
      staff: true,
    })
    if (isFailure(loaded)) return loaded
    if (loaded.repeated && answer) {
      const again = await answer.again<object>(loaded.repeated)
      return isFailure(again) ? again : { loaded, case: loaded.case, appended: [] }
    }
    const version = versionFor(loaded)
    if (expectedVersion !== undefined && expectedVersion !== version) return { failed: 'stale', version }
    // The ledger did not move: it was not another writer that made the append fail.
    const ledgers = `${loaded.case.version}/${loaded.other?.case.version}`
    if (seen === ledgers) return unavailable(error)
    if (tries === MOST_TRIES) return { failed: 'conflict' }
    seen = ledgers

    const decided = await decideOn(services, loaded, order)
    if (isFailure(decided)) return decided
    const kept = answer ? await answer.keep({ version: decided.current.case.version }) : []
    error = await write(services, decided.prepared, [...kept, ...(order.also ?? [])])
    if (!error) return decided.current
  }
}

/** The version as the view tells it to this caller. */
const versionFor = ({ caller, case: c }: Loaded): number =>
  caller.kind === 'case' || caller.kind === 'partner' ? c.partyVersion : c.version

const decideOn = async (
  services: Services,
  loaded: Loaded,
  { command, credential }: Order,
): Promise<{ current: Current; prepared: Prepared[] } | Failure> => {
  const own = await uploadsOf(services, loaded, credential)
  const context = contextFor(services, loaded.case.policy, loaded.caller.actor, {
    staff: loaded.staff,
    uploads: own.uploads,
    other: otherOf(loaded),
    opening: opens(command)
      ? { reference: newReference(services.database), complainant: loaded.card?.complainant ?? {} }
      : undefined,
  })
  const decision = decide(loaded.case, command, context)
  if ('refused' in decision) return decision
  const [here] = decision
  if (!here) throw new Error('A decision concerns at least its own case')
  const current: Current = { loaded, case: here.case, appended: here.events }
  const keys = await services.keys()
  const staff = await Promise.all(loaded.staff.map((record) => openStaff(keys, record)))
  const view = await partyViewOf(services, current)
  const prepared = await Promise.all(
    decision.map(async (appended) =>
      prepare(
        services,
        appended,
        await targetOf(services, loaded, appended),
        { site: loaded.site, staff, view: appended === here ? view : null },
        own.keys,
      ),
    ),
  )
  return { current, prepared }
}

const uploadsOf = async (
  services: Services,
  { caller, uploads, case: c }: Loaded,
  credential: Order['credential'],
): Promise<{ uploads: Context['uploads']; keys: readonly OwnUpload[] }> =>
  caller.kind === 'system' || credential === 'system'
    ? { uploads: new Map(), keys: [] }
    : ownUploads(uploads, uploadOwner(caller), c.site, uploadHolder(credential, await services.keys()))

const otherOf = ({ caller, other, card }: Loaded): Context['other'] => {
  // Whoever was appointed for one case knows of no other.
  if (!other || (caller.kind === 'staff' && caller.staff.onlyCase !== null)) return undefined
  return { case: other.case, sameComplainant: card !== null && sameComplainant(card, other.card) }
}

/** Whether a command opens a case about the handling, given by the complainant or recorded by staff. */
const opens = (command: Command): boolean =>
  command.type === 'comment_on_handling' || (command.type === 'record_reply' && opens(command.reply))

const targetOf = async (services: Services, loaded: Loaded, { before, case: c }: Appended): Promise<Target> => {
  if (!before) {
    const { caseKey, wrapped } = await newCaseKey((await services.keys()).master, c.reference)
    return { caseKey, wrapped, head: null, card: null }
  }
  const { record, caseKey, card } = c.reference === loaded.case.reference ? loaded : (loaded.other ?? loaded)
  if (!caseKey || !record.caseKey) throw new Error('Nothing is appended to a case that was erased')
  return { caseKey, wrapped: record.caseKey, head: record.head, card }
}
