import { createRoute, z } from '@hono/zod-openapi'
import { findSite } from '../../actions/administration.ts'
import { identify } from '../../actions/identify.ts'
import { readSummary } from '../../actions/readSummary.ts'
import { isFailure } from '../../actions/types.ts'
import { day } from '../../core/fields.ts'
import { STAGES } from '../../core/vocabulary.ts'
import { allow, credentialFrom } from '../auth.ts'
import { fail } from '../problem/problem.ts'
import { failures } from '../problem/schema.ts'
import { type Router, send, serve } from '../router.ts'

const query = z.strictObject({
  from: day.optional().meta({ description: 'First day, UTC; 30 days before `to` unless told.' }),
  to: day.optional().meta({ description: 'Last day, UTC, included; today unless told.' }),
  siteKey: z.string().max(100).optional(),
})

const summarySchema = z
  .object({
    from: z.string(),
    to: z.string(),
    counts: z.record(z.string(), z.record(z.string(), z.number())).meta({
      description:
        'By category and measure: `received`, `closed`, `appealed`, `breached`, `outcome:<outcome>`, `breach:<clock>`, `remedy:<kind>`, `paid:<currency>` (minor units), `rating:<1-5>`, …',
    }),
    stages: z
      .array(z.object({ stage: z.enum(STAGES), cases: z.number().int(), median: z.number(), p90: z.number() }))
      .meta({ description: 'Time spent in each stage, in hours.' }),
  })
  .meta({ id: 'Summary' })

const route = createRoute({
  method: 'get',
  path: '/v1/reports/summary',
  operationId: 'getSummary',
  tags: ['Reports'],
  summary: 'Figures for analysis: counts by category, time spent in each stage.',
  security: allow('partner', 'staff'),
  request: { query },
  responses: {
    200: { description: 'The figures.', content: { 'application/json': { schema: summarySchema } } },
    ...failures('unauthenticated', 'forbidden', 'not_found'),
  },
})

const DAY = 24 * 3600 * 1000

export const addSummary = (router: Router): void =>
  serve(router, route, async (c) => {
    const services = c.get('services')
    const { from, to = services.now().slice(0, 10), siteKey } = c.req.valid('query')
    const caller = await identify(services, credentialFrom(c))
    if (isFailure(caller)) return fail(c, caller)
    const site = siteKey === undefined ? null : await findSite(services, siteKey)
    if (siteKey !== undefined && !site) return fail(c, { failed: 'not_found' })
    const since = from ?? new Date(Date.parse(to) - 30 * DAY).toISOString().slice(0, 10)
    return send(c, summarySchema, await readSummary(services, caller, { from: since, to, site: site?.id }))
  })
