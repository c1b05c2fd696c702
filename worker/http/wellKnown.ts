import { jwks } from '../vault/receipt.ts'
import type { HttpContext } from './http.ts'
import { notFound } from './problem/errors.ts'

/** Public keys of receipts and dossiers (RFC 7517). */
export const publishedKeys = async (c: HttpContext): Promise<Response> => {
  const { signing } = await c.get('services').keys()
  return c.body(JSON.stringify(jwks(signing)), 200, {
    'content-type': 'application/jwk-set+json',
    'cache-control': 'public, max-age=3600',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  })
}

const YEAR = 365 * 24 * 3600 * 1000

/** Where to report a hole (RFC 9116). Absent until the installation says whom to tell. */
export const securityContact = (c: HttpContext): Response => {
  const { SECURITY_CONTACT: contact, PUBLIC_ORIGIN: origin } = c.env
  if (!contact) return notFound(c)
  const expires = new Date(Date.parse(`${c.get('services').now().slice(0, 10)}T00:00:00Z`) + YEAR).toISOString()
  const lines = [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    'Preferred-Languages: en, zh',
    ...(origin ? [`Canonical: ${origin}/.well-known/security.txt`] : []),
  ]
  return c.text(`${lines.join('\n')}\n`, 200, { 'cache-control': 'public, max-age=86400' })
}
