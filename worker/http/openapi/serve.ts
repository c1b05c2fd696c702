import { newApi } from '../api.ts'
import { sendTagged } from '../etag.ts'
import type { HttpContext } from '../http.ts'
import { originOf } from '../origin.ts'
import { documentOf } from './document.ts'

export const serveDocument = (c: HttpContext): Promise<Response> =>
  sendTagged(c, documentOf(newApi(), originOf(c)), {
    'cache-control': 'public, max-age=300',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
  })
