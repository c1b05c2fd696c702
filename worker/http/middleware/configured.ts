import { createMiddleware } from 'hono/factory'
import { SecretError } from '../../vault/errors.ts'
import type { Http } from '../http.ts'
import { problem, respond } from '../problem/problem.ts'

/**
 * Refuses every request while a secret of the installation is missing or malformed: half a service would take complaints
 * that it cannot seal. The operator reads in the log which secret it is and how to make one; visitors read that they
 * should come back. Keys are remembered by the isolate, so asking costs nothing once they are good.
 */
export const configured = createMiddleware<Http>(async (c, next) => {
  try {
    await c.get('services').keys()
  } catch (error) {
    if (!(error instanceof SecretError)) throw error
    console.error(JSON.stringify({ requestId: c.get('requestId'), refused: error.variable, message: error.message }))
    return respond(c, problem('unavailable', { headers: { 'retry-after': '60' } }))
  }
  return next()
})
