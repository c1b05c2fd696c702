import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { toBase64url } from '../../core/encoding.ts'
import type { Env } from '../../env.ts'
import { hashSecret } from '../../vault/tokens.ts'
import { credentialFrom } from '../auth.ts'
import type { Http, HttpContext } from '../http.ts'
import { problem, respond, tooManyRequests } from '../problem/problem.ts'

/** As wrangler.toml sets them; the binding itself tells no number. Periods in seconds. */
const LIMITS = {
  LIMIT_PUBLIC: { quota: 60, period: 60 },
  LIMIT_AUTH: { quota: 10, period: 60 },
} as const satisfies Partial<Record<keyof Env, { quota: number; period: number }>>

type Limit = keyof typeof LIMITS

/** Where the caller is, as Cloudflare saw it; there is no such header on a local run. */
const addressOf = (c: HttpContext): string => c.req.header('cf-connecting-ip') ?? 'local'

const isWithin = async (c: HttpContext, limit: Limit, family: string, who = addressOf(c)): Promise<boolean> =>
  (await c.env[limit].limit({ key: `${family}:${who}` })).success

const refuse = (c: HttpContext, limit: Limit, family: string): Response => {
  const { quota, period } = LIMITS[limit]
  return respond(
    c,
    tooManyRequests(period, {
      'ratelimit-policy': `"${family}";q=${quota};w=${period}`,
      ratelimit: `"${family}";r=0;t=${period}`,
    }),
  )
}

/** So many requests of one family of routes from one address. */
export const limited = (limit: Limit, family: string) =>
  createMiddleware<Http>(async (c, next) => {
    if (!(await isWithin(c, limit, family))) return refuse(c, limit, family)
    return next()
  })

/**
 * The same for routes that visitors share with partners and staff, whose own credentials bound them: a partner may file
 * for a whole call centre from one address. Made-up credentials are counted as failures.
 */
export const limitedVisitors = (family: string) => {
  const limit = limited('LIMIT_PUBLIC', family)
  return createMiddleware<Http>((c, next) => {
    const { kind } = credentialFrom(c)
    return kind === 'intake' || kind === 'none' ? limit(c, next) : next()
  })
}

/**
 * For routes on which somebody who follows a case can make the organisation work: each act grows its ledger and writes to
 * people, and a complaint about the handling opens another case. Counted by session, not by address, so that those behind
 * one address do not hold each other back.
 */
export const limitedSessions = (family: string) =>
  createMiddleware<Http>(async (c, next) => {
    const credential = credentialFrom(c)
    if (credential.kind !== 'session') return next()
    const who = toBase64url(await hashSecret(credential.token))
    return (await isWithin(c, 'LIMIT_PUBLIC', family, who)) ? next() : refuse(c, 'LIMIT_PUBLIC', family)
  })

/** Credentials that do not work are counted too, whichever route they were tried on. */
export const limitFailures = createMiddleware<Http>(async (c, next) => {
  await next()
  if (c.res.status === 401 && !(await isWithin(c, 'LIMIT_AUTH', 'failures'))) {
    c.res = refuse(c, 'LIMIT_AUTH', 'failures')
  }
})

/** Also for bodies of unannounced length: they are counted as they arrive. */
export const bodyUpTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: (c) =>
      respond(
        c as HttpContext,
        problem('payload_too_large', { extra: { limit: maxSize }, values: () => ({ limit: maxSize }) }),
      ),
  })
