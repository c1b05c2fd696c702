import { createChallenge, extractParams, verifySolution } from 'altcha-lib/v1'
import type { Services } from '../../actions/services.ts'
import type { Site } from '../../actions/types.ts'
import { toHex, utf8 } from '../../core/encoding.ts'
import { hmac } from '../../vault/aead.ts'
import { siteHmacKeys } from '../../vault/blindIndex.ts'

/** Half of it on average: a second or two on a slow phone, and a price on every complaint a robot files. */
const MOST = 75_000
const LIFE = 20 * 60 * 1000

export interface Challenge {
  algorithm: 'SHA-256'
  challenge: string
  salt: string
  signature: string
  maxnumber: number
}

/** What a solution says, as the ALTCHA widget sends it: base64 of JSON. */
export interface Solution {
  algorithm: 'SHA-256'
  challenge: string
  number: number
  salt: string
  signature: string
}

/** A proof of work that needs no memory: what it is about is in its salt, which its signature holds together. */
export const newChallenge = async (services: Services, site: Site): Promise<Challenge> => {
  const [hmacKey] = await keysOf(services, site)
  if (!hmacKey) throw new Error('There is always a current key')
  const expires = new Date(Date.parse(services.now()) + LIFE)
  const made = await createChallenge({
    algorithm: 'SHA-256',
    hmacKey,
    maxnumber: MOST,
    expires,
    params: { site: site.publicKey },
  })
  return { ...made, algorithm: 'SHA-256', maxnumber: MOST }
}

/** The site a solution says it is for. */
export const siteKeyOf = (solution: Solution): string => extractParams(solution).site ?? ''

/** Until when the challenge counted; null when it was not solved, not made here or is over. */
export const expiryOf = async (services: Services, site: Site, solution: Solution): Promise<Date | null> => {
  const keys = await keysOf(services, site)
  const verdicts = await Promise.all(keys.map((key) => verifySolution(solution, key, false)))
  const expires = new Date(Number(extractParams(solution).expires) * 1000)
  return verdicts.includes(true) && expires.toISOString() > services.now() ? expires : null
}

/** The library takes its key as text. */
const keysOf = async (services: Services, site: Site): Promise<string[]> => {
  const keys = await siteHmacKeys((await services.keys()).index, site.id, 'challenge')
  return Promise.all(keys.map(async (key) => toHex(await hmac(key, utf8('altcha')))))
}
