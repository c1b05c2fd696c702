import type { MiddlewareHandler } from 'hono'
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
  // A file that somebody sent is not shown; should a browser show it all the same, it can do nothing.
  const attached = c.res.headers.has('content-disposition')
  c.header('content-security-policy', attached ? "default-src 'none'; sandbox" : CSP)
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

/** A place of ours to go on to after signing in; anything else leads to the queue. */
export const safePath = (path: string | undefined): string => {
  if (!path?.startsWith('/admin') || path.includes('\\')) return '/admin'
  // Resolved against an origin that cannot be ours, `//elsewhere` and the like show themselves.
  const url = new URL(path, 'https://ours.invalid')
  return url.origin === 'https://ours.invalid' && /^\/admin(\/|$)/.test(url.pathname)
    ? url.pathname + url.search
    : '/admin'
}
