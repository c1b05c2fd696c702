import { createRoute } from '@hono/zod-openapi'
import { readCase } from '../../actions/readCase.ts'
import { isFailure } from '../../actions/types.ts'
import { allow, credentialFrom } from '../auth.ts'
import { sendTagged } from '../etag.ts'
import { fail } from '../problem/problem.ts'
import { failures } from '../problem/schema.ts'
import { type Router, serve } from '../router.ts'
import { normalReference, referenceParam } from './reference.ts'
import { complaintSchema } from './schema.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/complaints/{reference}',
  operationId: 'getComplaint',
  tags: ['Complaints'],
  summary: 'The case as this caller may see it, with the commands they can give now.',
  security: allow('session', 'partner', 'staff'),
  request: { params: referenceParam },
  responses: {
    200: {
      description: 'The case. Its `ETag` is weak and over what is served to this caller.',
      content: { 'application/json': { schema: complaintSchema } },
    },
    304: { description: 'Unchanged since `If-None-Match`.' },
    ...failures('unauthenticated', 'not_found'),
  },
})

export const addReadComplaint = (router: Router): void =>
  serve(router, route, async (c) => {
    const reference = normalReference(c.req.valid('param').reference)
    const complaint = await readCase(c.get('services'), credentialFrom(c), reference)
    // Nothing of a case may stay in a browser's cache; who wants to save bytes keeps the tag.
    return isFailure(complaint) ? fail(c, complaint) : sendTagged(c, complaint, { 'cache-control': 'no-store' })
  })
