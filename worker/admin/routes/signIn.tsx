import { Hono } from 'hono'
import { listStaff } from '../../actions/administration.ts'
import { createSignInCodes, endStaffSession, openStaffSession, SIGN_IN_MINUTES } from '../../actions/staffAccess.ts'
import { queueStaffMail } from '../../actions/staffMail.ts'
import { isFailure } from '../../actions/types.ts'
import { LANGUAGES } from '../../locales/index.ts'
import { type Admin, type AdminContext, deskFor, forgetSession, rememberLanguage, rememberSession } from '../admin.ts'
import { safePath } from '../guard.ts'
import { CodePage, SignInPage } from '../signIn/pages.tsx'
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
const sendCodes = async (c: AdminContext, email: string): Promise<void> => {
  const services = c.get('services')
  for (const { code, staff } of await createSignInCodes(services, email))
    await queueStaffMail(services, {
      staff,
      language: c.get('words').locale,
      letter: { template: 'staff_sign_in', params: { code, minutes: SIGN_IN_MINUTES } },
    })
}

interface CodeAsked {
  next: string
  /** The address a code was just sent to. */
  email?: string
  wrong?: true
}

const codePage = async (c: AdminContext, asked: CodeAsked) => {
  const desk = await deskFor(c, { me: null, here: '/admin/sign-in/code' })
  return html(c, desk, <CodePage {...asked} local={isLocal(c)} />, asked.wrong ? 403 : 200)
}

const enter = async (c: AdminContext, code: string, next: string): Promise<Response> => {
  const session = await openStaffSession(c.get('services'), code)
  if (isFailure(session)) return codePage(c, { next: safePath(next), wrong: true })
  rememberSession(c, session.token, session.expiresAt)
  return c.redirect(safePath(next), 303)
}

/** Signing in by a mailed code that is typed, signing out, and the language. */
export const signIn = new Hono<Admin>()
  .get('/sign-in', (c) => signInPage(c, safePath(c.req.query('next'))))
  .post('/sign-in', async (c) => {
    const form = await formIn(c)
    const next = safePath(field(form, 'next'))
    if (await isThrottled(c)) return signInPage(c, next, 'throttled')
    const email = field(form, 'email').trim()
    c.get('services').waitUntil(sendCodes(c, email))
    return codePage(c, { next, email })
  })
  .get('/sign-in/code', (c) => codePage(c, { next: safePath(c.req.query('next')) }))
  .post('/sign-in/code', async (c) => {
    const form = await formIn(c)
    const next = safePath(field(form, 'next'))
    if (await isThrottled(c)) return signInPage(c, next, 'throttled')
    return enter(c, field(form, 'code'), next)
  })
  .post('/sign-in/demo', async (c) => {
    if (!isLocal(c)) return failed(c, { failed: 'not_found' })
    const form = await formIn(c)
    const staff = (await listStaff(c.get('services'))).find((s) => s.id === field(form, 'staff') && s.active)
    if (!staff) return failed(c, { failed: 'not_found' })
    const codes = await createSignInCodes(c.get('services'), staff.email)
    const own = codes.find((made) => made.staff.id === staff.id)
    return enter(c, own?.code ?? '', field(form, 'next'))
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
