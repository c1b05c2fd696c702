import { writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { calendarFiles } from './lib/calendars/render.ts'
import { root } from './lib/paths.mjs'

/** Writes the bundled holiday calendars from the packages that publish them, and prints what they weigh. */
const files = calendarFiles()
for (const [name, text] of files) {
  writeFileSync(`${root}/worker/core/calendars/${name}`, text)
  console.log(`${name.padEnd(10)} ${String(Buffer.byteLength(text)).padStart(6)} bytes`)
}
const all = [...files.values()].join('')
console.log(
  `${'together'.padEnd(10)} ${String(Buffer.byteLength(all)).padStart(6)} bytes, ${gzipSync(all).length} gzipped`,
)
