import { createRoute, z } from '@hono/zod-openapi'
import { type GivenCommand, giveCommand } from '../../actions/giveCommand.ts'
import { commands } from '../../core/decide/index.ts'
import { allow, credentialFrom } from '../auth.ts'
import { idempotencyHeader, idempotencyOf } from '../idempotency.ts'
import { limitedSessions } from '../middleware/limits.ts'
import { failures } from '../problem/schema.ts'
import { type ProblemCode, STATUS } from '../problem/status.ts'
import { type Router, send, serve } from '../router.ts'
import { normalReference, referenceParam } from './reference.ts'
import { complaintSchema } from './schema.ts'

const expectedVersion = z
  .number()
  .int()
  .positive()
  .optional()
  .meta({ description: 'The `version` of the view that was acted on; another one is refused as `stale`.' })

/** `accept_plan` is `AcceptPlan` in the API reference. */
const schemaName = (type: string) => type.replace(/(^|_)(\w)/g, (_match, _line, letter: string) => letter.toUpperCase())

/** Each command with its own schema, made from its rule: what the core takes is what the API takes. */
const [first, ...others] = Object.values(commands).map(({ type, summary, fields }) =>
  (fields as z.ZodObject)
    .extend({ type: z.literal(type), expectedVersion })
    .meta({ id: schemaName(type), description: summary }),
)

export const commandSchema = z
  .discriminatedUnion('type', [first as NonNullable<typeof first>, ...others])
  .meta({ id: 'Command', description: 'One act of the process, told apart by `type`.' }) as unknown as z.ZodType<
  GivenCommand & { expectedVersion?: number | undefined }
>

/** A command can be refused for any reason of the process: which, depends on who gives it and when. */
const refusals = Object.keys(STATUS).filter((code) => [403, 409, 422].includes(STATUS[code as ProblemCode]))

const route = createRoute({
  method: 'post',
  path: '/v1/complaints/{reference}/commands',
  operationId: 'giveCommand',
  tags: ['Complaints'],
  summary: 'Give one command. The case view’s `allowed` names those this caller can give now.',
  security: allow('session', 'partner', 'staff'),
  request: {
    params: referenceParam,
    headers: idempotencyHeader,
    body: { required: true, content: { 'application/json': { schema: commandSchema } } },
  },
  responses: {
    200: { description: 'The case after it.', content: { 'application/json': { schema: complaintSchema } } },
    ...failures('unauthenticated', 'not_found', 'unavailable', ...(refusals as ProblemCode[])),
  },
  middleware: limitedSessions('commands'),
})

export const addCommand = (router: Router): void =>
  serve(router, route, async (c) => {
    const { expectedVersion, ...command } = c.req.valid('json')
    const reference = normalReference(c.req.valid('param').reference)
    const options = { expectedVersion, idempotency: await idempotencyOf(c) }
    const answer = await giveCommand(c.get('services'), credentialFrom(c), reference, command as GivenCommand, options)
    return send(c, complaintSchema, answer)
  })
