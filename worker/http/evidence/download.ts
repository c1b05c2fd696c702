import { createRoute, z } from '@hono/zod-openapi'
import { credentialOf } from '../../actions/credentials.ts'
import { attachmentHeaders } from '../../actions/evidence/attachment.ts'
import { downloadEvidence } from '../../actions/evidence/download.ts'
import { isFailure } from '../../actions/types.ts'
import { allow, credentialFrom } from '../auth.ts'
import { idempotencyHeader } from '../idempotency.ts'
import { fail } from '../problem/problem.ts'
import { failures } from '../problem/schema.ts'
import { type Router, serve } from '../router.ts'
import { evidenceId } from './schema.ts'

const form = z.object({
  token: z.string().optional().meta({ description: 'The token, where a form sends the request.' }),
})

const route = createRoute({
  method: 'post',
  path: '/v1/evidence/{id}/download',
  operationId: 'downloadEvidence',
  tags: ['Evidence'],
  summary: 'A file of a case, or one’s own upload, as an attachment. A POST, so that the token is in no address.',
  security: allow('intake', 'session', 'partner', 'staff'),
  request: {
    params: evidenceId,
    headers: idempotencyHeader,
    body: {
      content: {
        'application/x-www-form-urlencoded': { schema: form },
        'application/json': { schema: z.strictObject({}) },
      },
    },
  },
  responses: {
    200: {
      description: 'The content.',
      content: { 'application/octet-stream': { schema: z.string().meta({ type: 'string', format: 'binary' }) } },
    },
    ...failures('unauthenticated', 'not_found', 'erased'),
  },
})

export const addDownload = (router: Router): void =>
  serve(router, route, async (c) => {
    const { token } = c.req.valid('form') ?? {}
    const credential = token === undefined ? credentialFrom(c) : credentialOf(token)
    const file = await downloadEvidence(c.get('services'), credential, c.req.valid('param').id)
    return isFailure(file) ? fail(c, file) : c.body(file.body, 200, attachmentHeaders(file))
  })
