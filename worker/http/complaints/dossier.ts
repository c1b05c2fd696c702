import { createRoute, z } from '@hono/zod-openapi'
import { attachmentHeaders } from '../../actions/evidence/attachment.ts'
import { isFailure } from '../../actions/types.ts'
import { allow, credentialFrom } from '../auth.ts'
import { originOf } from '../origin.ts'
import { fail } from '../problem/problem.ts'
import { failures } from '../problem/schema.ts'
import { type Router, serve } from '../router.ts'
import { normalReference, referenceParam } from './reference.ts'

const route = createRoute({
  method: 'get',
  path: '/v1/complaints/{reference}/dossier',
  operationId: 'getDossier',
  tags: ['Complaints'],
  summary: 'Everything this caller may see, as a ZIP: readable page, ledger, files, signed manifest.',
  security: allow('session', 'partner', 'staff'),
  request: { params: referenceParam },
  responses: {
    200: {
      description: 'The archive.',
      content: { 'application/zip': { schema: z.string().meta({ type: 'string', format: 'binary' }) } },
    },
    ...failures('unauthenticated', 'forbidden', 'not_found'),
  },
})

export const addDossier = (router: Router): void =>
  serve(router, route, async (c) => {
    const { makeDossier } = await import('../dossier/dossier.ts')
    const reference = normalReference(c.req.valid('param').reference)
    const options = { language: c.get('language'), origin: originOf(c) }
    const dossier = await makeDossier(c.get('services'), credentialFrom(c), reference, options)
    if (isFailure(dossier)) return fail(c, dossier)
    return c.body(dossier.body, 200, attachmentHeaders({ name: dossier.name, type: 'application/zip' }))
  })
