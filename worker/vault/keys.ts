/**
 * The secrets of an installation, as they stand in the environment:
 *
 * - `MASTER_KEYS` and `INDEX_KEYS`: `{"1":"<32 random bytes in base64>","2":…}`. The highest number is used for what is
 *   new; the others still open, and still find, what is old.
 * - `SIGNING_KEYS`: `{"<kid>":<private Ed25519 JWK>,…}`. The last one signs, all of them verify.
 *
 * The bytes of a secret are used for nothing but HKDF; every purpose has a key of its own derived from them.
 */
import { aesKey, hkdf, hkdfKey, NO_SALT } from './aead.ts'
import { SealError, SecretError } from './errors.ts'
import { parseSigningKeys, type SigningKeys } from './signingKeys.ts'

export interface Secrets {
  MASTER_KEYS?: string | undefined
  INDEX_KEYS?: string | undefined
  SIGNING_KEYS?: string | undefined
}

export interface VersionedKey {
  version: number
  /** For HKDF. */
  root: CryptoKey
}

export interface MasterKey extends VersionedKey {
  /** AES-GCM, for wrapping other keys. */
  wrap: CryptoKey
}

/** Newest first: element 0 is the current one. */
export type MasterKeys = readonly [MasterKey, ...MasterKey[]]
export type IndexKeys = readonly [VersionedKey, ...VersionedKey[]]

export interface Keys {
  master: MasterKeys
  index: IndexKeys
  signing: SigningKeys
}

export async function loadKeys(secrets: Secrets): Promise<Keys> {
  const [master, index, signing] = await Promise.all([
    masterKeys(secrets.MASTER_KEYS),
    indexKeys(secrets.INDEX_KEYS),
    signingKeys(secrets.SIGNING_KEYS),
  ])
  return { master, index, signing }
}

export const masterKeys = remembered(async (raw): Promise<MasterKeys> => {
  const keys = await parseVersioned('MASTER_KEYS', raw)
  const wrapped = keys.map(async (key) => ({
    ...key,
    wrap: await aesKey(await hkdf(key.root, NO_SALT, ['master-wrap'])),
  }))
  return (await Promise.all(wrapped)) as unknown as MasterKeys
})

export const indexKeys = remembered((raw) => parseVersioned('INDEX_KEYS', raw))

export const signingKeys = remembered(parseSigningKeys)

export function keyOfVersion<Key extends VersionedKey>(keys: readonly Key[], version: number, variable: string): Key {
  const key = keys.find((candidate) => candidate.version === version)
  if (!key) throw new SealError('unknown_key', `${variable} has no key ${version}, under which this was sealed`)
  return key
}

async function parseVersioned(variable: string, raw: string | undefined): Promise<IndexKeys> {
  const remedy = `Make one with: node -e "console.log(JSON.stringify({1:require('crypto').randomBytes(32).toString('base64')}))"`
  const fail = (problem: string) => new SecretError(variable, problem, remedy)
  if (!raw?.trim()) throw fail('is not set')

  let parsed: unknown
  try {
    parsed = JSON.parse(raw)
  } catch {
    // The parser's own message quotes its input.
    throw fail('is not JSON')
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw fail('is not a JSON object')

  const keys: VersionedKey[] = []
  for (const [name, value] of Object.entries(parsed)) {
    const version = /^[1-9]\d{0,4}$/.test(name) ? Number(name) : Number.NaN
    if (!(version <= 0xffff)) throw fail('has a key whose name is not a number from 1 to 65535')
    const bytes = decodeBase64(value)
    if (bytes?.length !== 32) throw fail(`key ${version} is not 32 bytes in base64`)
    if (new Set(bytes).size < 12) throw fail(`key ${version} is not random: it looks like a placeholder`)
    keys.push({ version, root: await hkdfKey(bytes) })
  }
  const [newest, ...older] = keys.sort((a, b) => b.version - a.version)
  if (!newest) throw fail('has no key in it')
  return [newest, ...older]
}

function decodeBase64(value: unknown): Uint8Array<ArrayBuffer> | null {
  if (typeof value !== 'string') return null
  try {
    const binary = atob(value.trim().replaceAll('-', '+').replaceAll('_', '/'))
    return Uint8Array.from(binary, (character) => character.charCodeAt(0))
  } catch {
    return null
  }
}

/**
 * Parses once per isolate and secret. It keeps the result and not the promise, because in Workers a request that waits
 * for a promise of another request may wait for ever.
 */
function remembered<Parsed>(parse: (raw: string | undefined) => Promise<Parsed>) {
  let last: { raw: string | undefined; parsed: Parsed } | null = null
  return async (raw: string | undefined): Promise<Parsed> => {
    if (last && last.raw === raw) return last.parsed
    const parsed = await parse(raw)
    last = { raw, parsed }
    return parsed
  }
}
