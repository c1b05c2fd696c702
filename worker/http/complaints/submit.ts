import { createRoute, z } from '@hono/zod-openapi'
import { submitComplaint } from '../../actions/submitComplaint.ts'
import { isFailure } from '../../actions/types.ts'
import { submission } from '../../core/decide/index.ts'
import { allow, credentialFrom } from '../auth.ts'
import { idempotencyHeader, idempotencyOf } from '../idempotency.ts'
import { grantSchema } from '../intake/solutions.ts'
import { limitedVisitors } from '../middleware/limits.ts'
import { failures } from '../problem/schema.ts'
import { type Router, send, serve } from '../router.ts'

const submissionSchema = submission
  .extend({
    siteKey: z.string().max(100).optional().meta({ description: 'Needed from staff, whose token is tied to no site.' }),
  })
  .meta({
    id: 'Submission',
    description: 'A complaint as it arrives. What is missing and can be mended is asked for later.',
  })

const at = z.string().meta({ description: 'RFC 3339 in UTC.' })

const submittedSchema = z
  .object({
    reference: z.string().meta({ description: 'Number of the case; no secret.' }),
    accessCode: z.string().nullable().meta({
      description: 'Opens the case with the number. Shown this once; null for partners and staff, who never see it.',
    }),
    receivedAt: at,
    promises: z.array(z.object({ kind: z.string(), dueAt: at })).meta({ description: 'What happens by when.' }),
    receipt: z
      .string()
      .meta({ description: 'Compact JWS over what was received; the keys are at /.well-known/jwks.json.' }),
    session: grantSchema.nullable(),
    sessionOf: z.enum(['complainant', 'representative']).meta({ description: 'Whose the code and the session are.' }),
  })
  .meta({ id: 'Submitted' })

const route = createRoute({
  method: 'post',
  path: '/v1/complaints',
  operationId: 'submitComplaint',
  tags: ['Intake'],
  summary: 'File a complaint: a visitor with an intake token, a partner, or staff on somebody’s behalf.',
  security: allow('intake', 'partner', 'staff'),
  request: {
    headers: idempotencyHeader,
    body: { required: true, content: { 'application/json': { schema: submissionSchema } } },
  },
  responses: {
    201: {
      description: 'Received.',
      headers: z.object({ location: z.string().meta({ description: 'Address of the case.' }) }),
      content: { 'application/json': { schema: submittedSchema } },
    },
    ...failures(
      'unauthenticated',
      'forbidden',
      'conflict',
      'idempotency_key_reused',
      'unknown_evidence',
      'too_much_evidence',
      'consent_missing',
      'anonymous_not_accepted',
      'in_the_future',
      'unavailable',
    ),
  },
  middleware: limitedVisitors('complaints'),
})

export const addSubmit = (router: Router): void =>
  serve(router, route, async (c) => {
    const { siteKey, ...filed } = c.req.valid('json')
    const intended = { submission: filed, siteKey, idempotency: await idempotencyOf(c) }
    const submitted = await submitComplaint(c.get('services'), credentialFrom(c), intended)
    const headers = isFailure(submitted) ? {} : { location: `/v1/complaints/${submitted.reference}` }
    return send(c, submittedSchema, submitted, { status: 201, headers })
  })
