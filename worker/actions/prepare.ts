import type { Complaint } from '../core/complaint.ts'
import type { Appended } from '../core/decide/index.ts'
import { keptUntil } from '../core/decide/system.ts'
import { type Bytes, toBase64url } from '../core/encoding.ts'
import { genesis } from '../core/ledger.ts'
import { type CaseRecord, type Filing, insertCase, updateCase } from '../store/cases.ts'
import { addCounts, addDurations } from '../store/counters.ts'
import { type EventRecord, insertEvents } from '../store/events.ts'
import { attachUpload } from '../store/uploads.ts'
import type { CaseKey } from '../vault/seal.ts'
import { type Card, cardAfter, sealCard } from './card.ts'
import { countsOf, durationsOf } from './counts.ts'
import { effectsOf } from './effects.ts'
import { sealEvents } from './entries.ts'
import { outboxFor, type Readers } from './messages.ts'
import { policyOf } from './policies.ts'
import type { Services } from './services.ts'
import { warnOfUncertainDates } from './uncertainDates.ts'
import { type OwnUpload, wrapForCase } from './uploads.ts'

/** The case that events are appended to: its key and, unless it begins with them, its record and card. */
export interface Target {
  caseKey: CaseKey
  /** The key as it is stored. */
  wrapped: Bytes
  head: Bytes | null
  card: Card | null
  filing?: Filing
}

export interface Prepared {
  statements: D1PreparedStatement[]
  /** Ids of messages that go out once this is stored. */
  messages: string[]
  events: EventRecord[]
}

/** Everything that is written when these events are appended to one ledger. */
export const prepare = async (
  services: Services,
  appended: Appended,
  target: Target,
  readers: Omit<Readers, 'card'>,
  uploads: readonly OwnUpload[] = [],
): Promise<Prepared> => {
  const { db } = services
  const { before, case: c, events } = appended
  const { reference, site } = c
  warnOfUncertainDates(appended)
  const card = cardAfter(target.card, events)
  const entries = await sealEvents(target.caseKey, await headOf(before, reference, target), events)
  const erased = c.erasedAt !== null
  const kept = erased || c.holds.length > 0 ? null : keptUntil(c, policyOf(c.policy))
  const times = { now: services.now(), eraseAt: kept }
  const record: CaseRecord = {
    state: c,
    head: (entries.at(-1) as EventRecord).hash,
    caseKey: erased ? null : target.wrapped,
    card: erased ? null : await sealCard(target.caseKey, card),
  }
  const outbox = erased
    ? { ids: [], statements: [] }
    : await outboxFor(services, appended, target.caseKey, { ...readers, card: target.card ?? card })
  const attached = events.flatMap(({ facts }) => (facts.evidence ?? []).map(({ id }) => id))
  const wrapped = await Promise.all(
    uploads.filter(({ id }) => attached.includes(id)).map((upload) => wrapForCase(target.caseKey, upload)),
  )
  const durations = durationsOf(appended)
  const counts = countsOf(appended)
  return {
    statements: [
      ...insertEvents(db, reference, entries),
      before
        ? updateCase(db, record, before.version, times)
        : insertCase(db, record, target.filing ?? { externalReference: null, intake: null }, times),
      ...(await effectsOf(services, appended, target.card, card)),
      ...wrapped.map((upload) => attachUpload(db, reference, upload)),
      ...outbox.statements,
      ...(counts.length > 0 ? [addCounts(db, site, counts)] : []),
      ...(durations.length > 0 ? [addDurations(db, site, durations)] : []),
    ],
    messages: outbox.ids,
    events: entries,
  }
}

const headOf = async (before: Complaint | null, reference: string, { head }: Target) =>
  before && head ? { seq: before.version, hash: toBase64url(head) } : genesis(reference)
