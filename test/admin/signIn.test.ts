import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { listStaffMail } from '../../worker/actions/staffMail.ts'
import { Office } from '../support/worker/office.ts'
import { Browser, formOf, ORIGIN } from './browser.ts'

const HANDLER = 'handler@office.example'
const production = { ...env, ENVIRONMENT: 'production' }

let office: Office
beforeAll(async () => {
  office = await Office.open()
  // Pages go by the real time, and so do links.
  office.time.now = new Date().toISOString()
})

/** Codes in the mails sent so far, newest first. */
const mailedCodes = async () => {
  const mails = await listStaffMail(office.services, 50)
  return mails.flatMap((m) => (m.template === 'staff_sign_in' ? [m.params.code] : []))
}

const askForCode = async (browser: Browser, email: string, path = '/admin/sign-in') =>
  browser.submit(formOf(await browser.get(path), '/admin/sign-in'), { email })

describe('without a session', () => {
  it.each([
    '/admin',
    '/admin/intake',
    '/admin/cases/RD-0ABC-DEFG-H',
    '/admin/cases/RD-0ABC-DEFG-H/verify',
    '/admin/find',
  ])('%s leads to signing in', async (path) => {
    const { status, headers } = await new Browser().get(path)
    expect(status).toBe(303)
    const next = path === '/admin' ? '' : `?next=${encodeURIComponent(path)}`
    expect(headers.get('location')).toBe(`/admin/sign-in${next}`)
  })

  it('a command leads to signing in', async () => {
    const init = { method: 'POST', body: new URLSearchParams({ note: 'x' }), headers: { origin: ORIGIN } }
    const { status, headers } = await new Browser().send('/admin/cases/RD-0ABC-DEFG-H/commands/note', init)
    expect([status, headers.get('location')]).toEqual([303, '/admin/sign-in'])
  })

  it('a cookie that nobody issued is none', async () => {
    const { status } = await new Browser().send('/admin', { headers: { cookie: '__Host-redress=rs_0nonsense' } })
    expect(status).toBe(303)
  })
})

describe('signing in', () => {
  it('takes the mailed code, once', async () => {
    const browser = new Browser()
    const sent = await askForCode(browser, HANDLER, '/admin/sign-in?next=%2Fadmin%2Fintake')
    expect(sent.html).toContain('Look into your mailbox')
    const code = await vi.waitUntil(async () => (await mailedCodes())[0])
    const form = formOf(sent, '/admin/sign-in/code')

    const mistyped = await browser.submit(form, { code: '0000-0000-0000' })
    expect([mistyped.status, mistyped.headers.getSetCookie()]).toEqual([403, []])
    const entered = await browser.submit(formOf(mistyped, '/admin/sign-in/code'), { code: code.toLowerCase() })
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/admin/intake'])
    const cookie = entered.headers.getSetCookie()[0] ?? ''
    expect(cookie).toMatch(/^__Host-redress=[^;]+; /)
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/']) expect(cookie).toContain(attribute)
    expect((await browser.get('/admin')).html).toContain('Name of handler')

    const late = await new Browser().submit(form, { code })
    expect([late.status, late.headers.getSetCookie()]).toEqual([403, []])
  })

  it('answers an address that nobody has like one that somebody has', async () => {
    const before = (await mailedCodes()).length
    const known = await askForCode(new Browser(), HANDLER)
    const unknown = await askForCode(new Browser(), 'nobody@office.example')
    expect(unknown.status).toBe(known.status)
    expect(unknown.html.replaceAll('nobody@', '')).toBe(known.html.replaceAll('handler@', ''))
    await vi.waitUntil(async () => (await mailedCodes()).length > before)
    expect((await mailedCodes()).length).toBe(before + 1)
  })

  it('ends with signing out, everywhere that session was', async () => {
    const browser = await Browser.of(office, HANDLER)
    const out = await browser.submit(formOf(await browser.get('/admin'), '/admin/sign-out'))
    expect(out.headers.get('location')).toBe('/admin/sign-in')
    expect((await browser.get('/admin')).status).toBe(303)
  })
})

describe('the demo staff', () => {
  it('sign in with one click on a local installation', async () => {
    const browser = new Browser()
    const page = await browser.get('/admin/sign-in')
    const form = page.forms.find((f) => f.fields.some(([, value]) => value === 'supervisor'))
    expect(form?.action).toBe('/admin/sign-in/demo')
    if (form) await browser.submit(form)
    expect((await browser.get('/admin')).html).toContain('Name of supervisor')
  })

  it('are neither listed nor let in anywhere else', async () => {
    const browser = new Browser(production)
    const page = await browser.get('/admin/sign-in')
    expect(page.forms.map((f) => f.action)).not.toContain('/admin/sign-in/demo')
    expect(page.html).not.toContain('Name of')
    expect(page.html).not.toContain('/mailbox')
    const body = new URLSearchParams({ staff: 'supervisor' })
    const tried = await browser.send('/admin/sign-in/demo', { method: 'POST', body, headers: { origin: ORIGIN } })
    expect(tried.headers.getSetCookie().filter((line) => !line.includes('Max-Age=0'))).toEqual([])
    expect((await browser.get('/admin')).status).toBe(303)
  })
})

describe('requests from elsewhere', () => {
  it.each([['https://evil.example'], ['null'], [null]])('a form with Origin %s does nothing', async (origin) => {
    const browser = await Browser.of(office, HANDLER)
    const form = formOf(await browser.get('/admin'), '/admin/sign-out')
    expect((await browser.submit(form, {}, origin)).status).toBe(403)
    expect((await browser.get('/admin')).status).toBe(200)
  })

  it.each([['the token of another session'], ['no token']])('a form with %s does nothing', async (which) => {
    const browser = await Browser.of(office, HANDLER)
    const other = await Browser.of(office, 'supervisor@office.example')
    const form = formOf(await browser.get('/admin'), '/admin/sign-out')
    const theirs = formOf(await other.get('/admin'), '/admin/sign-out').fields.find(([name]) => name === 'csrf')?.[1]
    expect((await browser.submit(form, { csrf: which === 'no token' ? '' : (theirs ?? '') })).status).toBe(403)
    expect((await browser.get('/admin')).status).toBe(200)
  })

  it('pages allow no script, no frame, no other place for forms', async () => {
    const { headers } = await (await Browser.of(office, HANDLER)).get('/admin')
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  })
})

describe('the language', () => {
  it('is the one the browser asks for, until another is chosen', async () => {
    const browser = await Browser.of(office, HANDLER)
    const chinese = await browser.send('/admin', { headers: { 'accept-language': 'zh-Hans,en;q=0.5' } })
    expect(chinese.html).toContain('<html lang="zh-CN"')
    const english = await browser.get('/admin?view=all')
    expect(english.html).toContain('<html lang="en"')
    const back = await browser.submit(formOf(english, '/admin/language'), { language: 'zh-CN' })
    expect(back.headers.get('location')).toBe('/admin?view=all')
    expect((await browser.get('/admin')).html).toContain('<html lang="zh-CN"')
  })
})
