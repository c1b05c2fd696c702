import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Failure } from '../../actions/types.ts'
import type { Refusal } from '../../core/refusal.ts'
import { fill, type Language, type Problems, problems } from '../../locales/index.ts'
import type { HttpContext } from '../http.ts'
import type { FieldError } from './fields.ts'

import { type ProblemCode, STATUS } from './status.ts'
import { foundIn, needsIn, type Values, valuesOf } from './values.ts'

/** A problem before it is put into words. */
export interface Problem {
  code: ProblemCode
  status: ContentfulStatusCode
  /** Members beside the standard ones, for programs. */
  extra?: Record<string, unknown>
  /** What the words of `detail` need; made when the language is known. */
  values?: (language: Language) => Values
  /** Another detail than the code's own. */
  detail?: (texts: Problems) => string
  errors?: readonly FieldError[]
  headers?: Record<string, string>
}

export const problem = (code: ProblemCode, more: Omit<Problem, 'code' | 'status'> = {}): Problem => ({
  code,
  status: STATUS[code],
  ...more,
})

/** Every way an action can fail, as it goes over the wire. Tells nothing that the failure does not carry. */
export const problemOf = (failure: Failure): Problem => {
  if ('refused' in failure) return refusalProblem(failure)
  switch (failure.failed) {
    case 'unauthenticated':
      return problem('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } })
    case 'forbidden':
      return problem('forbidden', {
        extra: { needs: failure.needs },
        values: (language) => ({ needs: needsIn(language, [failure.needs]) }),
      })
    case 'stale':
      return problem('stale', { extra: { version: failure.version }, values: () => ({ version: failure.version }) })
    case 'too_many_requests':
      return tooManyRequests(failure.retryAfter)
    case 'upload_invalid':
      return uploadProblem(failure.why, failure.detail)
    case 'unavailable':
      return problem('unavailable', { headers: { 'retry-after': '1' } })
    case 'not_found':
    case 'conflict':
    case 'idempotency_key_reused':
    case 'challenge_failed':
      return problem(failure.failed)
  }
}

export const tooManyRequests = (retryAfter: number, headers: Record<string, string> = {}): Problem =>
  problem('too_many_requests', {
    values: () => ({ retryAfter }),
    headers: { 'retry-after': String(retryAfter), ...headers },
  })

const UPLOAD_STATUS: Partial<Record<keyof Problems['upload'], ContentfulStatusCode>> = {
  too_large: 413,
  type_not_accepted: 415,
  extension_differs: 415,
}

export const uploadProblem = (why: keyof Problems['upload'], detail: Values = {}): Problem => ({
  ...problem('upload_invalid', {
    extra: { why, ...detail },
    values: (language) => ({ ...detail, ...foundIn(language, detail.found) }),
    detail: (texts) => texts.upload[why],
  }),
  status: UPLOAD_STATUS[why] ?? STATUS.upload_invalid,
})

const refusalProblem = (refusal: Refusal): Problem => {
  const { refused, ...extra } = refusal
  return problem(refused, { extra, values: (language) => valuesOf(refusal, language) })
}

/** The problem document, RFC 9457. `type` is the place in the API reference that explains the code. */
export const respond = (
  c: HttpContext,
  { code, status, extra, values, detail, errors, headers }: Problem,
): Response => {
  const language = c.get('language')
  const texts = problems[language]
  const words = texts.problem[code]
  const body = {
    ...extra,
    type: `/docs#problem-${code}`,
    title: words.title,
    status,
    detail: fill(detail ? detail(texts) : words.detail, values?.(language) ?? {}),
    code,
    requestId: c.get('requestId'),
    ...(errors && { errors }),
  }
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json',
    'content-language': language,
    'cache-control': 'no-store',
    ...headers,
  })
}

export const fail = (c: HttpContext, failure: Failure): Response => respond(c, problemOf(failure))
