import type { Complaint, EvidenceFact } from '../complaint.ts'
import type { Refusal } from '../refusal.ts'
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
  const missing = ids.filter((id) => !ctx.uploads.has(id))
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
