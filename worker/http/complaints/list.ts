import { createRoute, z } from '@hono/zod-openapi'
import { identify } from '../../actions/identify.ts'
import { listCases } from '../../actions/listCases.ts'
import { isFailure } from '../../actions/types.ts'
import { line, moment } from '../../core/fields.ts'
import { CHANNELS, OUTCOMES, STAGES } from '../../core/vocabulary.ts'
import { allow, credentialFrom } from '../auth.ts'
import { fail } from '../problem/problem.ts'
import { failures } from '../problem/schema.ts'
import { type Router, send, serve } from '../router.ts'

const query = z.strictObject({
  stage: z.enum(STAGES).optional(),
  state: z.enum(['open', 'closed']).optional(),
  category: z.string().max(60).optional(),
  channel: z.enum(CHANNELS).optional(),
  assignee: z.string().max(64).optional().meta({ description: 'Staff only: a staff id, or `none`.' }),
  updatedSince: moment.optional(),
  externalReference: line.optional().meta({ description: 'Partners only: their own number.' }),
  order: z.enum(['updated', 'due']).optional().meta({ description: '`updated`: newest change first (default).' }),
  cursor: z.string().max(500).optional().meta({ description: '`next` of the page before.' }),
  limit: z.coerce.number().int().min(1).max(100).optional().meta({ type: 'integer', description: '50 unless told.' }),
})

const at = z.string().meta({ description: 'RFC 3339 in UTC.' })

const summary = z
  .object({
    reference: z.string(),
    site: z.string(),
    stage: z.enum(STAGES),
    outcome: z.enum(OUTCOMES).nullable(),
    category: z.string(),
    channel: z.string(),
    receivedAt: at,
    updatedAt: at,
    closedAt: at.nullable(),
    nextDueAt: at.nullable(),
    escalation: z.number().int(),
    assignee: z.string().nullable(),
    department: z.string().nullable(),
    subject: z.string().nullable(),
    complainant: z.string().nullable(),
  })
  .meta({ id: 'ComplaintSummary' })

const page = z
  .object({
    data: z.array(summary),
    next: z
      .string()
      .nullable()
      .meta({ description: 'Opaque; null at the end. A page can be short although more follow.' }),
  })
  .meta({ id: 'ComplaintPage' })

const route = createRoute({
  method: 'get',
  path: '/v1/complaints',
  operationId: 'listComplaints',
  tags: ['Complaints'],
  summary: 'Cases this caller may see, page by page.',
  security: allow('partner', 'staff'),
  request: { query },
  responses: {
    200: { description: 'A page.', content: { 'application/json': { schema: page } } },
    ...failures('unauthenticated', 'forbidden'),
  },
})

export const addListComplaints = (router: Router): void =>
  serve(router, route, async (c) => {
    const services = c.get('services')
    const caller = await identify(services, credentialFrom(c))
    if (isFailure(caller)) return fail(c, caller)
    return send(c, page, await listCases(services, caller, c.req.valid('query')))
  })
