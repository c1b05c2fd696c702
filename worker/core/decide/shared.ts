import { dateOf } from '../calendar.ts'
import type { Complaint, ContactState, EvidenceFact } from '../complaint.ts'
import type { Refusal } from '../refusal.ts'
import type { PlainDate } from '../vocabulary.ts'
import type { Context } from './rule.ts'

/** Files a case can hold. */
export const MOST_FILES = 20

/** Turns upload ids into the facts and sealed names of the event that brings them. */
export const attach = (
  c: Complaint | null,
  ids: readonly string[],
  ctx: Context,
): { facts: { evidence?: EvidenceFact[] }; text: { fileNames?: Record<string, string> } } | Refusal => {
  if (ids.length === 0) return { facts: {}, text: {} }
  // What a case has already is no longer at hand.
  const missing = ids.filter((id) => !ctx.uploads.has(id) || c?.evidence.some((e) => e.id === id))
  if (missing.length > 0) return { refused: 'unknown_evidence', evidence: missing }
  const unique = [...new Set(ids)]
  if ((c?.evidence.length ?? 0) + unique.length > MOST_FILES) return { refused: 'too_much_evidence', limit: MOST_FILES }
  const uploads = unique.flatMap((id) => ctx.uploads.get(id) ?? [])
  return {
    facts: { evidence: uploads.map(({ id, sha256, size, type }) => ({ id, sha256, size, type })) },
    text: { fileNames: Object.fromEntries(uploads.map(({ id, name }) => [id, name])) },
  }
}

/** Evidence a finding relies on must already be on the case. */
export const onCase = (c: Complaint, ids: readonly string[]): Refusal | null => {
  const missing = ids.filter((id) => !c.evidence.some((e) => e.id === id))
  return missing.length > 0 ? { refused: 'unknown_evidence', evidence: missing } : null
}

export const openRequest = (c: Complaint) =>
  c.requests.find((r) => r.state === 'open' && r.of === 'complainant' && r.about !== 'points') ?? null

/** The date now where the office is. */
export const today = ({ policy, now }: Pick<Context, 'policy' | 'now'>): PlainDate => dateOf(policy.calendar, now)

type Contact = { email: ContactState; phone: ContactState }

export const reachable = (contact: Contact): boolean =>
  [contact.email, contact.phone].some((state) => state === 'unconfirmed' || state === 'confirmed')

/**
 * Reached through the tracker alone: somebody who gave no contact but has the access code. What is published there counts
 * as sent (PROCESS rule 15).
 */
export const trackerAlone = (c: Pick<Complaint, 'anonymous' | 'channel' | 'contact'>): boolean =>
  (c.anonymous || c.channel === 'web') && c.contact.email === 'none' && c.contact.phone === 'none'

/** The message that tells the complainant of an event, and whose arrival stops a clock; none where it has arrived already. */
export const letter = (c: Complaint, ctx: Context): { notice?: string } =>
  trackerAlone(c) ? {} : { notice: ctx.id('ms') }
