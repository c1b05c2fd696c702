import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { root } from './lib/paths.mjs'

/** Prints what the visitor downloads: every built file, raw and compressed. Run `npm run build` first. */
const folder = join(root, 'dist/widget')

const rows = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(js|css|html|json|svg|woff2)$/.test(name) && name !== 'manifest.json')
  .sort()
  .map((name) => {
    const bytes = readFileSync(join(folder, name))
    return {
      name,
      raw: bytes.length,
      gzip: gzipSync(bytes, { level: 9 }).length,
      brotli: brotliCompressSync(bytes).length,
    }
  })

const width = Math.max(...rows.map(({ name }) => name.length), 4)
const line = (name: string, ...cells: (string | number)[]) =>
  console.log(name.padEnd(width), ...cells.map((cell) => String(cell).padStart(9)))

line('file', 'raw', 'gzip', 'brotli')
for (const { name, raw, gzip, brotli } of rows) line(name, raw, gzip, brotli)
