import { createRoute, z } from '@hono/zod-openapi'
import { openSession } from '../../actions/sessions.ts'
import { idempotencyHeader } from '../idempotency.ts'
import { limited } from '../middleware/limits.ts'
import { failures } from '../problem/schema.ts'
import { type Router, send, serve } from '../router.ts'

const given = z
  .union([
    z.strictObject({
      reference: z.string().max(100).meta({ description: 'As people type it.' }),
      accessCode: z.string().max(200).meta({ description: 'As people type or paste it.' }),
    }),
    z.strictObject({ link: z.string().max(200).meta({ description: 'The token of a link in a message.' }) }),
  ])
  .meta({ id: 'SessionInput' })

const sessionSchema = z
  .union([
    z.object({
      token: z.string(),
      expiresAt: z.string().meta({ description: 'RFC 3339 in UTC.' }),
      reference: z.string(),
      as: z.enum(['complainant', 'representative']),
      accessCode: z.string().optional().meta({ description: 'A new code, from a link that reissues access.' }),
    }),
    z.object({
      confirmed: z.enum(['email', 'phone']).meta({ description: 'The contact is confirmed; nothing is opened.' }),
    }),
  ])
  .meta({ id: 'Session' })

const route = createRoute({
  method: 'post',
  path: '/v1/sessions',
  operationId: 'openSession',
  tags: ['Sessions'],
  summary: 'Open a case by number and access code, or by the one-time link of a message.',
  description: 'A wrong number, a wrong code and a used link are answered alike. Attempts are limited per address.',
  request: {
    headers: idempotencyHeader,
    body: { required: true, content: { 'application/json': { schema: given } } },
  },
  responses: {
    201: { description: 'A session.', content: { 'application/json': { schema: sessionSchema } } },
    ...failures('unauthenticated', 'unavailable'),
  },
  middleware: limited('LIMIT_AUTH', 'sessions'),
})

export const addOpenSession = (router: Router): void =>
  serve(router, route, async (c) =>
    send(c, sessionSchema, await openSession(c.get('services'), c.req.valid('json')), { status: 201 }),
  )
