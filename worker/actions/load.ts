import type { Actor, Complaint } from '../core/complaint.ts'
import type { Event } from '../core/events.ts'
import { visibleTo } from '../core/view.ts'
import type { CallerRecord } from '../store/callers.ts'
import { type CaseRecord, caseQuery, NEWEST } from '../store/cases.ts'
import { type EventRecord, ledgerQuery, viewEventsQuery } from '../store/events.ts'
import { type AnswerRecord, answerQuery } from '../store/idempotency.ts'
import { siteOfCaseQuery } from '../store/sites.ts'
import { ask } from '../store/sql.ts'
import { type StaffRecord, staffOfCaseQuery } from '../store/staff.ts'
import { type UploadRecord, uploadsQuery } from '../store/uploads.ts'
import { parseReference } from '../vault/codes.ts'
import { type CaseKey, openCaseKey } from '../vault/seal.ts'
import { refuseAccess } from './access.ts'
import { callerQuery, caseCaller, knownCaller } from './callers.ts'
import { type Card, openCard } from './card.ts'
import { foldable, openEvent } from './entries.ts'
import type { Services } from './services.ts'
import { type Caller, type Credential, type Failure, isFailure, type Scope, type Site } from './types.ts'

/** Jobs and clocks act as the system, which nobody can claim to be from outside. */
export type Acting = Exclude<Caller, { kind: 'intake' }> | { kind: 'system'; actor: { kind: 'system' } }
const SYSTEM: Acting = { kind: 'system', actor: { kind: 'system' } }

/** A case and what a command on it depends on, as one round trip found it. */
export interface Loaded {
  caller: Acting
  record: CaseRecord
  case: Complaint
  caseKey: CaseKey | null
  card: Card | null
  /** Sealed, in order. */
  events: readonly EventRecord[]
  site: Site
  staff: readonly StaffRecord[]
  uploads: readonly UploadRecord[]
  /** Another case the command names; null when there is none at hand. */
  other: OtherCase | null
  /** What was answered before under the same idempotency key. */
  repeated: AnswerRecord | null
}

export interface OtherCase {
  record: CaseRecord
  case: Complaint
  caseKey: CaseKey
  card: Card
}

export interface Wanted {
  credential: Credential | 'system'
  reference: string
  /** The partner's scope this takes. */
  scope: Scope
  /** Upload ids the command names. */
  uploads?: readonly string[]
  /** The case a link names. */
  other?: string | null
  /** Hash of the idempotency key. */
  answer?: Uint8Array<ArrayBuffer> | null
  /** Part of the ledger instead of the events that the view needs. */
  ledger?: { after: number; limit: number }
  /** Whether to load the staff too: commands depend on them, the view of the complainant's side does not. */
  staff: boolean
}

/** Loads in one round trip, and refuses whoever may not get at the case. */
export const load = async (services: Services, wanted: Wanted): Promise<Loaded | Failure> => {
  const { db, now } = services
  const reference = parseReference(wanted.reference)?.reference
  if (wanted.credential !== 'system' && wanted.credential.kind === 'none') return { failed: 'unauthenticated' }
  if (!reference) return { failed: 'not_found' }
  const found = await ask(db, {
    caller: wanted.credential === 'system' ? null : await callerQuery(services, wanted.credential),
    record: caseQuery(db, reference),
    events: wanted.ledger
      ? ledgerQuery(db, reference, wanted.ledger.after, wanted.ledger.limit)
      : viewEventsQuery(db, reference, NEWEST),
    site: siteOfCaseQuery(db, reference),
    staff: wanted.staff ? staffOfCaseQuery(db, reference) : null,
    uploads: wanted.uploads?.length ? uploadsQuery(db, wanted.uploads, now()) : null,
    other: wanted.other ? caseQuery(db, wanted.other) : null,
    answer: wanted.answer ? answerQuery(db, wanted.answer, now()) : null,
  })
  const caller = await actingOn(services, wanted, found)
  if (isFailure(caller)) return caller
  const { record, site } = found
  if (!record || !site) return { failed: 'not_found' }
  const refused = caller.kind === 'system' ? null : refuseAccess(caller, record.state, wanted.scope)
  if (refused) return refused
  const { master } = await services.keys()
  const caseKey = await openCaseKey(master, reference, record.caseKey)
  return {
    caller,
    record,
    case: record.state,
    caseKey,
    card: await openCard(caseKey, record.card),
    events: found.events,
    site,
    staff: found.staff ?? [],
    uploads: found.uploads ?? [],
    other: await openOther(services, found.other),
    repeated: found.answer,
  }
}

const actingOn = async (
  services: Services,
  wanted: Wanted,
  { caller, record }: { caller: CallerRecord | null; record: CaseRecord | null },
): Promise<Acting | Failure> => {
  if (wanted.credential === 'system') return SYSTEM
  if (wanted.credential.kind === 'intake') return { failed: 'forbidden', needs: 'session' }
  if (!caller) return { failed: 'unauthenticated' }
  if (caller.kind !== 'session') return knownCaller(services, caller)
  // A session tells nothing about other cases, not even which exist.
  if (!record || caller.reference !== record.state.reference) return { failed: 'not_found' }
  return caseCaller(caller, record.state) ?? { failed: 'unauthenticated' }
}

const openOther = async (services: Services, record: CaseRecord | null): Promise<OtherCase | null> => {
  if (!record) return null
  const { master } = await services.keys()
  const caseKey = await openCaseKey(master, record.state.reference, record.caseKey)
  const card = await openCard(caseKey, record.card)
  return caseKey && card ? { record, case: record.state, caseKey, card } : null
}

/** The events at hand that somebody may see of the case, opened. */
export const visibleEvents = async (
  { caseKey, events }: Pick<Loaded, 'caseKey' | 'events'>,
  c: Complaint,
  actor: Actor,
): Promise<Event[]> => {
  const seen = events.filter((record) => visibleTo(c, foldable(record) as Event, { actor }))
  return Promise.all(seen.map((record) => openEvent(caseKey, record)))
}
