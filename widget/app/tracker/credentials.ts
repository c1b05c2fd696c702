/**
 * Reads number and access code as people paste them: both at once, in any order, spacing and case, with words around them.
 * Both end in a check symbol over GF(32), polynomial x^5 + x^2 + 1, so chance readings fall out.
 */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** Symbols of a reference after its `RD`, and of a code. */
const REFERENCE = 9
const CODE = 28

const isChecked = (symbols: string) => {
  let sum = 0
  for (const symbol of symbols) sum = (sum * 2) ^ (sum > 15 ? 0b100101 : 0) ^ ALPHABET.indexOf(symbol)
  return sum === 0
}

const groups = (symbols: string) => symbols.match(/.{1,4}/g)?.join('-') ?? ''

export interface Credentials {
  /** `RD-XXXX-XXXX-X` */
  reference?: string
  /** Seven groups of four. */
  code?: string
}

/** What of the two stands in a text; nothing that is mistyped. */
export const parseCredentials = (text: string): Credentials => {
  const runs = text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .match(/[0-9A-HJKMNP-TV-Z]+/g)
  const found: Credentials = {}
  runs?.forEach((_, from) => {
    let symbols = ''
    for (const run of runs.slice(from)) {
      symbols += run
      const bare = symbols.replace(/^RD/, '')
      // Of several readings the last one counts: labels stand before what they name.
      if (symbols.length === CODE && isChecked(symbols)) found.code = groups(symbols)
      if (bare.length === REFERENCE && bare !== symbols && isChecked(bare)) found.reference = `RD-${groups(bare)}`
      if (symbols.length >= CODE) return
    }
  })
  return found
}

/** The same for a field that holds only the number, which may then lack its `RD`. */
export const parseReference = (text: string): string | undefined => parseCredentials(`${text} RD ${text}`).reference
