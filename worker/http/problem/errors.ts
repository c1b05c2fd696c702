import { HTTPException } from 'hono/http-exception'
import { fill, problems } from '../../locales/index.ts'
import type { HttpContext } from '../http.ts'
import { problem, respond } from './problem.ts'

export const notFound = (c: HttpContext): Response => respond(c, problem('not_found'))

/** What nothing else caught. The log gets the error, the caller its number in the log. */
export const onError = (error: Error, c: HttpContext): Response => {
  if (error instanceof HTTPException && error.status === 400) return respond(c, malformed(c))
  if (error instanceof HTTPException && error.status === 415) return respond(c, otherType)
  console.error(
    JSON.stringify({ requestId: c.get('requestId'), error: error.name, message: error.message, stack: error.stack }),
  )
  return respond(c, problem('internal'))
}

/** Only texts are held against a type: what a part of a file is called does not matter. */
const otherType = problem('unsupported_media_type', { values: () => ({ expected: 'application/json' }) })

/** The validator's only other exception of its own: a body that is not JSON. */
const malformed = (c: HttpContext) => {
  const detail = fill(problems[c.get('language')].field.malformed_json, {})
  return problem('invalid', { errors: [{ pointer: '', code: 'malformed_json', detail }] })
}
