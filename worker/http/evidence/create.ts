import { createRoute, z } from '@hono/zod-openapi'
import { findSite } from '../../actions/administration.ts'
import { beginUpload } from '../../actions/evidence/upload.ts'
import { words } from '../../core/fields.ts'
import { allow, credentialFrom } from '../auth.ts'
import { idempotencyHeader } from '../idempotency.ts'
import { limitedVisitors } from '../middleware/limits.ts'
import { fail } from '../problem/problem.ts'
import { failures } from '../problem/schema.ts'
import { type Router, send, serve } from '../router.ts'
import { hexDigest, uploadSchema } from './schema.ts'

const announced = z
  .strictObject({
    name: words(255),
    size: z.number().int().nonnegative().meta({ description: 'Bytes; at most 104,857,600.' }),
    type: z.string().max(200).optional().meta({ description: 'A hint only: the type is found in the content.' }),
    sha256: hexDigest.optional(),
    siteKey: z.string().max(100).optional().meta({ description: 'For staff who upload before there is a case.' }),
  })
  .meta({ id: 'NewUpload' })

const route = createRoute({
  method: 'post',
  path: '/v1/evidence',
  operationId: 'createUpload',
  tags: ['Evidence'],
  summary: 'Announce a file. Its parts follow, each of `partBytes` but the last.',
  security: allow('intake', 'session', 'partner', 'staff'),
  request: {
    headers: idempotencyHeader,
    body: { required: true, content: { 'application/json': { schema: announced } } },
  },
  responses: {
    201: { description: 'The upload, to send parts to.', content: { 'application/json': { schema: uploadSchema } } },
    ...failures('unauthenticated', 'forbidden', 'upload_invalid', 'idempotency_key_reused', 'payload_too_large'),
  },
  middleware: limitedVisitors('uploads'),
})

export const addCreateUpload = (router: Router): void =>
  serve(router, route, async (c) => {
    const services = c.get('services')
    const { siteKey, name, size, sha256 } = c.req.valid('json')
    const site = siteKey === undefined ? null : await findSite(services, siteKey)
    if (siteKey !== undefined && !site) return fail(c, { failed: 'not_found' })
    const options = { site: site?.id, idempotencyKey: c.req.header('idempotency-key') }
    const upload = await beginUpload(services, credentialFrom(c), { name, size, sha256 }, options)
    return send(c, uploadSchema, upload, { status: 201 })
  })
