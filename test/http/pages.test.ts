import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../worker/app.ts'
import type { Env } from '../../worker/env.ts'
import { filesOf } from '../../worker/http/pages/assets.ts'
import { jsonInScript } from '../../worker/http/pages/html.ts'
import { install, ORIGIN } from './support.ts'

beforeAll(async () => {
  await install()
})

const MANIFEST = {
  'app/main.tsx': { file: 'assets/main-1.js', isEntry: true, css: ['assets/main-1.css'], imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared-1.js', imports: ['app/main.tsx'] },
  'app/tracker/index.tsx': { file: 'assets/tracker-1.js' },
}

/** The asset store of a deployment: what was built, by its path. */
const store = (files: Record<string, string>): Fetcher =>
  ({
    fetch: async (input: RequestInfo | URL) => {
      const { pathname } = new URL(input instanceof Request ? input.url : input)
      const body = files[pathname]
      return body === undefined ? new Response(null, { status: 404 }) : new Response(body, { headers: { etag: '"1"' } })
    },
  }) as unknown as Fetcher

const built = { '/manifest.json': JSON.stringify(MANIFEST), '/widget.js': 'loader', '/assets/main-1.js': 'app' }

const get = async (path: string, { files = built, ...more }: Partial<Env> & { files?: Record<string, string> } = {}) =>
  app.fetch(new Request(`${ORIGIN}${path}`), { ...env, ASSETS: store(files), ...more }, createExecutionContext())

const policyOf = (answer: Response) =>
  Object.fromEntries(
    (answer.headers.get('content-security-policy') ?? '').split('; ').map((directive) => {
      const [name, ...values] = directive.split(' ')
      return [name, values.join(' ')]
    }),
  )

describe('the framed app', () => {
  it('may be framed by the pages of its site alone, and runs nothing but our own files', async () => {
    const answer = await get('/embed/pk_test_one')
    expect(policyOf(answer)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'connect-src': "'self'",
      'img-src': "'self' blob: data:",
      'media-src': "'self' blob:",
      'worker-src': "'self' blob:",
      'form-action': "'self'",
      'frame-ancestors': 'https://one.test',
      'base-uri': "'none'",
      'require-trusted-types-for': "'script'",
    })
    expect(answer.headers.has('x-frame-options')).toBe(false)
  })

  it('can stand on a page that isolates itself', async () => {
    const { headers } = await get('/embed/pk_test_one')
    expect(headers.get('cross-origin-embedder-policy')).toBe('require-corp')
    expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    for (const path of ['/widget.js', '/assets/main-1.js']) {
      expect((await get(path)).headers.get('cross-origin-resource-policy')).toBe('cross-origin')
    }
  })

  it('names its files as they were built, and its site as data', async () => {
    const page = await (await get('/embed/pk_test_one?locale=zh')).text()
    expect(page).toContain('<html lang="zh-CN" dir="ltr" class="embed">')
    expect(page).toContain('<script type="module" src="/assets/main-1.js"></script>')
    expect(page).toContain('<link rel="stylesheet" href="/assets/main-1.css">')
    expect(page).toContain('<link rel="modulepreload" href="/assets/shared-1.js">')
    const config = /<script type="application\/json" id="redress-config">(.*)<\/script>/.exec(page)?.[1] ?? ''
    expect(JSON.parse(config)).toEqual({ siteKey: 'pk_test_one', locale: 'zh-CN', mode: 'embed' })
    expect(page).toMatch(/<noscript>.*JavaScript.*<\/noscript>/)
    expect(page).not.toMatch(/ on\w+=| style=|<style/)
  })
})

describe('the hosted page', () => {
  it('is framed by nobody', async () => {
    const answer = await get('/c/pk_test_one')
    expect(policyOf(answer)['frame-ancestors']).toBe("'none'")
    expect(answer.headers.get('x-frame-options')).toBe('DENY')
    expect(await answer.text()).toContain('"mode":"page"')
  })

  it('of an unknown site is not there', async () => {
    expect((await get('/c/pk_nobody')).status).toBe(404)
    expect((await get('/embed/pk_nobody')).status).toBe(404)
  })

  it('says so where nothing was built', async () => {
    const answer = await get('/c/pk_test_one', { files: {} })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('npm run build')
  })
})

describe('assets', () => {
  it('never change under their names; the loader is asked for often', async () => {
    expect((await get('/assets/main-1.js')).headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    const loader = await get('/widget.js')
    expect(loader.headers.get('cache-control')).toBe('public, max-age=300, stale-while-revalidate=86400')
    expect(loader.headers.get('etag')).toBe('"1"')
    expect((await get('/assets/other.js')).status).toBe(404)
  })

  it('are found through imports that go in a circle', () => {
    expect(filesOf(MANIFEST)).toEqual({
      script: '/assets/main-1.js',
      styles: ['/assets/main-1.css'],
      modules: ['/assets/shared-1.js'],
    })
    expect(filesOf({})).toBeNull()
  })
})

it('puts no value into a page that could end its element', () => {
  const json = jsonInScript({ name: '</script><script>alert(1)</script><!--' })
  expect(json).not.toContain('<')
  expect(JSON.parse(json)).toEqual({ name: '</script><script>alert(1)</script><!--' })
})

describe('what an installation says of itself', () => {
  it('is well, or names what is not, and nothing else', async () => {
    expect(await (await get('/health')).json()).toEqual({
      status: 'ok',
      checks: { database: 'ok', evidence: 'ok', secrets: 'ok' },
    })
    const failing = await get('/health', { MASTER_KEYS: 'secret nonsense' })
    expect(failing.status).toBe(503)
    const text = await failing.text()
    expect(JSON.parse(text)).toMatchObject({ status: 'failing', checks: { secrets: 'failing' } })
    expect(text).not.toContain('nonsense')
  })

  it('tells where to report a hole, once it knows', async () => {
    expect((await get('/.well-known/security.txt')).status).toBe(404)
    const answer = await get('/.well-known/security.txt', { SECURITY_CONTACT: 'mailto:security@example.org' })
    const text = await answer.text()
    expect(text).toContain('Contact: mailto:security@example.org\n')
    const expires = /^Expires: (.*)$/m.exec(text)?.[1] ?? ''
    expect(Date.parse(expires)).toBeGreaterThan(Date.now())
  })

  it('keeps the mailbox to local development', async () => {
    expect((await get('/mailbox')).status).toBe(200)
    expect((await get('/mailbox', { ENVIRONMENT: 'production' })).status).toBe(404)
    expect((await get('/mailbox', { ENVIRONMENT: 'staging' })).status).toBe(404)
  })
})
