import { createRoute, z } from '@hono/zod-openapi'
import { findSite } from '../../actions/administration.ts'
import { mintIntakeToken } from '../../actions/intakeToken.ts'
import { later, type Services } from '../../actions/services.ts'
import type { Failure, Grant } from '../../actions/types.ts'
import { idempotencyHeader } from '../idempotency.ts'
import { limited } from '../middleware/limits.ts'
import { failures } from '../problem/schema.ts'
import { type Router, send, serve } from '../router.ts'
import { expiryOf, type Solution, siteKeyOf } from './challenge.ts'

/** Time to write, look for files and send, after the challenge itself is over. */
const LIFE = 6 * 3600 * 1000

export const grantSchema = z
  .object({ token: z.string(), expiresAt: z.string().meta({ description: 'RFC 3339 in UTC.' }) })
  .meta({ id: 'Grant' })

const solution = z.object({
  algorithm: z.literal('SHA-256'),
  challenge: z.string(),
  number: z.number().int().nonnegative(),
  salt: z.string(),
  signature: z.string(),
})

const route = createRoute({
  method: 'post',
  path: '/v1/challenges/solutions',
  operationId: 'redeemSolution',
  tags: ['Intake'],
  summary: 'Exchange a solved challenge for an intake token. The same solution always gives the same token.',
  request: {
    headers: idempotencyHeader,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({
            payload: z.string().max(4000).meta({
              description: 'Base64 of the JSON of `algorithm`, `challenge`, `number`, `salt`, `signature`.',
            }),
          }),
        },
      },
    },
  },
  responses: {
    201: {
      description: 'The token, for one complaint and its files.',
      content: { 'application/json': { schema: grantSchema } },
    },
    ...failures('challenge_failed'),
  },
  middleware: limited('LIMIT_PUBLIC', 'challenges'),
})

export const addSolutions = (router: Router): void =>
  serve(router, route, async (c) =>
    send(c, grantSchema, await redeem(c.get('services'), c.req.valid('json').payload), { status: 201 }),
  )

const redeem = async (services: Services, payload: string): Promise<Grant | Failure> => {
  const solved = parse(payload)
  const site = solved && (await findSite(services, siteKeyOf(solved)))
  const expires = site && (await expiryOf(services, site, solved))
  if (!solved || !site || !expires) return { failed: 'challenge_failed' }
  const expiresAt = later(expires.toISOString(), LIFE)
  return mintIntakeToken(services, { site: site.id, solution: solved.salt, expiresAt })
}

const parse = (payload: string): Solution | null => {
  try {
    return solution.safeParse(JSON.parse(atob(payload))).data ?? null
  } catch {
    return null
  }
}
