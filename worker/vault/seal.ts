/**
 * Personal data of a case, sealed under a random key of that case, which is wrapped by a master key. Destroying the
 * wrapped key erases the case: what is sealed stays where it is and opens no more.
 *
 *     wrapped key:  1 || master key version (2 bytes) || iv || ciphertext || tag     63 bytes
 *     sealed text:  1 || iv || ciphertext of the JSON || tag                         29 bytes more than the JSON
 */
import { utf8 } from '../core/encoding.ts'
import { aesKey, type Bytes, decrypt, encrypt, type Place } from './aead.ts'
import { SealError } from './errors.ts'
import { keyOfVersion, type MasterKeys } from './keys.ts'

const FORMAT = 1
const SEALED_HEADER = 1
const WRAPPED_HEADER = 3

/** The open key of one case. It knows its case, so that whatever it seals is bound to that case. */
export interface CaseKey {
  readonly caseId: string
  readonly key: CryptoKey
}

export type Opened<T> = { erased: false; value: T } | { erased: true }
export const ERASED = { erased: true } as const

export async function newCaseKey(master: MasterKeys, caseId: string): Promise<{ caseKey: CaseKey; wrapped: Bytes }> {
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const [key, wrapped] = await Promise.all([aesKey(raw), wrapKey(master, ['case-key', caseId], raw)])
  return { caseKey: { caseId, key }, wrapped }
}

/** Null when the key was destroyed: the case has been erased. */
export async function openCaseKey(
  master: MasterKeys,
  caseId: string,
  wrapped: Uint8Array | null | undefined,
): Promise<CaseKey | null> {
  if (!wrapped || wrapped.length === 0) return null
  return { caseId, key: await aesKey(await unwrapKey(master, ['case-key', caseId], wrapped)) }
}

/** The same case key under the current master key; null when it is that already. */
export async function rewrapCaseKey(master: MasterKeys, caseId: string, wrapped: Uint8Array): Promise<Bytes | null> {
  if (wrappedUnder(wrapped) === master[0].version) return null
  const raw = await unwrapKey(master, ['case-key', caseId], wrapped)
  return wrapKey(master, ['case-key', caseId], raw)
}

/** The version of the master key that wraps this key. */
export function wrappedUnder(wrapped: Uint8Array): number {
  if (wrapped[0] !== FORMAT || wrapped.length < WRAPPED_HEADER) {
    throw new SealError('format', 'Not a wrapped key of this version')
  }
  return ((wrapped[1] as number) << 8) | (wrapped[2] as number)
}

/** `slot` is the place within the case: the seq of an event, or what else is kept there ("contact", "search:3"). */
export function sealText(caseKey: CaseKey, slot: string | number, value: unknown): Promise<Bytes> {
  const json = JSON.stringify(value)
  if (json === undefined) throw new TypeError('Only JSON can be sealed')
  return encrypt(caseKey.key, Uint8Array.of(FORMAT), ['text', caseKey.caseId, slot], utf8(json))
}

/** Erased when the case key was destroyed, or these bytes were. Throws SealError when they are not what was sealed. */
export async function openText<T>(
  caseKey: CaseKey | null,
  slot: string | number,
  sealed: Uint8Array | null | undefined,
): Promise<Opened<T>> {
  if (!caseKey || !sealed || sealed.length === 0) return ERASED
  if (sealed[0] !== FORMAT) throw new SealError('format', 'Not sealed by this version')
  const plain = await decrypt(caseKey.key, SEALED_HEADER, ['text', caseKey.caseId, slot], sealed)
  return { erased: false, value: JSON.parse(new TextDecoder().decode(plain)) as T }
}

/** For any key that is kept under the master key. */
export function wrapKey(master: MasterKeys, place: Place, raw: Bytes): Promise<Bytes> {
  const [{ version, wrap }] = master
  return encrypt(wrap, Uint8Array.of(FORMAT, version >> 8, version & 0xff), place, raw)
}

export async function unwrapKey(master: MasterKeys, place: Place, wrapped: Uint8Array): Promise<Bytes> {
  const { wrap } = keyOfVersion(master, wrappedUnder(wrapped), 'MASTER_KEYS')
  return decrypt(wrap, WRAPPED_HEADER, place, wrapped)
}
