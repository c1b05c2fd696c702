import { cors } from 'hono/cors'
import { createMiddleware } from 'hono/factory'
import type { Http } from '../http.ts'

/** What an answer says to browsers unless its route says otherwise: it is data, never a page. */
const DEFAULTS = {
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
} as const

export const headers = createMiddleware<Http>(async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(DEFAULTS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  if (new URL(c.req.url).protocol === 'https:') c.res.headers.set('strict-transport-security', 'max-age=31536000')
})

/** The API never reads cookies, so any page may call it; what it may do is in the token it sends. */
export const openToAll = cors({
  origin: '*',
  allowMethods: ['GET', 'POST', 'PUT', 'DELETE'],
  allowHeaders: [
    'Accept-Language',
    'Authorization',
    'Content-Digest',
    'Content-Type',
    'Idempotency-Key',
    'If-None-Match',
  ],
  exposeHeaders: [
    'Content-Disposition',
    'ETag',
    'Location',
    'RateLimit',
    'RateLimit-Policy',
    'Retry-After',
    'X-Request-Id',
  ],
  maxAge: 86_400,
})
