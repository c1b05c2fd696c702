import { extensionOf, type Kind, type Refused } from './kinds.ts'
import { MARKUP } from './signatures.ts'

const UTF16 = { fffe: 'utf-16le', feff: 'utf-16be' } as const

/** Bytes as text in an encoding that fits them, or null: a file of another kind. */
const decode = (bytes: Uint8Array, isWhole: boolean): string | null => {
  const mark = bytes[0] === 0xff && bytes[1] === 0xfe ? 'fffe' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'feff' : null
  const encodings = mark ? [UTF16[mark]] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    try {
      // As a stream, a character cut in two at the end of the sample is no error.
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: !isWhole })
      if (!CONTROL.test(text)) return text
    } catch {
      // not in this encoding
    }
  }
  return null
}

/** Control characters that no text has. A form feed, an escape (logs with colours) and a closing Ctrl-Z occur. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x08\x0e-\x19\x1c-\x1f\ufffe\uffff]/

/** Which kind of text. Between plain text, CSV and a message the name decides: each of them can look like the others. */
export const identifyText = (
  bytes: Uint8Array,
  isWhole: boolean,
  name: string,
): { kind: Kind } | { refused: Refused } => {
  const text = decode(bytes, isWhole)
  if (text === null) return { refused: 'unknown' }
  const start = text.replace(/^\ufeff?\s*/, '').slice(0, 1024)
  if (start.startsWith('#!') || start.startsWith('<?php')) return { refused: 'script' }
  if (extensionOf(name) === 'eml') return isMessage(text) ? { kind: 'message/rfc822' } : { refused: 'unknown' }
  if (/^<(\?xml.*?<)?(!--.*?-->\s*<)?(!doctype\s+)?svg[\s>]/is.test(start)) return { refused: 'svg' }
  if (/^<\?xml/i.test(start)) return { refused: 'xml' }
  if (start.startsWith('<') && MARKUP.test(start)) return { refused: 'html' }
  return { kind: extensionOf(name) === 'csv' ? 'text/csv' : 'text/plain' }
}

/** Header fields, then an empty line (RFC 5322, 2.1), with the two that must be there: `From` and `Date`. */
const isMessage = (text: string): boolean => {
  const header = text.slice(0, 65_536).split(/\r?\n\r?\n/, 1)[0] ?? ''
  const isHeader = header.split(/\r?\n/).every((line) => /^([!-9;-~]+:|[ \t]|From )/.test(line) || line === '')
  return isHeader && /^from:/im.test(header) && /^date:/im.test(header)
}
