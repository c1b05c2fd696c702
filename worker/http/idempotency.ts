import { z } from '@hono/zod-openapi'
import type { IdempotencyInput } from '../actions/types.ts'
import type { HttpContext } from './http.ts'

/** Header of requests that change something. */
export const idempotencyHeader = z.object({
  'idempotency-key': z
    .string()
    .regex(/^[\x21-\x7e]{1,255}$/)
    .optional()
    .meta({
      description:
        'Chosen by the caller, e.g. a UUID. A repetition within 24 hours is answered the same and does nothing.',
    }),
})

export const idempotencyOf = async (c: HttpContext): Promise<IdempotencyInput | undefined> => {
  const key = c.req.header('idempotency-key')
  return key === undefined
    ? undefined
    : { key, body: `${c.req.method} ${new URL(c.req.url).pathname}\n${await c.req.text()}` }
}
