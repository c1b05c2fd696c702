import { Hono } from 'hono'
import { listStaff } from '../../actions/administration.ts'
import { createSignInLinks, endStaffSession, openStaffSession, SIGN_IN_MINUTES } from '../../actions/staffAccess.ts'
import { queueStaffMail } from '../../actions/staffMail.ts'
import { isFailure } from '../../actions/types.ts'
import { LANGUAGES } from '../../locales/index.ts'
import { type Admin, type AdminContext, deskFor, forgetSession, rememberLanguage, rememberSession } from '../admin.ts'
import { safePath } from '../guard.ts'
import { ConfirmPage, ExpiredPage, SentPage, SignInPage } from '../signIn/pages.tsx'
import { failed, formIn, html, isOurs, notOurs } from './respond.tsx'

const isLocal = (c: AdminContext) => c.env.ENVIRONMENT === 'local'

const field = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Ten tries a minute from one address; which account is tried is not looked at, so nobody can lock another out. */
const isThrottled = async (c: AdminContext): Promise<boolean> => {
  const address = c.req.header('cf-connecting-ip') ?? 'local'
  return !(await c.env.LIMIT_AUTH.limit({ key: `admin:${address}` })).success
}

const signInPage = async (c: AdminContext, next: string, problem?: 'throttled') => {
  const desk = await deskFor(c, { me: null, here: '/admin/sign-in' })
  const staff = isLocal(c) ? (await listStaff(c.get('services'))).filter((s) => s.active) : null
  return html(c, desk, <SignInPage next={next} demo={staff} problem={problem} />, problem ? 429 : 200)
}

/** Looks the address up and sends what there is to send; the answer never waits for it, so it tells nothing. */
const sendLinks = async (c: AdminContext, email: string, next: string): Promise<void> => {
  const services = c.get('services')
  const origin = c.env.PUBLIC_ORIGIN ?? new URL(c.req.url).origin
  for (const { token, staff } of await createSignInLinks(services, email)) {
    const url = new URL('/admin/sign-in/link', origin)
    url.searchParams.set('token', token)
    if (next !== '/admin') url.searchParams.set('next', next)
    await queueStaffMail(services, {
      staff,
      language: c.get('words').locale,
      letter: { template: 'staff_sign_in', params: { url: url.href, minutes: SIGN_IN_MINUTES } },
    })
  }
}

const enter = async (c: AdminContext, link: string, next: string): Promise<Response> => {
  const session = await openStaffSession(c.get('services'), link)
  if (isFailure(session)) {
    const desk = await deskFor(c, { me: null, here: '/admin/sign-in' })
    return html(c, desk, <ExpiredPage />, 403)
  }
  rememberSession(c, session.token, session.expiresAt)
  return c.redirect(safePath(next), 303)
}

/** Signing in by a mailed link that one more click uses up, signing out, and the language. */
export const signIn = new Hono<Admin>()
  .get('/sign-in', (c) => signInPage(c, safePath(c.req.query('next'))))
  .post('/sign-in', async (c) => {
    const form = await formIn(c)
    const next = safePath(field(form, 'next'))
    if (await isThrottled(c)) return signInPage(c, next, 'throttled')
    const email = field(form, 'email').trim()
    c.get('services').waitUntil(sendLinks(c, email, next))
    const desk = await deskFor(c, { me: null, here: '/admin/sign-in' })
    return html(c, desk, <SentPage email={email} local={isLocal(c)} />)
  })
  .get('/sign-in/link', async (c) => {
    const desk = await deskFor(c, { me: null, here: '/admin/sign-in' })
    return html(c, desk, <ConfirmPage token={c.req.query('token') ?? ''} next={safePath(c.req.query('next'))} />)
  })
  .post('/sign-in/link', async (c) => {
    const form = await formIn(c)
    const next = safePath(field(form, 'next'))
    if (await isThrottled(c)) return signInPage(c, next, 'throttled')
    return enter(c, field(form, 'token'), next)
  })
  .post('/sign-in/demo', async (c) => {
    if (!isLocal(c)) return failed(c, { failed: 'not_found' })
    const form = await formIn(c)
    const staff = (await listStaff(c.get('services'))).find((s) => s.id === field(form, 'staff') && s.active)
    if (!staff) return failed(c, { failed: 'not_found' })
    const links = await createSignInLinks(c.get('services'), staff.email)
    const link = links.find((l) => l.staff.id === staff.id)
    return enter(c, link?.token ?? '', field(form, 'next'))
  })
  .post('/sign-out', async (c) => {
    const credential = c.get('credential')
    if (!(await isOurs(c, await formIn(c)))) return notOurs(c)
    if (credential.kind === 'staff_session') await endStaffSession(c.get('services'), credential.token)
    forgetSession(c)
    return c.redirect('/admin/sign-in', 303)
  })
  .post('/language', async (c) => {
    const form = await formIn(c)
    const language = LANGUAGES.find((l) => l === field(form, 'language'))
    if (language) rememberLanguage(c, language)
    return c.redirect(safePath(field(form, 'back')), 303)
  })
