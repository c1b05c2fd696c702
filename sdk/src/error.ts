import type { FieldError, Problem } from './api.gen.ts'

export type { FieldError, Problem }

/** The API refused, or could not be reached (`status` 0, `code` `unreachable`). */
export class RedressError extends Error {
  override name = 'RedressError'
  readonly status: number
  /** Stable; see the API reference. */
  readonly code: string
  readonly title: string
  /** Names this answer in the installation's records; null when there was none. */
  readonly requestId: string | null
  readonly errors: readonly FieldError[]
  /** Seconds after which another attempt makes sense; null when the answer named none. */
  readonly retryAfter: number | null
  readonly problem: Readonly<Partial<Problem>>

  constructor(problem: Partial<Problem>, retryAfter: number | null = null, cause?: unknown) {
    super(problem.detail ?? problem.title ?? 'The request failed', cause === undefined ? undefined : { cause })
    this.status = problem.status ?? 0
    this.code = problem.code ?? 'unexpected'
    this.title = problem.title ?? ''
    this.requestId = problem.requestId ?? null
    this.errors = problem.errors ?? []
    this.retryAfter = retryAfter
    this.problem = problem
  }
}
