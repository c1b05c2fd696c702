import { html, raw } from 'hono/html'
import { findSite } from '../../actions/administration.ts'
import type { Site } from '../../actions/types.ts'
import { directionOf, fill, pages, pickLanguage } from '../../locales/index.ts'
import type { HttpContext } from '../http.ts'
import { notFound } from '../problem/errors.ts'
import { type AppFiles, appFiles } from './assets.ts'
import { type Html, jsonInScript, policy, sendPage } from './html.ts'

/** The form and the tracker: framed by a host page, or a page of its own. */
export type Mode = 'embed' | 'page'

/** For `/embed/:siteKey` and `/c/:siteKey`. */
export const appPage = (mode: Mode) => async (c: HttpContext) => {
  const site = await findSite(c.get('services'), c.req.param('siteKey') ?? '')
  if (!site) return notFound(c)
  const locale = pickLanguage(c.req.query('locale') ?? c.req.header('accept-language'), site.locales)
  const files = await appFiles(c, locale)
  const page = files ? shell(site, locale, mode, files) : notBuilt(locale)
  return sendPage(c, page, headersFor(mode, mode === 'embed' ? site.origins : []))
}

const shell = (site: Site, locale: string, mode: Mode, { script, styles, modules }: AppFiles): Html => {
  const words = pages[pickLanguage(locale)]
  const name = site.name[locale] ?? Object.values(site.name)[0] ?? ''
  const config = jsonInScript({ siteKey: site.publicKey, locale, mode })
  return html`<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}" class="${mode}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${fill(words.title, { site: name })}</title>
${styles.map((href) => html`<link rel="stylesheet" href="${href}">`)}
<script type="module" src="${script}"></script>
${modules.map((href) => html`<link rel="modulepreload" href="${href}">`)}
</head>
<body>
<script type="application/json" id="redress-config">${raw(config)}</script>
<div id="app"></div>
<noscript><p>${fill(words.noScript, { site: name })}</p></noscript>
</body>
</html>
`
}

const notBuilt = (locale: string): Html =>
  html`<!doctype html><meta charset="utf-8"><title>Redress</title><p>${pages[pickLanguage(locale)].notBuilt}</p>`

/**
 * The page runs our own files only. It may be framed by the site's pages alone; a host page that isolates itself (COEP
 * `require-corp`) can frame it, because it isolates itself too and is marked as open to other origins.
 */
const headersFor = (mode: Mode, ancestors: readonly string[]): Record<string, string> => ({
  'content-security-policy': policy({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'connect-src': "'self'",
    'img-src': "'self' blob: data:",
    'media-src': "'self' blob:",
    'worker-src': "'self' blob:",
    'form-action': "'self'",
    'frame-ancestors': ancestors.length > 0 ? ancestors.join(' ') : "'none'",
    'base-uri': "'none'",
    'require-trusted-types-for': "'script'",
  }),
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': mode === 'embed' ? 'cross-origin' : 'same-origin',
  ...(mode === 'page' && { 'cross-origin-opener-policy': 'same-origin', 'x-frame-options': 'DENY' }),
  'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  'cache-control': 'no-cache',
})
