import { createRoute, z } from '@hono/zod-openapi'
import { requestAccess } from '../../actions/requestAccess.ts'
import { email, phone } from '../../core/fields.ts'
import { idempotencyHeader } from '../idempotency.ts'
import { limited } from '../middleware/limits.ts'
import { failures } from '../problem/schema.ts'
import { type Router, send, serve } from '../router.ts'

const reference = z.string().max(100).meta({ description: 'As people type it.' })

const given = z
  .union([z.strictObject({ reference, email }), z.strictObject({ reference, phone })])
  .meta({ id: 'AccessRequest', description: 'The number, and the e-mail address or telephone number given with it.' })

const accepted = z
  .object({ accepted: z.literal(true).meta({ description: 'Says nothing of whether anything was sent.' }) })
  .meta({ id: 'AccessRequested' })

const route = createRoute({
  method: 'post',
  path: '/v1/access-requests',
  operationId: 'requestAccess',
  tags: ['Sessions'],
  summary: 'Ask for a new access code, by number and the contact that was given.',
  description:
    'If both belong together, a one-time link is sent to that contact; opening it ends the old code. A contact that was ' +
    'never confirmed is asked to confirm itself first. The answer is the same whether or not they do. Requests are ' +
    'limited per address, and unopened links per contact and day.',
  request: {
    headers: idempotencyHeader,
    body: { required: true, content: { 'application/json': { schema: given } } },
  },
  responses: {
    202: { description: 'Taken.', content: { 'application/json': { schema: accepted } } },
    ...failures(),
  },
  middleware: limited('LIMIT_AUTH', 'access-requests'),
})

export const addRequestAccess = (router: Router): void =>
  serve(router, route, (c) => {
    const services = c.get('services')
    // Answered before anything is looked up: how long it takes must not tell a match. Who gets no link asks again.
    services.waitUntil(
      requestAccess(services, c.req.valid('json')).catch((error: unknown) =>
        console.error(
          JSON.stringify({ requestId: c.get('requestId'), failed: 'requestAccess', message: String(error) }),
        ),
      ),
    )
    return send(c, accepted, { accepted: true }, { status: 202 })
  })
