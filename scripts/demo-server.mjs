import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { root } from './lib/paths.mjs'

const TYPES = /** @type {Record<string, string>} */ ({
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
})

/** As strict as a careful host would have it: nothing but its own style and pictures, and Redress. */
const policy = (/** @type {string} */ redress) =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `script-src ${redress}`,
    `frame-src ${redress}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

/**
 * Serves the demo host pages, on an origin of their own, with `{{REDRESS_ORIGIN}}` filled in.
 * @param {{ port: number, redress: string, folder?: string }} options
 */
export async function startDemo({ port, redress, folder = join(root, 'demo') }) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://demo')
    if (pathname === '/') return void response.writeHead(302, { Location: '/trading/' }).end()
    if (/^\/[\w-]+$/.test(pathname)) return void response.writeHead(302, { Location: `${pathname}/` }).end()

    const name = safeName(pathname.endsWith('/') ? `${pathname}index.html` : pathname)
    const type = name && TYPES[extname(name)]
    const body = type ? await readFile(join(folder, name)).catch(() => undefined) : undefined
    if (!type || !body) return void response.writeHead(404, { 'Content-Type': 'text/plain' }).end('Not found\n')

    response.writeHead(200, {
      'Content-Type': type,
      'Cache-Control': 'no-store',
      'Content-Security-Policy': policy(redress),
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    })
    response.end(type.startsWith('text/html') ? String(body).replaceAll('{{REDRESS_ORIGIN}}', redress) : body)
  })

  await new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, 'localhost', () => resolve(undefined))
  })
  return {
    origin: `http://localhost:${port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      }),
  }
}

/** A path inside the folder, or undefined. */
function safeName(/** @type {string} */ pathname) {
  try {
    const name = normalize(decodeURIComponent(pathname))
    return name.startsWith('/') && !name.includes('\0') && !name.includes('..') ? name : undefined
  } catch {
    return undefined
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.env.DEMO_PORT ?? 8788)
  const demo = await startDemo({ port, redress: process.env.REDRESS_ORIGIN ?? 'http://localhost:8787' })
  console.log(`Demo pages on ${demo.origin}/trading/ and ${demo.origin}/events/`)
}
