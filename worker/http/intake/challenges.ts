import { createRoute, z } from '@hono/zod-openapi'
import { findSite } from '../../actions/administration.ts'
import { idempotencyHeader } from '../idempotency.ts'
import { limited } from '../middleware/limits.ts'
import { failures } from '../problem/schema.ts'
import { type Router, send, serve } from '../router.ts'
import { newChallenge } from './challenge.ts'

const challengeSchema = z
  .object({
    algorithm: z.literal('SHA-256'),
    challenge: z.string().meta({ description: 'Hex SHA-256 of salt and the number sought, written in decimal.' }),
    salt: z.string(),
    signature: z.string(),
    maxnumber: z.number().int().meta({ description: 'The number sought is not larger.' }),
  })
  .meta({ id: 'Challenge', description: 'A proof of work in the format of ALTCHA. It counts for 20 minutes.' })

const route = createRoute({
  method: 'post',
  path: '/v1/challenges',
  operationId: 'createChallenge',
  tags: ['Intake'],
  summary: 'Ask for a challenge; solving it earns the token that uploads and files one complaint.',
  request: {
    headers: idempotencyHeader,
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ siteKey: z.string().max(100) }) } },
    },
  },
  responses: {
    201: { description: 'A challenge.', content: { 'application/json': { schema: challengeSchema } } },
    ...failures('not_found'),
  },
  middleware: limited('LIMIT_PUBLIC', 'challenges'),
})

export const addChallenges = (router: Router): void =>
  serve(router, route, async (c) => {
    const services = c.get('services')
    const site = await findSite(services, c.req.valid('json').siteKey)
    return send(c, challengeSchema, site ? await newChallenge(services, site) : { failed: 'not_found' }, {
      status: 201,
    })
  })
