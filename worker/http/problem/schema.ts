import type { ResponseConfig } from '@asteasolutions/zod-to-openapi'
import { z } from '@hono/zod-openapi'
import { problems } from '../../locales/index.ts'
import { type ProblemCode, STATUS } from './status.ts'

const fieldError = z
  .object({
    pointer: z.string().meta({ description: 'JSON Pointer (RFC 6901) into the body; empty for the whole of it.' }),
    parameter: z.string().optional().meta({ description: 'Name of the query or path parameter, where it is one.' }),
    code: z.string().meta({ description: 'Stable, e.g. `required`, `unknown_field`, `too_long`.' }),
    detail: z.string(),
  })
  .meta({ id: 'FieldError' })

export const problemSchema = z
  .looseObject({
    type: z.string().meta({ description: 'Where the code is explained.' }),
    title: z.string(),
    status: z.number().int(),
    detail: z.string().meta({ description: 'What is wrong and what to do next, in the language asked for.' }),
    code: z.string().meta({ description: 'Stable; what programs decide by.' }),
    requestId: z.string(),
    errors: z.array(fieldError).optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457. Some codes carry more members: what the refusal knows.' })

/** The problems a route can answer with, by status; `invalid`, `too_many_requests` and `internal` can come from any. */
export const failures = (...codes: ProblemCode[]): Record<number, ResponseConfig> => {
  const byStatus = Map.groupBy(
    [...codes, 'invalid', 'too_many_requests', 'internal'] as ProblemCode[],
    (code) => STATUS[code],
  )
  return Object.fromEntries([...byStatus].map(([status, some]) => [status, responseOf(some)]))
}

const responseOf = (codes: readonly ProblemCode[]): ResponseConfig => ({
  description: codes.map((code) => `\`${code}\`: ${problems.en.problem[code].title}.`).join(' '),
  content: { 'application/problem+json': { schema: problemSchema } },
})
