import { utf8 } from '../core/encoding.ts'
import { SecretError } from './errors.ts'

export interface PublicJwk {
  kty: 'OKP'
  crv: 'Ed25519'
  x: string
  kid: string
  alg: 'EdDSA'
  use: 'sig'
}

export interface SigningKeys {
  current: { kid: string; key: CryptoKey }
  /** Of all keys: what older ones signed stays verifiable. */
  published: readonly PublicJwk[]
}

const REMEDY = `Make one with: node -e "console.log(JSON.stringify({['k'+Date.now()]:require('crypto').generateKeyPairSync('ed25519').privateKey.export({format:'jwk'})}))"`
const fail = (problem: string) => new SecretError('SIGNING_KEYS', problem, REMEDY)

export async function parseSigningKeys(raw: string | undefined): Promise<SigningKeys> {
  if (!raw?.trim()) throw fail('is not set')
  let parsed: unknown
  try {
    parsed = JSON.parse(raw)
  } catch {
    // The parser's own message quotes its input.
    throw fail('is not JSON')
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw fail('is not a JSON object')

  const entries = Object.entries(parsed)
  const numbered = entries.filter(([kid]) => /^\d+$/.test(kid)).length
  // JavaScript moves number-like names to the front of an object, so with both kinds "the last one" would mean two things.
  if (numbered > 0 && numbered < entries.length) throw fail('mixes numbers and names as key ids')

  const published: PublicJwk[] = []
  let current: SigningKeys['current'] | null = null
  for (const [position, [kid, jwk]] of entries.entries()) {
    if (!/^[\w.-]{1,64}$/.test(kid)) throw fail('has a key id that is not 1 to 64 letters, digits, "-", "_" or "."')
    const { key, published: shown } = await importPair(kid, jwk)
    published.push(shown)
    if (position === entries.length - 1) current = { kid, key }
  }
  if (!current) throw fail('has no key in it')
  return { current, published }
}

async function importPair(kid: string, jwk: unknown): Promise<{ key: CryptoKey; published: PublicJwk }> {
  const { kty, crv, d, x } = (jwk ?? {}) as Record<string, unknown>
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof d !== 'string' || typeof x !== 'string') {
    throw fail(`key "${kid}" is not a private Ed25519 JWK`)
  }
  const probe = utf8('redress')
  let belongs: boolean
  let key: CryptoKey
  try {
    key = await crypto.subtle.importKey('jwk', { kty, crv, d, x }, 'Ed25519', false, ['sign'])
    const verifier = await crypto.subtle.importKey('jwk', { kty, crv, x }, 'Ed25519', false, ['verify'])
    belongs = await crypto.subtle.verify('Ed25519', verifier, await crypto.subtle.sign('Ed25519', key, probe), probe)
  } catch {
    throw fail(`key "${kid}" is not a private Ed25519 JWK`)
  }
  if (!belongs) throw fail(`key "${kid}" has a public part that does not belong to its private part`)
  return { key, published: { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' } }
}
