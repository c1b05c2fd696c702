import { OpenAPIHono, type RouteConfig, type RouteHandler } from '@hono/zod-openapi'
import type * as z from 'zod'
import { type Failure, isFailure } from '../actions/types.ts'
import type { Http, HttpContext } from './http.ts'
import { fieldErrors } from './problem/fields.ts'
import { fail, problem, respond } from './problem/problem.ts'

export type Router = OpenAPIHono<Http>

type Invalid = { success: false; target: string; data?: unknown; error: z.core.$ZodError }

/** A router whose requests are held against their schemas; what does not fit is answered with `invalid`. */
export const newRouter = (): Router =>
  new OpenAPIHono<Http>({
    defaultHook: (result: { success: true } | Invalid, c: HttpContext) => {
      if (result.success) return undefined
      const where = result.target === 'json' || result.target === 'form' ? 'body' : 'parameters'
      const errors = fieldErrors(result.error.issues, result.data, where, c.get('language'))
      return respond(c, problem('invalid', { errors }))
    },
  })

/** The context of a route's handler: `c.req.valid` gives what its schemas made of the request. */
export type Parsed<R extends RouteConfig> = Parameters<RouteHandler<R, Http>>[0]

/**
 * Adds one operation. The library wants each answer typed per status, which the problems of a route are not; what a
 * route promises is held by `send`, and by the tests of the document.
 */
export const serve = <R extends RouteConfig>(
  router: Router,
  route: R,
  handle: (c: Parsed<R>) => Response | Promise<Response>,
): void => {
  router.openapi(route, handle as unknown as RouteHandler<R, Http>)
}

/** Serialises what the action answered: as the schema says, or as a problem. */
export const send = <S extends z.ZodType>(
  c: HttpContext,
  _schema: S,
  answer: z.input<S> | Failure,
  { status = 200, headers = {} }: { status?: 200 | 201 | 202; headers?: Record<string, string> } = {},
): Response =>
  isFailure(answer as object)
    ? fail(c, answer as Failure)
    : c.body(JSON.stringify(answer), status, {
        'content-type': 'application/json',
        'cache-control': 'no-store',
        ...headers,
      })
