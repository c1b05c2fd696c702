import { toBase64url } from '../core/encoding.ts'
import { type AnswerRecord, insertAnswer } from '../store/idempotency.ts'
import { type Idempotency, idempotency } from '../vault/idempotency.ts'
import { hashSecret } from '../vault/tokens.ts'
import { later, type Services } from './services.ts'
import type { Credential, Failure, IdempotencyInput } from './types.ts'

/** Answers are kept for 24 hours. */
const KEPT = 86_400_000

/** One request under an `Idempotency-Key`. */
export interface Repeatable {
  hash: Uint8Array<ArrayBuffer>
  /** What was answered before; a failure when that was another request. */
  again<T>(record: AnswerRecord): Promise<T | Failure>
  /** Stores the answer with what it answers; fails when there is one already. */
  keep(answer: unknown): Promise<D1PreparedStatement[]>
}

/** Null for a request without a key. The same key of another credential is another key. */
export const repeatable = async (
  services: Services,
  credential: Credential,
  input: IdempotencyInput | undefined,
): Promise<Repeatable | null> => {
  if (!input || credential.kind === 'none') return null
  const { master } = await services.keys()
  const caller = toBase64url(await hashSecret(credential.token))
  const record: Idempotency = idempotency(master, `${credential.kind}:${caller}`, input.key)
  const hash = await record.keyHash()
  return {
    hash,
    again: async <T>({ fingerprint, answer }: AnswerRecord) =>
      (await record.isSame(fingerprint, input.body)) ? record.open<T>(answer) : { failed: 'idempotency_key_reused' },
    keep: async (answer) => {
      const now = services.now()
      const kept = { fingerprint: await record.fingerprint(input.body), answer: await record.seal(answer) }
      return insertAnswer(services.db, hash, kept, later(now, KEPT), now)
    },
  }
}
