/**
 * Crockford's base 32: digits and capitals without I, L, O and U, so that people can read it out and type it back.
 *
 * The check symbol is ours, from the same 32. Each symbol counts as an element of GF(32), the field of
 * x^5 + x^2 + 1, in which x generates all 31 elements but zero. The sum of symbol times x^position is made to be zero,
 * and since no two positions up to the 31st weigh the same, every change of one symbol and every exchange of any two
 * different symbols is found.
 */
export const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export function randomSymbols(count: number): string {
  let symbols = ''
  // 256 is a multiple of 32: five bits of a random byte are as random as the byte.
  for (const byte of crypto.getRandomValues(new Uint8Array(count))) symbols += ALPHABET[byte & 31]
  return symbols
}

/** For up to 30 symbols. */
export function checkSymbol(symbols: string): string {
  let sum = 0
  for (const symbol of symbols) sum = timesX(sum) ^ ALPHABET.indexOf(symbol)
  return ALPHABET[timesX(sum)] as string
}

export const isChecked = (symbols: string): boolean => checkSymbol(symbols.slice(0, -1)) === symbols.at(-1)

const timesX = (element: number): number => (element < 16 ? element << 1 : ((element << 1) & 31) ^ 0b00101)

/** One spelling for what people type: full-width forms, lower case, O for 0, I and L for 1. */
export function normalise(text: string): string {
  return text.normalize('NFKC').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
}

/** The symbols in a text that holds nothing else but white space and dashes, or null. */
export function symbolsIn(text: string): string | null {
  const symbols = normalise(text).replace(/[\s\p{Pd}\u2212_.]+/gu, '')
  return /^[0-9A-HJKMNP-TV-Z]+$/.test(symbols) ? symbols : null
}

export const groups = (symbols: string, size: number): string =>
  (symbols.match(new RegExp(`.{1,${size}}`, 'g')) ?? []).join('-')
