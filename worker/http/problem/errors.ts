import { HTTPException } from 'hono/http-exception'
import { fill, problems } from '../../locales/index.ts'
import type { HttpContext } from '../http.ts'
import { ProblemError, problem, respond } from './problem.ts'

export const notFound = (c: HttpContext): Response => respond(c, problem('not_found'))

/** What nothing else caught. The log gets the error, the caller its number in the log. */
export const onError = (error: Error, c: HttpContext): Response => {
  if (error instanceof ProblemError) return respond(c, error.problem)
  if (error instanceof HTTPException && error.status === 400) return respond(c, malformed(c))
  console.error(
    JSON.stringify({ requestId: c.get('requestId'), error: error.name, message: error.message, stack: error.stack }),
  )
  return respond(c, problem('internal'))
}

/** The validator's only exception of its own: a body that is not JSON. */
const malformed = (c: HttpContext) => {
  const detail = fill(problems[c.get('language')].field.malformed_json, {})
  return problem('invalid', { errors: [{ pointer: '', code: 'malformed_json', detail }] })
}
