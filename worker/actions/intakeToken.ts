/**
 * What a solved challenge earns: the right to upload files for an hour and to file one complaint on one site. It is not
 * stored. Everything in it is authenticated:
 *
 *     it_<payload>.<mac>      payload: base64url of JSON [site, id, expiry in seconds]      mac: HMAC-SHA-256 over it
 *
 * The same solution always makes the same token, so solving a challenge once cannot file two complaints.
 */
import { fromBase64url, toBase64url, utf8 } from '../core/encoding.ts'
import type { Instant } from '../core/vocabulary.ts'
import { equalBytes, hmac } from '../vault/aead.ts'
import { siteHmacKeys } from '../vault/blindIndex.ts'
import type { Services } from './services.ts'
import type { Grant } from './types.ts'

export interface Intake {
  /** 16 bytes in base64url; the same for the same solution. */
  id: string
  site: string
  expiresAt: Instant
}

const PREFIX = 'it_'

export const isIntakeToken = (text: string): boolean => text.startsWith(PREFIX)

/** `solution` names the solved challenge, e.g. its salt; `expiresAt` must follow from it too. */
export const mintIntakeToken = async (
  services: Services,
  { site, solution, expiresAt }: { site: string; solution: string; expiresAt: Instant },
): Promise<Grant> => {
  const [key] = await keysOf(services)
  if (!key) throw new Error('There is always a current key')
  const id = toBase64url((await hmac(key, utf8(`id\n${solution}`))).slice(0, 16))
  const payload = toBase64url(utf8(JSON.stringify([site, id, Math.floor(Date.parse(expiresAt) / 1000)])))
  return { token: `${PREFIX}${payload}.${toBase64url(await mac(key, payload))}`, expiresAt }
}

/** Null when it was not made here, was changed, or has expired. */
export const verifyIntakeToken = async (services: Services, token: string): Promise<Intake | null> => {
  const [payload, signature] = token.slice(PREFIX.length).split('.')
  const given = fromBase64url(signature)
  const intake = payload && isIntakeToken(token) ? parse(payload) : null
  if (!payload || !given || !intake || intake.expiresAt <= services.now()) return null
  const expected = await Promise.all((await keysOf(services)).map((key) => mac(key, payload)))
  return expected.some((bytes) => equalBytes(bytes, given)) ? intake : null
}

const parse = (payload: string): Intake | null => {
  const bytes = fromBase64url(payload)
  if (!bytes) return null
  try {
    const [site, id, seconds] = JSON.parse(new TextDecoder().decode(bytes)) as unknown[]
    return typeof site === 'string' && typeof id === 'string' && typeof seconds === 'number'
      ? { site, id, expiresAt: new Date(seconds * 1000).toISOString() }
      : null
  } catch {
    return null
  }
}

/** One for all sites: which one a token is for is in what is authenticated, and until then anybody may have written it. */
const keysOf = async (services: Services) => siteHmacKeys((await services.keys()).index, '@intake', 'intake-token')

const mac = (key: CryptoKey, payload: string) => hmac(key, utf8(`token\n${payload}`))
