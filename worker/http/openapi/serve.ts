import { newApi } from '../api.ts'
import { sendTagged } from '../etag.ts'
import type { HttpContext } from '../http.ts'
import { documentOf } from './document.ts'

export const serveDocument = (c: HttpContext): Promise<Response> =>
  sendTagged(c, documentOf(newApi(), originOf(c)), {
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  })

/** The installation's own name where it has one. */
export const originOf = (c: HttpContext): string => c.env.PUBLIC_ORIGIN ?? new URL(c.req.url).origin
