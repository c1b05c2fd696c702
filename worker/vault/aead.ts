/**
 * The one way this folder encrypts: AES-256-GCM, laid out as `header || iv (12 bytes) || ciphertext || tag`.
 *
 * The header (a version byte, where needed a key version) and the place the bytes belong to are authenticated with
 * them: a row that is moved to another case or another position does not open.
 */
import { type Bytes, concat, utf8 } from '../core/encoding.ts'
import { SealError } from './errors.ts'

export type { Bytes }

/** Where sealed bytes belong: a purpose, then ids. Written as JSON, so that no two places share a spelling. */
export type Place = readonly [purpose: string, ...ids: (string | number)[]]

const IV = 12
const TAG = 16

export async function encrypt(key: CryptoKey, header: Bytes, place: Place, plain: Bytes): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(IV))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: bind(header, place) }, key, plain)
  return concat(header, iv, new Uint8Array(sealed))
}

export async function decrypt(key: CryptoKey, headerLength: number, place: Place, sealed: Uint8Array): Promise<Bytes> {
  if (sealed.length < headerLength + IV + TAG) throw new SealError('format', 'Sealed bytes are too short')
  const bytes = new Uint8Array(sealed)
  const iv = bytes.subarray(headerLength, headerLength + IV)
  const additionalData = bind(bytes.subarray(0, headerLength), place)
  try {
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv, additionalData },
      key,
      bytes.subarray(headerLength + IV),
    )
    return new Uint8Array(plain)
  } catch {
    throw new SealError('tampered', `Sealed bytes do not open as ${place[0]}: changed, moved or under another key`)
  }
}

const bind = (header: Uint8Array, place: Place): Bytes => concat(header, utf8(JSON.stringify(['redress', ...place])))

/** HKDF-SHA-256 (RFC 5869): keys for separate purposes out of one secret. */
export async function hkdf(secret: Bytes | CryptoKey, salt: Bytes, info: Place): Promise<Bytes> {
  const root = secret instanceof Uint8Array ? await hkdfKey(secret) : secret
  const parameters = { name: 'HKDF', hash: 'SHA-256', salt, info: utf8(JSON.stringify(['redress', ...info])) }
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, root, 256))
}

export const hkdfKey = (secret: Bytes) => crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits'])

export const aesKey = (secret: Bytes) =>
  crypto.subtle.importKey('raw', secret, 'AES-GCM', false, ['encrypt', 'decrypt'])

export const hmacKey = (secret: Bytes) =>
  crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])

export const hmac = async (key: CryptoKey, bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes))

export const NO_SALT: Bytes = new Uint8Array(0)

/** Takes the same time wherever the first difference is. */
export function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  let difference = a.length ^ b.length
  for (let i = 0; i < a.length; i++) difference |= (a[i] as number) ^ (b[i] ?? 0)
  return difference === 0
}
