import { createMiddleware } from 'hono/factory'
import { METHOD_NAME_ALL } from 'hono/router'
import type { RouterRoute } from 'hono/types'
import type { Http } from '../http.ts'
import { problem, respond } from '../problem/problem.ts'

/** For a path that exists but not with this method: 405 and `Allow` (RFC 9110, 15.5.6). Comes after the routes. */
export const methodNotAllowed = (routes: () => readonly RouterRoute[]) =>
  createMiddleware<Http>(async (c, next) => {
    const allowed = [
      ...new Set(
        routes()
          .filter((route) => answers(route, c.req.path))
          .map(({ method }) => method),
      ),
    ]
    if (allowed.length === 0) return next()
    const allow = allowed.sort().join(', ')
    return respond(
      c,
      problem('method_not_allowed', { values: () => ({ method: c.req.method, allow }), headers: { allow } }),
    )
  })

const answers = ({ method, path }: RouterRoute, asked: string): boolean =>
  method !== METHOD_NAME_ALL && !path.endsWith('*') && patternOf(path).test(asked)

const patternOf = (path: string): RegExp => new RegExp(`^${path.replace(/:[^/]+/g, '[^/]+')}$`)
