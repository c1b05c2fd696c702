import { describe, expect, it } from 'vitest'
import type { Env } from '../../worker/env.ts'
import { letter } from '../../worker/notify/letters.ts'
import { mailbox, type Posted } from '../../worker/notify/mailbox.ts'
import type { Message } from '../../worker/notify/types.ts'
import { REFERENCE } from './support.ts'

const posted = (id: string, address: string, changes: Partial<Message> = {}): Posted => {
  const { template, params } = letter('message', { message: '<b>Hello</b>', files: 0 })
  const common = { reference: REFERENCE, siteKey: 'pk_test', siteName: 'Acme', timeZone: 'UTC', name: '<i>Ada</i>' }
  const message = {
    id,
    channel: 'email',
    recipient: 'complainant',
    address,
    language: 'en',
    seq: 2,
    at: '2026-03-02T09:00:00.000Z',
    notice: false,
    acknowledges: false,
    request: null,
    link: 'access',
    template,
    params: { ...common, ...params },
    ...changes,
  } as Message
  return { message, linkToken: 'rl_0token' }
}

const all = [
  posted('ms_2', 'bo@example.test'),
  posted('ms_1', 'ada@example.test'),
  posted('ms_3', '+1 555 0100', { channel: 'sms' }),
]

const pages = mailbox(() => ({
  list: async (limit) => all.slice(0, limit),
  find: async (id) => all.find(({ message }) => message.id === id) ?? null,
}))

const get = (path: string, environment = 'local', language = 'en') =>
  pages.request(path, { headers: { 'Accept-Language': language } }, {
    ENVIRONMENT: environment,
    PUBLIC_ORIGIN: 'https://redress.test',
  } as Env)

describe('the mailbox', () => {
  it('exists in local development alone', async () => {
    for (const path of ['/', '/ms_1', '/ms_1/page']) {
      expect((await get(path, 'production')).status).toBe(404)
      expect((await get(path)).status).toBe(200)
    }
  })

  it('lists messages in order, with recipient, subject and time', async () => {
    const page = await (await get('/')).text()
    expect([...page.matchAll(/href="\/mailbox\/(ms_\d)"/g)].map((m) => m[1])).toEqual(['ms_2', 'ms_1', 'ms_3'])
    expect(page).toContain('ada@example.test')
    expect(page).toContain(`A message about your complaint – ${REFERENCE}`)
    expect(page).toContain('datetime="2026-03-02T09:00:00.000Z"')
  })

  it('shows those to one address', async () => {
    const page = await (await get('/?to=ADA%40example.test')).text()
    expect([...page.matchAll(/href="\/mailbox\/(ms_\d)"/g)].map((m) => m[1])).toEqual(['ms_1'])
    const none = await (await get('/?to=%3Cscript%3E')).text()
    expect(none).toContain('No messages to &lt;script&gt;.')
    expect(none).not.toContain('<script>')
  })

  it('speaks the reader’s language', async () => {
    expect(await (await get('/', 'local', 'zh-CN')).text()).toContain('<h1>信箱</h1>')
  })

  it('shows a message as text with links, and in a frame without rights', async () => {
    const page = await (await get('/ms_1')).text()
    expect(page).toContain('href="https://redress.test/c/pk_test#link=rl_0token"')
    expect(page).toContain('&lt;b&gt;Hello&lt;/b&gt;')
    expect(page).toMatch(
      /<iframe src="\/mailbox\/ms_1\/page"[^>]* sandbox="allow-popups allow-popups-to-escape-sandbox">/,
    )
  })

  it('lets no message run anything or load anything', async () => {
    const framed = await get('/ms_1/page')
    const policy = framed.headers.get('Content-Security-Policy') ?? ''
    expect(policy).toMatch(/^sandbox /)
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toMatch(/allow-scripts|allow-same-origin/)
    expect(await framed.text()).toContain('&lt;b&gt;Hello&lt;/b&gt;')

    const page = await get('/ms_1')
    const around = page.headers.get('Content-Security-Policy') ?? ''
    expect(around).toContain("default-src 'none'")
    expect(around).not.toContain('unsafe')
  })

  it('has a style sheet that its own policy allows', async () => {
    const page = await get('/')
    const style = /<style>([\s\S]*?)<\/style>/.exec(await page.text())?.[1] ?? ''
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
    const hash = btoa(String.fromCharCode(...new Uint8Array(digest)))
    expect(page.headers.get('Content-Security-Policy')).toContain(`'sha256-${hash}'`)
  })

  it('shows a text message as text alone', async () => {
    const page = await (await get('/ms_3')).text()
    expect(page).toContain(`Acme: A message about your complaint (${REFERENCE}).`)
    expect(page).not.toContain('<iframe')
  })

  it('knows no message it has not got', async () => {
    expect((await get('/ms_9')).status).toBe(404)
    expect((await get('/ms_9/page')).status).toBe(404)
  })
})
