/**
 * Each file of evidence lies in R2 under a random key of its own (`ssecKey`). That key is stored wrapped by whoever holds
 * the file: first by the upload (its token, which the Worker does not store) or the installation, then, once there is a
 * case, by the case, so that erasing the case closes its files too.
 */
import { utf8 } from '../core/encoding.ts'
import { aesKey, type Bytes, decrypt, encrypt, hkdf, NO_SALT, type Place } from './aead.ts'
import { SealError } from './errors.ts'
import type { MasterKeys } from './keys.ts'
import { type CaseKey, unwrapKey, wrapKey } from './seal.ts'

export type Holder =
  | { by: 'upload'; token: string }
  | { by: 'installation'; master: MasterKeys }
  /** `caseKey` is null when the case was erased. */
  | { by: 'case'; caseKey: CaseKey | null }

/** The first byte tells under whom a key is wrapped. */
const MARKS = { upload: 1, installation: 2, case: 3 } as const

export const newFileKey = (): Bytes => crypto.getRandomValues(new Uint8Array(32))

export async function wrapFileKey(holder: Holder, evidenceId: string, fileKey: Bytes): Promise<Bytes> {
  const mark = Uint8Array.of(MARKS[holder.by])
  if (holder.by === 'installation') {
    const wrapped = await wrapKey(holder.master, place(evidenceId), fileKey)
    return Uint8Array.of(...mark, ...wrapped)
  }
  if (holder.by === 'upload') return encrypt(await tokenKey(holder.token), mark, place(evidenceId), fileKey)
  if (!holder.caseKey) throw new SealError('unknown_key', 'The case was erased: nothing can be sealed for it')
  return encrypt(holder.caseKey.key, mark, place(evidenceId, holder.caseKey.caseId), fileKey)
}

/** Null when the case was erased. Throws SealError when the file belongs to somebody else. */
export async function openFileKey(holder: Holder, evidenceId: string, wrapped: Uint8Array): Promise<Bytes | null> {
  if (holder.by === 'case' && !holder.caseKey) return null
  if (wrapped[0] !== MARKS[holder.by]) {
    throw new SealError('format', `The key of this file is not wrapped by the ${holder.by}`)
  }
  if (holder.by === 'installation') return unwrapKey(holder.master, place(evidenceId), wrapped.subarray(1))
  if (holder.by === 'upload') return decrypt(await tokenKey(holder.token), 1, place(evidenceId), wrapped)
  const { key, caseId } = holder.caseKey as CaseKey
  return decrypt(key, 1, place(evidenceId, caseId), wrapped)
}

/** The name of a file is sealed under a key made from the file's own, so that whoever can open the one reads the other. */
export const sealFileName = async (fileKey: Bytes, evidenceId: string, name: string): Promise<Bytes> =>
  encrypt(await nameKey(fileKey), NO_SALT, ['file-name', evidenceId], utf8(name))

export const openFileName = async (fileKey: Bytes, evidenceId: string, sealed: Uint8Array): Promise<string> =>
  new TextDecoder().decode(await decrypt(await nameKey(fileKey), 0, ['file-name', evidenceId], sealed))

const nameKey = async (fileKey: Bytes) => aesKey(await hkdf(fileKey, NO_SALT, ['file-name']))

const place = (...ids: string[]): Place => ['file-key', ...ids]

const tokenKey = async (token: string) => aesKey(await hkdf(utf8(token), NO_SALT, ['file-key']))
