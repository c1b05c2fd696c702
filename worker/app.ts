import { Hono } from 'hono'
import { PART_BYTES } from './actions/evidence/limits.ts'
import { newApi } from './http/api.ts'
import { health } from './http/health.ts'
import type { Http, HttpContext } from './http/http.ts'
import { begin } from './http/middleware/begin.ts'
import { configured } from './http/middleware/configured.ts'
import { headers, openToAll } from './http/middleware/headers.ts'
import { bodyUpTo, limitFailures } from './http/middleware/limits.ts'
import { methodNotAllowed } from './http/middleware/methods.ts'
import { appPage } from './http/pages/app.ts'
import { serveAsset, serveLoader } from './http/pages/assets.ts'
import { notFound, onError } from './http/problem/errors.ts'
import { publishedKeys, securityContact } from './http/wellKnown.ts'

const TEXT_BYTES = 1024 * 1024

export const app = new Hono<Http>()
app.onError(onError)
app.notFound(notFound)

app.use(begin, headers)
// Before the rest, which needs the secrets: this is where an operator looks when they are wrong.
app.get('/health', health)
app.use(configured)

app.use('/v1/*', openToAll, limitFailures)
const forTexts = bodyUpTo(TEXT_BYTES)
const forParts = bodyUpTo(PART_BYTES)
app.use('/v1/*', (c, next) => (c.req.method === 'PUT' ? forParts : forTexts)(c, next))
app.route('/', newApi())
app.use(
  '/v1/*',
  methodNotAllowed(() => app.routes),
)

app.get('/openapi.json', async (c) => (await import('./http/openapi/serve.ts')).serveDocument(c))
app.get('/docs', async (c) => (await import('./http/docs/page.ts')).docsPage(c))
app.get('/docs/style.css', async (c) => (await import('./http/docs/page.ts')).docsStyle(c))

app.get('/.well-known/jwks.json', publishedKeys)
app.get('/.well-known/security.txt', securityContact)

app.get('/widget.js', serveLoader)
// Browsers ask for one whatever a page says.
app.get('/favicon.ico', (c) => c.body(null, 204, { 'cache-control': 'public, max-age=86400' }))
app.get('/assets/*', serveAsset)
app.get('/embed/:siteKey', appPage('embed'))
app.get('/c/:siteKey', appPage('page'))

/** Pages of the staff desk and the mailbox are large and not for visitors: loaded when first asked for. */
const desk = async (c: HttpContext) => {
  const { admin } = await import('./admin/index.ts')
  return new Hono<Http>().route('/admin', admin).fetch(c.req.raw, c.env, c.executionCtx)
}
app.all('/admin', desk)
app.all('/admin/*', desk)

const mail = async (c: HttpContext) => {
  if (c.env.ENVIRONMENT !== 'local') return notFound(c)
  const [{ mailbox }, { mailSource }] = await Promise.all([
    import('./notify/mailbox.ts'),
    import('./actions/mailbox.ts'),
  ])
  const pages = mailbox(() => mailSource(c.get('services')))
  return new Hono().route('/mailbox', pages).fetch(c.req.raw, c.env, c.executionCtx)
}
app.get('/mailbox', mail)
app.get('/mailbox/*', mail)
