import type { HttpContext } from '../http.ts'
import { notFound } from '../problem/errors.ts'

/** What the build of the widget wrote about itself (Vite's manifest). */
interface Chunk {
  file: string
  css?: string[]
  imports?: string[]
}
export type Manifest = Record<string, Chunk>

const ENTRY = 'app/main.tsx'

/** The files the framed app begins with; null when it has not been built. */
export interface AppFiles {
  script: string
  styles: string[]
  /** Modules the script imports at once, and the texts of its language, to be fetched beside it. */
  modules: string[]
}

export const filesOf = (manifest: Manifest, locale?: string): AppFiles | null => {
  const entry = manifest[ENTRY]
  if (!entry) return null
  const chunks = importsOf(manifest, entry)
  const texts = manifest[`app/locales/${locale}/form.ts`]
  return {
    script: `/${entry.file}`,
    styles: [entry, ...chunks].flatMap(({ css = [] }) => css.map((file) => `/${file}`)),
    modules: [...chunks, ...(texts ? [texts] : [])].map(({ file }) => `/${file}`),
  }
}

/** All that is imported at once, however deep; not the chunk itself, to which a shared one may lead back. */
const importsOf = (manifest: Manifest, entry: Chunk): Chunk[] => {
  const seen = new Set([entry])
  for (const chunk of seen) {
    for (const name of chunk.imports ?? []) {
      const imported = manifest[name]
      if (imported) seen.add(imported)
    }
  }
  return [...seen].slice(1)
}

/** Read anew for each page: the asset store is at hand, and a new deployment brings a new manifest. */
export const appFiles = async (c: HttpContext, locale: string): Promise<AppFiles | null> => {
  const answer = await c.env.ASSETS.fetch(new URL('/manifest.json', c.req.url))
  return answer.ok ? filesOf((await answer.json()) as Manifest, locale) : null
}

/** A page of another origin that asks for isolation (COEP) may load what is served with these. */
const FOR_ANY_PAGE = { 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' }

/** Asked for by our own pages, which isolate themselves: they run no worker whose script does not (HTML, 10.2.4). */
const ISOLATED = { 'cross-origin-embedder-policy': 'require-corp' }

/** Hashed names: a file never changes. */
export const serveAsset = (c: HttpContext): Promise<Response> =>
  fromStore(c, { ...FOR_ANY_PAGE, ...ISOLATED, 'cache-control': 'public, max-age=31536000, immutable' })

/** The loader keeps its name for ever, so browsers ask often whether it is still the same. */
export const serveLoader = (c: HttpContext): Promise<Response> =>
  fromStore(c, { ...FOR_ANY_PAGE, 'cache-control': 'public, max-age=300, stale-while-revalidate=86400' })

const fromStore = async (c: HttpContext, headers: Record<string, string>): Promise<Response> => {
  const stored = await c.env.ASSETS.fetch(c.req.raw)
  if (stored.status === 404) return notFound(c)
  const answer = new Response(stored.body, stored)
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value)
  return answer
}
