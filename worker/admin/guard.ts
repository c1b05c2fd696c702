import type { MiddlewareHandler } from 'hono'
import { sha256, toBase64url, utf8 } from '../core/encoding.ts'
import { equalBytes } from '../vault/tokens.ts'
import type { Admin } from './admin.ts'

/** Nothing but our own stylesheet and forms; no script at all, ours included. */
const CSP = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

export const headers: MiddlewareHandler<Admin> = async (c, next) => {
  await next()
  c.header('content-security-policy', CSP)
  c.header('x-content-type-options', 'nosniff')
  c.header('x-frame-options', 'DENY')
  // `no-referrer` would make browsers send `Origin: null` with our own forms (Fetch, "append a request Origin header").
  c.header('referrer-policy', 'same-origin')
  c.header('cross-origin-opener-policy', 'same-origin')
  c.header('cross-origin-resource-policy', 'same-origin')
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
}

/** Whether a request that changes something comes from a page of ours; what says nothing of where it comes from does not. */
export const isSameOrigin = (request: Request): boolean => {
  const origin = request.headers.get('origin')
  if (origin !== null) return origin === new URL(request.url).origin
  return request.headers.get('sec-fetch-site') === 'same-origin'
}

/** The token that every form of a session carries. It follows from the session, so there is nothing to store. */
export const formToken = async (session: string): Promise<string> =>
  toBase64url((await sha256(utf8(`redress/admin/form\n${session}`))).slice(0, 18))

export const isFormToken = async (session: string, given: unknown): Promise<boolean> =>
  typeof given === 'string' && equalBytes(utf8(given), utf8(await formToken(session)))

/** A place of ours to go on to after signing in; anything else leads to the queue. */
export const safePath = (path: string | undefined): string => {
  if (!path?.startsWith('/admin') || path.includes('\\')) return '/admin'
  // Resolved against an origin that cannot be ours, `//elsewhere` and the like show themselves.
  const url = new URL(path, 'https://ours.invalid')
  return url.origin === 'https://ours.invalid' && /^\/admin(\/|$)/.test(url.pathname)
    ? url.pathname + url.search
    : '/admin'
}
