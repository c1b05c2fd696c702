/**
 * Credentials for programs, and ids.
 *
 * A token is `<prefix>_<database><33 random letters and digits>`: 196 bits, one word to a double click, and the database
 * that knows it can be told from it. Only its hash is stored.
 */
import { type Bytes, sha256, utf8 } from '../core/encoding.ts'
import { assertDatabase } from './codes.ts'
import { ALPHABET, randomSymbols } from './crockford.ts'

export { equalBytes } from './aead.ts'

const PREFIXES = {
  /** A complainant's session. */
  session: 'rs',
  /** A one-time link in a message. */
  link: 'rl',
  /** A partner's API key. */
  key: 'rk',
  /** A staff member's personal access token. */
  personal: 'rp',
} as const

export type TokenKind = keyof typeof PREFIXES

const LENGTH = 33
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

export function newToken(kind: TokenKind, database: string): string {
  assertDatabase(database)
  let random = ''
  while (random.length < LENGTH) {
    for (const byte of crypto.getRandomValues(new Uint8Array(2 * LENGTH))) {
      // 248 is the largest multiple of 62 in a byte: taking the rest too would favour some characters.
      if (byte < 248 && random.length < LENGTH) random += BASE62[byte % 62]
    }
  }
  return `${PREFIXES[kind]}_${database}${random}`
}

export interface Token {
  kind: TokenKind
  database: string
  token: string
}

/** What kind of token this is and which database knows it; null when it is none. */
export function parseToken(text: string): Token | null {
  const token = text.trim()
  const match = /^(r[a-z])_([0-9A-HJKMNP-TV-Z])[0-9A-Za-z]{33}$/.exec(token)
  if (!match) return null
  const kind = (Object.keys(PREFIXES) as TokenKind[]).find((candidate) => PREFIXES[candidate] === match[1])
  return kind ? { kind, database: match[2] as string, token } : null
}

/**
 * How codes and tokens are stored. Each has more than 128 random bits, so there is nothing to guess and a slow hash
 * would only cost time.
 */
export const hashSecret = (secret: string): Promise<Bytes> => sha256(utf8(secret))

/**
 * An id that sorts by the time it was made (to the millisecond; within one in no order): `ev_` and 22 symbols, of which
 * 9 are the time and 13, 65 bits, are random. Not a secret.
 */
export function newId(prefix: string, now: number): string {
  if (!/^[a-z]{2,4}$/.test(prefix)) throw new TypeError('The prefix of an id is 2 to 4 small letters')
  let time = ''
  for (let rest = now, i = 0; i < 9; i++, rest = Math.floor(rest / 32)) time = `${ALPHABET[rest % 32]}${time}`
  return `${prefix}_${(time + randomSymbols(13)).toLowerCase()}`
}
