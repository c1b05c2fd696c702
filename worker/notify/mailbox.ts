import { Hono } from 'hono'
import { html, raw } from 'hono/html'
import type { Env } from '../env.ts'
import { type Language, pickLanguage } from '../locales/language.ts'
import { type Rendered, render } from './templates.ts'
import type { Message } from './types.ts'
import { say } from './words.ts'

/** A message as the outbox keeps it in local development. */
export interface Posted {
  message: Message
  linkToken: string | null
}

/** Where the page finds messages. */
export interface MailSource {
  /** The newest first. */
  list(limit: number): Promise<Posted[]>
  find(id: string): Promise<Posted | null>
}

type Bindings = { Bindings: Env }
type Html = ReturnType<typeof html>

const MOST = 200

const STYLE = `
:root { color-scheme: light dark; --line: #d1d5db; --quiet: #4b5563; --accent: #1d4ed8; }
@media (prefers-color-scheme: dark) { :root { --line: #4b5563; --quiet: #cbd5e1; --accent: #93c5fd; } }
body { max-width: 50rem; margin: 0 auto; padding: 1rem; font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.4rem; } h2 { font-size: 1.1rem; }
a { color: var(--accent); } a:focus-visible, input:focus-visible, button:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; margin: 1rem 0; }
label { display: grid; gap: .25rem; flex: 1 1 16rem; } input, button { box-sizing: border-box; font: inherit; padding: .4rem .6rem; min-height: 2.5rem; }
ul { list-style: none; padding: 0; margin: 0; } li { border-top: 1px solid var(--line); padding: .6rem 0; }
.quiet { color: var(--quiet); font-size: .9rem; } dl { display: grid; grid-template-columns: auto 1fr; gap: .25rem 1rem; } dd { margin: 0; }
iframe { width: 100%; height: 40rem; border: 1px solid var(--line); border-radius: 6px; background: #fff; }
pre { white-space: pre-wrap; border: 1px solid var(--line); border-radius: 6px; padding: 1rem; font: inherit; }`

const sha256 = async (text: string) => {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
}

/** The page: its one style sheet by hash, no script, and the message alone in a frame. */
const pagePolicy = async () =>
  `default-src 'none'; style-src 'sha256-${await sha256(STYLE)}'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`

/** The message in its frame: no script, no origin; links open in a tab of their own. */
const MESSAGE_POLICY =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'"

const layout = (language: Language, title: string, body: Html) =>
  html`<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title><style>${raw(STYLE)}</style></head><body>${body}</body></html>`

// A full stop after an address is not part of it.
const LINK = /(https?:\/\/\S*[\w/])/

/** Plain text whose addresses can be followed. */
const linked = (text: string) =>
  text.split(LINK).map((part) => (LINK.test(part) ? html`<a href="${part}">${part}</a>` : part))

const renderPosted = ({ message, linkToken }: Posted, env: Env): Rendered =>
  render(message, { origin: env.PUBLIC_ORIGIN ?? '', linkToken })

/**
 * The mailbox of a local installation: every message it has written. Mount it at `/mailbox`; anywhere but in local
 * development each of its pages is 404.
 */
export const mailbox = (source: (env: Env) => MailSource): Hono<Bindings> => {
  const app = new Hono<Bindings>()

  app.use(async (c, next) => {
    if (c.env.ENVIRONMENT !== 'local') return c.notFound()
    await next()
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', await pagePolicy())
    c.header('Cache-Control', 'no-store')
    c.header('Referrer-Policy', 'no-referrer')
    c.header('X-Content-Type-Options', 'nosniff')
    return undefined
  })

  app.get('/', async (c) => {
    const language = pickLanguage(c.req.header('Accept-Language'))
    const t = say(language, 'mailbox')
    const address = c.req.query('to')?.trim() ?? ''
    const all = await source(c.env).list(MOST)
    const shown = address ? all.filter(({ message }) => message.address.toLowerCase() === address.toLowerCase()) : all
    const addresses = [...new Set(all.map(({ message }) => message.address))].sort()
    const item = (posted: Posted) => {
      const { message } = posted
      const to = `?to=${encodeURIComponent(message.address)}`
      return html`<li><a href="/mailbox/${message.id}">${renderPosted(posted, c.env).subject}</a>
<div class="quiet"><a href="/mailbox${to}">${message.address}</a>${message.channel === 'sms' ? ` · ${t('sms')}` : ''} · <time datetime="${message.at}">${timeIn(language, message.at)}</time></div></li>`
    }
    const none = address ? t('emptyFor', { address }) : t('empty')
    return c.html(
      layout(
        language,
        t('title'),
        html`<h1>${t('title')}</h1><p class="quiet">${t('intro')}</p>
<form method="get" action="/mailbox"><label>${t('filter')}<input name="to" value="${address}" list="addresses" autocomplete="off"></label>
<datalist id="addresses">${addresses.map((a) => html`<option value="${a}"></option>`)}</datalist>
<button>${t('show')}</button></form>
${address ? html`<p><a href="/mailbox">${t('all')}</a></p>` : ''}
${shown.length > 0 ? html`<ul>${shown.map(item)}</ul>` : html`<p>${none}</p>`}`,
      ),
    )
  })

  app.get('/:id', async (c) => {
    const language = pickLanguage(c.req.header('Accept-Language'))
    const t = say(language, 'mailbox')
    const posted = await source(c.env).find(c.req.param('id'))
    const back = html`<p><a href="/mailbox">${t('back')}</a></p>`
    if (!posted) return c.html(layout(language, t('title'), html`${back}<p>${t('unknown')}</p>`), 404)
    const { message } = posted
    const rendered = renderPosted(posted, c.env)
    const framed = html`<h2>${t('asPage')}</h2><p class="quiet">${t('open')}</p>
<iframe src="/mailbox/${message.id}/page" title="${rendered.subject}" sandbox="allow-popups allow-popups-to-escape-sandbox"></iframe>`
    return c.html(
      layout(
        language,
        rendered.subject,
        html`${back}<h1>${rendered.subject}</h1>
<dl><dt>${t('to')}</dt><dd><a href="/mailbox?to=${encodeURIComponent(message.address)}">${message.address}</a></dd>
<dt>${t('when')}</dt><dd><time datetime="${message.at}">${timeIn(language, message.at)}</time></dd></dl>
${rendered.html ? framed : ''}
<h2>${t('asText')}</h2><pre>${linked(rendered.text)}</pre>`,
      ),
    )
  })

  app.get('/:id/page', async (c) => {
    const posted = await source(c.env).find(c.req.param('id'))
    if (!posted) return c.notFound()
    c.header('Content-Security-Policy', MESSAGE_POLICY)
    // Inside the frame a link would replace the message; it opens beside the mailbox instead.
    return c.html(renderPosted(posted, c.env).html.replace('<head>', '<head>\n<base target="_blank">'))
  })

  return app
}

const timeIn = (language: Language, at: string) =>
  new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' }).format(new Date(at))
