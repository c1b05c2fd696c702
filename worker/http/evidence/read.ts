import { createRoute } from '@hono/zod-openapi'
import { readUpload } from '../../actions/evidence/upload.ts'
import { allow, credentialFrom } from '../auth.ts'
import { failures } from '../problem/schema.ts'
import { type Router, send, serve } from '../router.ts'
import { evidenceId, uploadSchema } from './schema.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/evidence/{id}',
  operationId: 'getUpload',
  tags: ['Evidence'],
  summary: 'How far one’s own upload has come, to continue it.',
  security: allow('intake', 'session', 'partner', 'staff'),
  request: { params: evidenceId },
  responses: {
    200: { description: 'The upload.', content: { 'application/json': { schema: uploadSchema } } },
    ...failures('unauthenticated', 'not_found'),
  },
})

export const addReadUpload = (router: Router): void =>
  serve(router, route, async (c) =>
    send(c, uploadSchema, await readUpload(c.get('services'), credentialFrom(c), c.req.valid('param').id)),
  )
