import { createRoute } from '@hono/zod-openapi'
import { endSession } from '../../actions/sessions.ts'
import { allow, credentialFrom } from '../auth.ts'
import { fail } from '../problem/problem.ts'
import { failures } from '../problem/schema.ts'
import { type Router, serve } from '../router.ts'

const route = createRoute({
  method: 'delete',
  path: '/v1/sessions',
  operationId: 'endSession',
  tags: ['Sessions'],
  summary: 'End the session whose token is sent. One that has ended already is no error.',
  security: allow('session'),
  responses: { 204: { description: 'Ended.' }, ...failures('unauthenticated') },
})

export const addEndSession = (router: Router): void =>
  serve(router, route, async (c) => {
    const credential = credentialFrom(c)
    if (credential.kind !== 'session') return fail(c, { failed: 'unauthenticated' })
    await endSession(c.get('services'), credential.token)
    return c.body(null, 204)
  })
