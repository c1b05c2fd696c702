import { createMiddleware } from 'hono/factory'
import { createServices } from '../../actions/services.ts'
import { pickLanguage } from '../../locales/index.ts'
import type { Http } from '../http.ts'

/** Names the request, so that an answer can be found again in the logs, and gives it its language and services. */
export const begin = createMiddleware<Http>(async (c, next) => {
  const requestId = crypto.randomUUID()
  c.set('requestId', requestId)
  c.set('language', pickLanguage(c.req.header('accept-language')))
  c.set('services', createServices(c.env, { waitUntil: (work) => c.executionCtx.waitUntil(work) }))
  await next()
  c.res.headers.set('x-request-id', requestId)
})
