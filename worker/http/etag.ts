import { sha256, toBase64url, utf8 } from '../core/encoding.ts'
import type { HttpContext } from './http.ts'

/** Weak, because Cloudflare's edge weakens strong ones when it compresses (RFC 9110, 8.8.3). */
const tagOf = async (body: string): Promise<string> => `W/"${toBase64url((await sha256(utf8(body))).slice(0, 12))}"`

/** JSON with an `ETag`, or 304 where the caller has it already. */
export const sendTagged = async (
  c: HttpContext,
  answer: object,
  headers: Record<string, string>,
): Promise<Response> => {
  const body = JSON.stringify(answer)
  const etag = await tagOf(body)
  if (matches(c.req.header('if-none-match'), etag)) return c.body(null, 304, { etag, ...headers })
  return c.body(body, 200, { 'content-type': 'application/json', etag, ...headers })
}

/** RFC 9110, 13.1.2: weak comparison. */
export const matches = (header: string | undefined, etag: string): boolean => {
  const opaque = (tag: string) => tag.trim().replace(/^W\//, '')
  return header === '*' || (header ?? '').split(',').some((tag) => opaque(tag) === opaque(etag))
}
