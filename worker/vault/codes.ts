/** What a complainant holds: the number of the case, which is no secret, and the access code, which is. */
import { ALPHABET, checkSymbol, groups, isChecked, randomSymbols, symbolsIn } from './crockford.ts'

const REFERENCE_SYMBOLS = 9
/** 27 random symbols, 135 bits, and their check symbol. */
const CODE_SYMBOLS = 28
/** 11 random symbols, 55 bits, and their check symbol: typed by hand, tried ten times a minute, worth nothing after minutes. */
const SIGN_IN_SYMBOLS = 12

/**
 * `RD-XXXX-XXXX-X`: the symbol of the site's database, seven random ones, a check.
 *
 * @example newReference('0') // 'RD-04KD-9QTZ-7'
 */
export function newReference(database: string): string {
  assertDatabase(database)
  const symbols = database + randomSymbols(REFERENCE_SYMBOLS - 2)
  return formatReference(symbols + checkSymbol(symbols))
}

export interface Reference {
  /** As it is stored and shown. */
  reference: string
  database: string
}

/** Takes it in lower case, with or without dashes and "RD", with O for 0 and I or L for 1. Null: no reference. */
export function parseReference(text: string): Reference | null {
  const symbols = symbolsIn(text)
  if (symbols === null) return null
  const bare = symbols.length === REFERENCE_SYMBOLS + 2 && symbols.startsWith('RD') ? symbols.slice(2) : symbols
  if (bare.length !== REFERENCE_SYMBOLS || !isChecked(bare)) return null
  return { reference: formatReference(bare), database: bare[0] as string }
}

/** Seven groups of four. Shown once; stored as `hashSecret` of exactly this spelling. */
export const newAccessCode = (): string => newCode(CODE_SYMBOLS)

/** The spelling that was issued, or null when this cannot be a code: too short, too long or mistyped. */
export const parseAccessCode = (text: string): string | null => parseCode(text, CODE_SYMBOLS)

/** Three groups of four, with which staff sign in. */
export const newSignInCode = (): string => newCode(SIGN_IN_SYMBOLS)

export const parseSignInCode = (text: string): string | null => parseCode(text, SIGN_IN_SYMBOLS)

function newCode(length: number): string {
  const symbols = randomSymbols(length - 1)
  return groups(symbols + checkSymbol(symbols), 4)
}

function parseCode(text: string, length: number): string | null {
  const symbols = symbolsIn(text)
  return symbols?.length === length && isChecked(symbols) ? groups(symbols, 4) : null
}

export function assertDatabase(database: string): void {
  if (database.length !== 1 || !ALPHABET.includes(database)) {
    throw new TypeError(`A database is named by one symbol of ${ALPHABET}`)
  }
}

const formatReference = (symbols: string) => `RD-${groups(symbols, 4)}`

/**
 * Finds number and code in whatever was pasted: a saved receipt, a mail, both in one line, in any order and grouping.
 * Whichever is missing or mistyped is left out.
 *
 * Words can look like parts of a code ("CODE ABCD-…" is a group more), and one in 32 wrong readings passes the check. So
 * among the readings that pass, the one written most like a code wins.
 */
export function parseCredentials(pasted: string): { reference?: string; code?: string } {
  const runs = runsOf(pasted.slice(0, 2000))
  const code = best(runs, likeCode)
  const reference = best(runs, likeReference)
  return {
    ...(reference && { reference: (parseReference(reference) as Reference).reference }),
    ...(code && { code: parseAccessCode(code) as string }),
  }
}

/** A stretch of letters and digits, and what stood before it. */
interface Run {
  text: string
  gap: string
}

/** Some of them in a row, read as one. */
interface Reading {
  text: string
  sizes: number[]
  gaps: string[]
}

const runsOf = (text: string): Run[] =>
  [...text.normalize('NFKC').matchAll(/([^0-9A-Za-z]*)([0-9A-Za-z]+)/g)].map(([, gap, run]) => ({
    gap: gap as string,
    text: run as string,
  }))

function best(runs: readonly Run[], score: (reading: Reading) => number): string | null {
  let winner: string | null = null
  let highest = 1
  for (let from = 0; from < runs.length; from++) {
    const reading: Reading = { text: '', sizes: [], gaps: [] }
    for (let to = from; to < runs.length && reading.text.length < CODE_SYMBOLS; to++) {
      const { text, gap } = runs[to] as Run
      if (to > from) reading.gaps.push(gap)
      reading.text += text
      reading.sizes.push(text.length)
      const points = score(reading)
      // Of equals the later one: labels stand before what they name.
      if (points >= highest) {
        winner = reading.text
        highest = points
      }
    }
  }
  return winner
}

// Both look at the shape first: parsing every reading of a long text would be slow.

function likeCode({ text, sizes, gaps }: Reading): number {
  if (text.length !== CODE_SYMBOLS || sizes.length > 14 || !parseAccessCode(text)) return 0
  const asIssued = sizes.length === 1 || sizes.every((size) => size === 4)
  return 1 + 4 * Number(asIssued) + 2 * Number(allAlike(gaps)) + Number(oneCase(text))
}

function likeReference({ text, sizes }: Reading): number {
  const named = text.length === REFERENCE_SYMBOLS + 2 && /^rd/i.test(text)
  const asIssued = ['2-4-4-1', '4-4-1', '11', '9'].includes(sizes.join('-'))
  // A word of nine letters is no reference, even if its check is right.
  if (!named && !(asIssued && /\d/.test(text))) return 0
  if (!parseReference(text)) return 0
  return 1 + 2 * Number(named) + Number(asIssued)
}

const allAlike = (gaps: string[]) => new Set(gaps).size <= 1
const oneCase = (text: string) => text === text.toUpperCase() || text === text.toLowerCase()
