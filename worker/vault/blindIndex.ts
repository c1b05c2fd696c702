/**
 * Finds the cases of an e-mail address or a phone number without storing either: a keyed hash of its normalised form.
 * Each site has a key of its own, so the same address on two sites cannot be told to be the same.
 */
import { type Bytes, utf8 } from '../core/encoding.ts'
import { hkdf, hmac, hmacKey, NO_SALT } from './aead.ts'
import type { IndexKeys } from './keys.ts'

export type ContactKind = 'email' | 'phone'

const LENGTH = 16

/** To store. Null when the value is no address or number at all ("none", "-"): strangers must not share an index. */
export async function blindIndex(
  keys: IndexKeys,
  siteId: string,
  kind: ContactKind,
  value: string,
): Promise<Bytes | null> {
  const [current] = await blindIndexes([keys[0]], siteId, kind, value)
  return current ?? null
}

/** To look up: under every key, newest first, since what was stored before a rotation is under an older one. */
export async function blindIndexes(
  keys: IndexKeys,
  siteId: string,
  kind: ContactKind,
  value: string,
): Promise<Bytes[]> {
  const normal = kind === 'email' ? normaliseEmail(value) : normalisePhone(value)
  if (normal === null) return []
  const hashed = utf8(`${kind}\n${normal}`)
  const siteKeys = await siteHmacKeys(keys, siteId, 'contact')
  return Promise.all(siteKeys.map(async (key) => (await hmac(key, hashed)).slice(0, LENGTH)))
}

export function normaliseEmail(value: string): string | null {
  const email = value.normalize('NFKC').trim().toLowerCase()
  return /^[^\s@]+@[^\s@]+$/.test(email) ? email : null
}

/** Digits with a leading "+" where there is one; "00" is written for "+", and "(0)" after it is not dialled. */
export function normalisePhone(value: string): string | null {
  const dialled = (text: string) =>
    text
      .replace(/[^\d+]/g, '')
      .replace(/(?!^)\+/g, '')
      .replace(/^00/, '+')
  const typed = value.normalize('NFKC')
  const abroad = dialled(typed).startsWith('+')
  const digits = dialled(abroad ? typed.replace('(0)', '') : typed).replace('+', '')
  if (digits.length < 5) return null
  return abroad ? `+${digits}` : digits
}

const derived = new WeakMap<CryptoKey, Map<string, CryptoKey>>()

/** A site's HMAC keys for one purpose, newest first, derived once per isolate. */
export function siteHmacKeys(keys: IndexKeys, siteId: string, purpose: string): Promise<CryptoKey[]> {
  return Promise.all(
    keys.map(async ({ root }) => {
      const bySite = derived.get(root) ?? new Map<string, CryptoKey>()
      derived.set(root, bySite)
      const name = JSON.stringify([siteId, purpose])
      const key = bySite.get(name) ?? (await hmacKey(await hkdf(root, NO_SALT, ['index', purpose, siteId])))
      bySite.set(name, key)
      return key
    }),
  )
}
