import { createRoute, z } from '@hono/zod-openapi'
import { readLedger } from '../../actions/readLedger.ts'
import { allow, credentialFrom } from '../auth.ts'
import { failures } from '../problem/schema.ts'
import { type Router, send, serve } from '../router.ts'
import { normalReference, referenceParam } from './reference.ts'

const hash = z.string().meta({ description: 'SHA-256 in base64url.' })

const entry = z
  .object({
    seq: z.number().int(),
    body: hash,
    hash,
    prev: hash.optional(),
    facts: z.record(z.string(), z.unknown()).optional(),
    factSalt: z.string().optional(),
    commit: hash.optional(),
    text: z.record(z.string(), z.unknown()).nullable().optional(),
    salt: z.string().optional(),
  })
  .meta({
    id: 'LedgerEntry',
    description:
      'With facts and text where this caller may see the event, without text where it was erased, else its `body` alone. Each way the chain can be verified.',
  })

const page = z
  .object({
    data: z.array(entry),
    next: z.number().int().nullable().meta({ description: 'Pass as `after`; null at the end.' }),
  })
  .meta({ id: 'LedgerPage' })

const integer = z.coerce.number().int()

const route = createRoute({
  method: 'get',
  path: '/v1/complaints/{reference}/events',
  operationId: 'getLedger',
  tags: ['Complaints'],
  summary: 'The ledger as this caller may see it. It verifies without a key.',
  security: allow('session', 'partner', 'staff'),
  request: {
    params: referenceParam,
    query: z.strictObject({
      after: integer.min(0).optional().meta({ type: 'integer', description: 'Entries after this number.' }),
      limit: integer.min(1).max(200).optional().meta({ type: 'integer', description: '100 unless told.' }),
    }),
  },
  responses: {
    200: { description: 'Entries in order.', content: { 'application/json': { schema: page } } },
    ...failures('unauthenticated', 'not_found'),
  },
})

export const addLedger = (router: Router): void =>
  serve(router, route, async (c) => {
    const reference = normalReference(c.req.valid('param').reference)
    const { after, limit } = c.req.valid('query')
    const range = { ...(after !== undefined && { after }), ...(limit !== undefined && { limit }) }
    const ledger = await readLedger(c.get('services'), credentialFrom(c), reference, range)
    return send(c, page, ledger as z.input<typeof page>)
  })
