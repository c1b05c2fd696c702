import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getCookie } from 'hono/cookie'
import { etag } from 'hono/etag'
import { createServices } from '../actions/services.ts'
import { type Admin, LANGUAGE_COOKIE, sessionOf } from './admin.ts'
import { headers, isSameOrigin } from './guard.ts'
import { caseRoutes } from './routes/case.tsx'
import { commandRoutes } from './routes/command.tsx'
import { intake } from './routes/intake.tsx'
import { queue } from './routes/queue.tsx'
import { failed, fault, notOurs, tooLarge, toSignIn } from './routes/respond.tsx'
import { signIn } from './routes/signIn.tsx'
import { simulate } from './routes/simulate.tsx'
import { css } from './style.ts'
import { FORM_BYTES } from './uploads.ts'
import { wordsIn } from './words.ts'

/** Beside the files, a form holds its texts. */
const MOST_BYTES = FORM_BYTES + 1024 * 1024

/** Pages that need no session. */
const OPEN = /^\/admin\/(sign-in(\/.*)?|language|style\.css)$/

/** The staff desk, mounted at `/admin`: pages drawn by the Worker, which work without any script. */
export const admin = new Hono<Admin>()
  .use(headers)
  .use(async (c, next) => {
    c.set('services', createServices(c.env, { waitUntil: (work) => c.executionCtx.waitUntil(work) }))
    c.set('words', wordsIn(getCookie(c, LANGUAGE_COOKIE) ?? c.req.header('accept-language')))
    c.set('credential', sessionOf(c))
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD' && !isSameOrigin(c.req.raw)) return notOurs(c)
    if (c.get('credential').kind === 'none' && !OPEN.test(c.req.path)) return toSignIn(c)
    return next()
  })
  .use(bodyLimit({ maxSize: MOST_BYTES, onError: (c) => tooLarge(c) }))
  .get('/style.css', etag(), (c) =>
    c.body(css, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'no-cache' }),
  )
  .route('/', signIn)
  .route('/', queue)
  .route('/intake', intake)
  .route('/simulate', simulate)
  .route('/cases', caseRoutes)
  .route('/cases', commandRoutes)
  .all('*', (c) => failed(c, { failed: 'not_found' }))
  .onError((error, c) => fault(c, error))
