import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'

const configFile = fileURLToPath(new URL('../../widget/vite.config.ts', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'redress-size-'))
const KB = 1024

interface Chunk {
  file: string
  src?: string
  css?: string[]
  isEntry?: boolean
  imports?: string[]
}

const sizeOf = (file: string) => brotliCompressSync(readFileSync(join(folder, file))).length
const sum = (files: Iterable<string>) => [...files].reduce((total, file) => total + sizeOf(file), 0)

let chunks: Chunk[] = []
/** Files of one language, by part. */
const texts = (language: string) =>
  new Map(
    chunks
      .filter(({ src }) => src?.startsWith(`app/locales/${language}/`))
      .map(({ src, file }) => [src?.split('/').at(-1)?.replace('.ts', '') ?? '', file]),
  )

beforeAll(async () => {
  // As it is shipped: Vitest says `test`, and Vite would leave help for developers in.
  vi.stubEnv('NODE_ENV', 'production')
  await build({ configFile, build: { outDir: folder } })
  await build({ configFile, mode: 'loader', build: { outDir: folder } })
  vi.unstubAllEnvs()
  chunks = Object.values(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Record<string, Chunk>)
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what a visitor downloads, with Brotli', () => {
  test('the loader is at most 2 KB', () => {
    expect(sizeOf('widget.js')).toBeLessThanOrEqual(2 * KB)
  })

  test.each(['en', 'zh-CN'])('the first open of the form in %s is at most 16 KB', (language) => {
    const entry = chunks.find(({ isEntry }) => isEntry)
    const first = [entry?.file, ...(entry?.css ?? []), texts(language).get('form')].filter((file) => file !== undefined)
    // One entry, one sheet, one file of texts; the entry imports nothing else.
    expect(first).toHaveLength(3)
    expect(entry?.imports ?? []).toEqual([])
    // The page itself comes from the Worker; see its own budget.
    const page = 0.7 * KB
    expect(sum(first) + page).toBeLessThanOrEqual(16 * KB)
  })

  test('everything but the languages is at most 26 KB', () => {
    const languages = new Set(chunks.filter(({ src }) => src?.includes('/locales/')).map(({ file }) => file))
    const all = readdirSync(join(folder, 'assets')).map((name) => `assets/${name}`)
    expect(sum(all.filter((file) => !languages.has(file)))).toBeLessThanOrEqual(26 * KB)
  })
})
