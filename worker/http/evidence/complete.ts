import { createRoute, z } from '@hono/zod-openapi'
import { completeUpload } from '../../actions/evidence/complete.ts'
import { allow, credentialFrom } from '../auth.ts'
import { idempotencyHeader } from '../idempotency.ts'
import { failures } from '../problem/schema.ts'
import { type Router, send, serve } from '../router.ts'
import { evidenceId, fileSchema, hexDigest } from './schema.ts'

const route = createRoute({
  method: 'post',
  path: '/v1/evidence/{id}/complete',
  operationId: 'completeUpload',
  tags: ['Evidence'],
  summary: 'End an upload. What is stored is hashed, its kind found in its content; what does not pass is deleted.',
  security: allow('intake', 'session', 'partner', 'staff'),
  request: {
    params: evidenceId,
    headers: idempotencyHeader,
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ sha256: hexDigest.optional() }) } },
    },
  },
  responses: {
    200: { description: 'The file, ready to be attached.', content: { 'application/json': { schema: fileSchema } } },
    ...failures('unauthenticated', 'not_found', 'upload_invalid'),
  },
})

export const addCompleteUpload = (router: Router): void =>
  serve(router, route, async (c) => {
    const { sha256 } = c.req.valid('json')
    const { id } = c.req.valid('param')
    return send(c, fileSchema, await completeUpload(c.get('services'), credentialFrom(c), id, sha256))
  })
