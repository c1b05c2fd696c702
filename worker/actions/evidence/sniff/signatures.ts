import type { Kind, Refused } from './kinds.ts'
import { latin1, view } from './source.ts'

/** What the first bytes say, or which other check has to say it. */
export type Hint = { kind: Kind } | { refused: Refused } | { look: 'zip' | 'ole' | 'text' }

type Test = (head: string, bytes: Uint8Array) => Hint | null

/** One of these byte sequences, written as characters of the same code, stands at `offset`. */
const at =
  (offset: number, magics: readonly string[], hint: Hint): Test =>
  (head) =>
    magics.some((magic) => head.startsWith(magic, offset)) ? hint : null

const starts = (magics: readonly string[], hint: Hint): Test => at(0, magics, hint)

const riff =
  (form: string, hint: Hint): Test =>
  (head) =>
    head.startsWith('RIFF') && head.startsWith(form, 8) ? hint : null

/** First match wins. Signatures are from the formats' own specifications. */
const TESTS: readonly Test[] = [
  starts(['\xff\xd8\xff'], { kind: 'image/jpeg' }),
  starts(['\x89PNG\r\n\x1a\n'], { kind: 'image/png' }),
  starts(['GIF87a', 'GIF89a'], { kind: 'image/gif' }),
  starts(['II*\0', 'MM\0*'], { kind: 'image/tiff' }),
  riff('WEBP', { kind: 'image/webp' }),
  riff('WAVE', { kind: 'audio/wav' }),
  starts(['%PDF-'], { kind: 'application/pdf' }),
  starts(['{\\rtf1'], { kind: 'application/rtf' }),
  starts(['OggS\0'], { kind: 'audio/ogg' }),
  starts(['fLaC'], { kind: 'audio/flac' }),
  // Before scripts: its signature starts like one.
  starts(['#!AMR\n', '#!AMR-WB\n'], { kind: 'audio/amr' }),
  starts(['ID3\x02', 'ID3\x03', 'ID3\x04'], { kind: 'audio/mpeg' }),
  (head) => (head.startsWith('\x1aE\xdf\xa3') && head.slice(0, 64).includes('webm') ? { kind: 'video/webm' } : null),
  (head) => (head.startsWith('ftyp', 4) ? byBrand(head) : null),
  // QuickTime files older than the `ftyp` box.
  at(4, ['moov', 'mdat', 'wide', 'pnot'], { kind: 'video/quicktime' }),
  (head, bytes) => (head.startsWith('BM') && isBitmap(bytes) ? { kind: 'image/bmp' } : null),
  (_head, bytes) => (isMpegAudio(bytes) ? { kind: 'audio/mpeg' } : null),

  starts(['PK\x03\x04'], { look: 'zip' }),
  starts(['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'], { look: 'ole' }),

  // Windows, Linux, macOS, Java, WebAssembly, shortcuts, Flash.
  starts(['MZ', '\x7fELF', '\xce\xfa\xed\xfe', '\xcf\xfa\xed\xfe', '\xca\xfe\xba\xbe', '\0asm'], {
    refused: 'program',
  }),
  starts(['L\0\0\0\x01\x14\x02\0', 'FWS\x05', 'CWS', 'ZWS'], { refused: 'program' }),
  starts(['PK', 'Rar!', '7z\xbc\xaf', '\x1f\x8b', 'BZh', '\xfd7zXZ', '\x28\xb5\x2f\xfd', 'MSCF', 'xar!'], {
    refused: 'archive',
  }),
  at(257, ['ustar'], { refused: 'archive' }),
]

/** ISO base media files name their brand, and others they are compatible with (ISO/IEC 14496-12, 4.3). */
const BRANDS: readonly [RegExp, Kind][] = [
  [/^(avif|avis)/, 'image/avif'],
  [/^(heic|heix|heim|heis|hevc|hevx)/, 'image/heic'],
  [/^(M4A |M4B )/, 'audio/mp4'],
  [/^qt {2}/, 'video/quicktime'],
  [/^3g[pg2]/, 'video/3gpp'],
  [/^(isom|iso[2-9]|mp4[12]|avc1|M4V |dash|MSNV|mmp4|f4v )/, 'video/mp4'],
  [/^(mif1|msf1)/, 'image/heic'],
]

const byBrand = (head: string): Hint => {
  const length = Math.min(view(bytesOf(head.slice(0, 4))).getUint32(0), 256)
  const compatible = head.slice(16, length).match(/.{4}/gs) ?? []
  const major = head.slice(8, 12)
  const named = (brand: string) => BRANDS.find(([pattern]) => pattern.test(brand))?.[1]
  // `mif1` says only that it is a picture; which one, the compatible brands tell.
  const candidates = /^(mif1|msf1)/.test(major) ? [...compatible, major] : [major, ...compatible]
  const kind = candidates.map(named).find((found) => found !== undefined)
  return kind ? { kind } : { refused: 'unknown' }
}

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))

const DIB_HEADERS = [12, 40, 52, 56, 64, 108, 124]
const isBitmap = (bytes: Uint8Array): boolean =>
  bytes.length >= 26 && view(bytes).getUint32(6, true) === 0 && DIB_HEADERS.includes(view(bytes).getUint32(14, true))

const BITRATES_1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320]
const BITRATES_2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
const RATES = [44_100, 48_000, 32_000]

/** Length of the MPEG audio layer III frame that starts here, or 0 (ISO/IEC 11172-3, 2.4.1.3). */
const frameAt = (bytes: Uint8Array, at: number): number => {
  const [sync = 0, version = 0, rates = 0] = bytes.subarray(at, at + 3)
  if (sync !== 0xff || (version & 0xe6) !== 0xe2) return 0
  const mpeg = (version >> 3) & 3
  const rate = RATES[(rates >> 2) & 3]
  const kilobits = (mpeg === 3 ? BITRATES_1 : BITRATES_2)[rates >> 4]
  if (mpeg === 1 || !rate || !kilobits) return 0
  const divisor = mpeg === 3 ? 1 : mpeg === 2 ? 2 : 4
  return Math.floor(((mpeg === 3 ? 144_000 : 72_000) * kilobits) / (rate / divisor)) + ((rates >> 1) & 1)
}

/** Two frames in a row: eleven bits alone are no signature. */
const isMpegAudio = (bytes: Uint8Array): boolean => {
  const first = frameAt(bytes, 0)
  return first > 0 && frameAt(bytes, first) > 0
}

export const hintOf = (bytes: Uint8Array): Hint => {
  const head = latin1(bytes.subarray(0, 512))
  for (const test of TESTS) {
    const hint = test(head, bytes)
    if (hint) return hint
  }
  return { look: 'text' }
}

/** Markup that a browser would take for a page if it stood in the first kilobyte. */
export const MARKUP = /<(!doctype\s+html|html|head|body|script|iframe|svg|object|embed)[\s>/]/i
