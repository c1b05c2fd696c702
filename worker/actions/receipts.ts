import { SILENT } from '../core/clocks.ts'
import type { Complaint } from '../core/complaint.ts'
import type { Submission } from '../core/decide/index.ts'
import { sha256, toBase64url, utf8 } from '../core/encoding.ts'
import { canonical } from '../core/ledger.ts'
import type { EventRecord } from '../store/events.ts'
import { signReceipt } from '../vault/receipt.ts'
import type { SigningKeys } from '../vault/signingKeys.ts'
import type { Submitted } from './types.ts'

/** What a receipt proves: that this was received then, with these files, under this policy, as these entries of the ledger. */
export interface Receipt {
  reference: string
  site: string
  receivedAt: string
  /** SHA-256, base64url, of the submission in its RFC 8785 form, defaults filled in. */
  submission: string
  /** SHA-256 in lower-case hex; size in bytes. */
  files: { id: string; sha256: string; size: number }[]
  policy: { id: string; version: number }
  promises: Submitted['promises']
  /** The end of the ledger: whatever it becomes, this entry stays in it. */
  ledger: { seq: number; hash: string }
}

/** What is promised when a complaint is received: the deadlines of ours that run. */
export const promisesOf = (c: Complaint): Submitted['promises'] =>
  c.clocks.filter(({ kind }) => !SILENT.has(kind)).map(({ kind, dueAt }) => ({ kind, dueAt }))

export const receiptFor = async (
  keys: SigningKeys,
  c: Complaint,
  submission: Submission,
  events: readonly EventRecord[],
): Promise<string> => {
  const last = events.at(-1)
  if (!last) throw new Error('A complaint begins with an event')
  const receipt: Receipt = {
    reference: c.reference,
    site: c.site,
    receivedAt: c.receivedAt,
    submission: toBase64url(await sha256(utf8(canonical(submission)))),
    files: c.evidence.map(({ id, sha256: digest, size }) => ({ id, sha256: digest, size })),
    policy: c.policy,
    promises: promisesOf(c),
    ledger: { seq: last.seq, hash: toBase64url(last.hash) },
  }
  return signReceipt(keys, receipt)
}
