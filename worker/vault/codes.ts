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
