/**
 * Repeating a request with the same `Idempotency-Key` gives the same answer, and the answer may hold an access code. So
 * it is stored sealed under the caller's key, of which only a hash is kept: without the caller, it does not open.
 *
 * Callers choose these keys, and some will choose "1". The master key therefore goes into the derivation as HKDF's salt,
 * so that somebody who has the rows cannot try keys out. Its version stands in front of what is stored:
 *
 *     answer:       1 || master key version (2 bytes) || iv || ciphertext || tag
 *     fingerprint:  master key version (2 bytes) || HMAC-SHA-256, first 16 bytes
 */
import { type Bytes, concat, sha256, utf8 } from '../core/encoding.ts'
import { aesKey, decrypt, encrypt, equalBytes, hkdf, hmac, hmacKey, NO_SALT } from './aead.ts'
import { SealError } from './errors.ts'
import { keyOfVersion, type MasterKey, type MasterKeys } from './keys.ts'

export interface Idempotency {
  /** To find the record by. */
  keyHash(): Promise<Bytes>
  /** Of method, path and body, to tell a repetition from another request under the same key. */
  fingerprint(request: string): Promise<Bytes>
  isSame(fingerprint: Uint8Array, request: string): Promise<boolean>
  seal(answer: unknown): Promise<Bytes>
  /** Throws SealError when it was sealed under another key. */
  open<T>(sealed: Uint8Array): Promise<T>
}

const FORMAT = 1
const HEADER = 3

/** `scope` names who calls and where: the same key of another caller is another key. */
export function idempotency(master: MasterKeys, scope: string, key: string): Idempotency {
  const derive = async (under: MasterKey, purpose: 'answer' | 'request') => {
    const pepper = await hkdf(under.root, NO_SALT, ['idempotency'])
    return hkdf(utf8(key), pepper, ['idempotency', purpose, scope])
  }
  const fingerprintUnder = async (under: MasterKey, request: string) => {
    const mac = await hmac(await hmacKey(await derive(under, 'request')), utf8(request))
    return concat(versionOf(under), mac.subarray(0, 16))
  }
  const read = (bytes: Uint8Array, at: number) =>
    keyOfVersion(master, ((bytes[at] as number) << 8) | (bytes[at + 1] as number), 'MASTER_KEYS')

  return {
    keyHash: () => sha256(utf8(JSON.stringify(['redress', 'idempotency', scope, key]))),

    fingerprint: (request) => fingerprintUnder(master[0], request),

    isSame: async (fingerprint, request) =>
      equalBytes(fingerprint, await fingerprintUnder(read(fingerprint, 0), request)),

    async seal(answer) {
      const header = concat(Uint8Array.of(FORMAT), versionOf(master[0]))
      const answerKey = await aesKey(await derive(master[0], 'answer'))
      return encrypt(answerKey, header, ['idempotency', scope], utf8(JSON.stringify(answer)))
    },

    async open<T>(sealed: Uint8Array) {
      if (sealed[0] !== FORMAT || sealed.length < HEADER) throw new SealError('format', 'Not sealed by this version')
      const answerKey = await aesKey(await derive(read(sealed, 1), 'answer'))
      const plain = await decrypt(answerKey, HEADER, ['idempotency', scope], sealed)
      return JSON.parse(new TextDecoder().decode(plain)) as T
    },
  }
}

const versionOf = ({ version }: MasterKey): Bytes => Uint8Array.of(version >> 8, version & 0xff)
