import { createRoute, z } from '@hono/zod-openapi'
import { expectPart, storePart } from '../../actions/evidence/part.ts'
import { isFailure } from '../../actions/types.ts'
import type { Bytes } from '../../core/encoding.ts'
import { allow, credentialFrom } from '../auth.ts'
import { fail, respond, uploadProblem } from '../problem/problem.ts'
import { failures } from '../problem/schema.ts'
import { type Router, send, serve } from '../router.ts'
import { evidenceId } from './schema.ts'

const received = z.object({ part: z.number().int(), received: z.array(z.number().int()) }).meta({ id: 'PartReceived' })

const route = createRoute({
  method: 'put',
  path: '/v1/evidence/{id}/parts/{part}',
  operationId: 'putPart',
  tags: ['Evidence'],
  summary: 'Send one part: exactly `partBytes`, the last one what remains. Sending it again replaces it.',
  security: allow('intake', 'session', 'partner', 'staff'),
  request: {
    params: evidenceId.extend({
      part: z.coerce.number().int().meta({ type: 'integer', description: 'From 1.', example: 1 }),
    }),
    headers: z.object({
      'content-digest': z.string().optional().meta({
        description: 'Required: the part’s SHA-256 as RFC 9530 writes it.',
        example: 'sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:',
      }),
    }),
    body: {
      content: {
        'application/octet-stream': { schema: z.string().meta({ type: 'string', format: 'binary' }) },
      },
    },
  },
  responses: {
    200: { description: 'The part is stored.', content: { 'application/json': { schema: received } } },
    ...failures('unauthenticated', 'not_found', 'upload_invalid', 'payload_too_large'),
  },
})

export const addPutPart = (router: Router): void =>
  serve(router, route, async (c) => {
    const services = c.get('services')
    const { id, part } = c.req.valid('param')
    const expected = await expectPart(services, credentialFrom(c), id, part)
    if (isFailure(expected)) return fail(c, expected)
    const digest = digestFrom(c.req.header('content-digest'))
    if (!digest) return respond(c, uploadProblem('digest_missing'))
    const bytes = new Uint8Array(await c.req.raw.arrayBuffer())
    return send(c, received, await storePart(services, expected, bytes, digest))
  })

/** The SHA-256 among the digests of a structured dictionary (RFC 9530, 2; RFC 8941, 3.3.5). */
const digestFrom = (header: string | undefined): Bytes | null => {
  const base64 = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(header ?? '')?.[1]
  return base64 ? Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)) : null
}
