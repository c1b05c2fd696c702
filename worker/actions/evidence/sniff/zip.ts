import type { Kind, Refused } from './kinds.ts'
import { latin1, type Source, view } from './source.ts'

/** End of central directory: its shortest length, and with the longest comment (APPNOTE 4.3.16). */
const SHORTEST = 22
const LONGEST = SHORTEST + 0xffff
/** An office document lists its parts here; more than this is none. */
const MOST_DIRECTORY = 1 << 20

interface Directory {
  offset: number
  size: number
}

/** Where the ZIP that ends with this file has its directory; null when the file does not end as a ZIP. */
export const directoryOf = async (source: Source): Promise<Directory | null> => {
  const from = Math.max(0, source.size - LONGEST)
  const tail = await source.read(from, LONGEST)
  for (let at = tail.length - SHORTEST; at >= 0; at--) {
    if (tail[at] !== 0x50 || tail[at + 1] !== 0x4b || tail[at + 2] !== 5 || tail[at + 3] !== 6) continue
    const end = view(tail.subarray(at))
    const size = end.getUint32(12, true)
    const offset = end.getUint32(16, true)
    const reachesEnd = at + SHORTEST + end.getUint16(20, true) === tail.length
    if (reachesEnd && offset + size <= from + at) return { offset, size }
  }
  return null
}

/** Names of the files in a ZIP, or null when its directory cannot be read. `encrypted` when one of them is. */
const entriesOf = async (source: Source, { offset, size }: Directory) => {
  if (size > MOST_DIRECTORY) return null
  const bytes = await source.read(offset, size)
  const directory = view(bytes)
  const names: string[] = []
  let encrypted = false
  for (let at = 0; at < bytes.length; ) {
    if (at + 46 > bytes.length || directory.getUint32(at, true) !== 0x02014b50) return null
    const length = directory.getUint16(at + 28, true)
    names.push(latin1(bytes.subarray(at + 46, at + 46 + length)))
    encrypted ||= (directory.getUint16(at + 8, true) & 1) === 1
    at += 46 + length + directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true)
  }
  return { names, encrypted }
}

const OOXML: readonly [RegExp, Kind][] = [
  [/^word\/document\d*\.xml$/, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  [/^xl\/workbook\.(xml|bin)$/, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [/^ppt\/presentation\.xml$/, 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
]

const ODF: readonly [string, Kind][] = [
  ['application/vnd.oasis.opendocument.text', 'application/vnd.oasis.opendocument.text'],
  ['application/vnd.oasis.opendocument.spreadsheet', 'application/vnd.oasis.opendocument.spreadsheet'],
  ['application/vnd.oasis.opendocument.presentation', 'application/vnd.oasis.opendocument.presentation'],
]

const MACROS = /(^|\/)(vbaProject\.bin|Basic\/|Scripts\/)/i

/** Which office document a ZIP is. A mere archive is refused: nobody can see what it brings. */
export const identifyZip = async (source: Source): Promise<{ kind: Kind } | { refused: Refused }> => {
  const directory = await directoryOf(source)
  const entries = directory && (await entriesOf(source, directory))
  if (!entries) return { refused: 'archive' }
  const { names, encrypted } = entries
  const kind = names.includes('[Content_Types].xml') ? ooxmlOf(names) : await odfOf(source)
  if (!kind) return { refused: 'archive' }
  if (encrypted) return { refused: 'encrypted' }
  return names.some((name) => MACROS.test(name)) ? { refused: 'macros' } : { kind }
}

const ooxmlOf = (names: readonly string[]): Kind | null =>
  OOXML.find(([part]) => names.some((name) => part.test(name)))?.[1] ?? null

/** The first file of an OpenDocument is `mimetype`, stored plain (OpenDocument 1.3, part 2, 3.3). */
const odfOf = async (source: Source): Promise<Kind | null> => {
  const head = await source.read(0, 256)
  if (head.length < 30) return null
  const header = view(head)
  const [nameLength, extraLength] = [header.getUint16(26, true), header.getUint16(28, true)]
  const stored = header.getUint16(8, true) === 0
  const name = latin1(head.subarray(30, 30 + nameLength))
  const from = 30 + nameLength + extraLength
  const type = latin1(head.subarray(from, from + header.getUint32(18, true)))
  if (name !== 'mimetype' || !stored) return null
  return ODF.find(([mediaType]) => mediaType === type)?.[1] ?? null
}
