/**
 * What the installation signs: a compact JWS (RFC 7515) with Ed25519, its payload in canonical JSON. Anyone can check it
 * against the published keys.
 *
 * A verifier that lets the token choose the algorithm can be made to take a public key for an HMAC secret. Here it is
 * EdDSA or nothing. `typ` keeps a signature made for one thing from passing for another.
 */
import { CompactSign, compactVerify, createLocalJWKSet, errors } from 'jose'
import { utf8 } from '../core/encoding.ts'
import { canonical } from '../core/ledger.ts'
import type { PublicJwk, SigningKeys } from './signingKeys.ts'

export const RECEIPT = 'redress-receipt+jws'

export interface Jwks {
  keys: PublicJwk[]
}

/** The document at /.well-known/jwks.json. */
export const jwks = (keys: SigningKeys): Jwks => ({ keys: keys.published.map((key) => ({ ...key })) })

export async function signReceipt(keys: SigningKeys, payload: object, typ: string = RECEIPT): Promise<string> {
  const { kid, key } = keys.current
  return new CompactSign(utf8(canonical(payload))).setProtectedHeader({ alg: 'EdDSA', kid, typ }).sign(key)
}

export type ReceiptFault =
  /** No compact JWS with EdDSA, or no JSON object in it. */
  | 'format'
  /** Signed for something else. */
  | 'type'
  | 'unknown_key'
  | 'signature'

export type ReceiptVerdict = { ok: true; payload: object; kid: string } | { ok: false; fault: ReceiptFault }

export async function verifyReceipt(jws: string, keys: Jwks, typ: string = RECEIPT): Promise<ReceiptVerdict> {
  try {
    const { payload, protectedHeader } = await compactVerify(jws.trim(), createLocalJWKSet(keys), {
      algorithms: ['EdDSA'],
    })
    if (protectedHeader.typ !== typ) return { ok: false, fault: 'type' }
    const value: unknown = JSON.parse(new TextDecoder().decode(payload))
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !protectedHeader.kid) {
      return { ok: false, fault: 'format' }
    }
    return { ok: true, payload: value, kid: protectedHeader.kid }
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return { ok: false, fault: 'signature' }
    if (error instanceof errors.JWKSNoMatchingKey) return { ok: false, fault: 'unknown_key' }
    if (error instanceof errors.JOSEError || error instanceof SyntaxError) return { ok: false, fault: 'format' }
    throw error
  }
}
