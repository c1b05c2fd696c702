import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  newAccessCode,
  newReference,
  newSignInCode,
  parseAccessCode,
  parseReference,
  parseSignInCode,
} from '../../worker/vault/codes.ts'
import { ALPHABET, checkSymbol, isChecked, randomSymbols } from '../../worker/vault/crockford.ts'

const symbols = (length: number) =>
  fc.array(fc.constantFrom(...ALPHABET), { minLength: length, maxLength: length }).map((list) => list.join(''))

const replaceAt = (text: string, at: number, symbol: string) => text.slice(0, at) + symbol + text.slice(at + 1)

const swap = (text: string, i: number, j: number) =>
  replaceAt(replaceAt(text, i, text[j] as string), j, text[i] as string)

describe('the check symbol', () => {
  it('keeps to vectors made by another implementation', () => {
    expect(['0', '1', 'Z', '01', '10', '04KD9QTZ', 'ZZZZZZZZ', '0123456789ABCDEFGHJKMNPQRST'].map(checkSymbol)).toEqual(
      [...'02V24R3K'],
    )
  })

  it('finds every change of one symbol, exhaustively by position, symbol and replacement', () => {
    for (const length of [8, 27]) {
      for (let at = 0; at <= length; at++) {
        for (const was of ALPHABET) {
          // The code is linear: what surrounds the changed symbol has no part in whether the change is found.
          const body = replaceAt(randomSymbols(length), Math.min(at, length - 1), was)
          const whole = body + checkSymbol(body)
          expect(isChecked(whole)).toBe(true)
          for (const other of ALPHABET) expect(isChecked(replaceAt(whole, at, other))).toBe(other === whole[at])
        }
      }
    }
  })

  it('finds every exchange of two adjacent symbols, exhaustively by position and pair', () => {
    for (const length of [8, 27]) {
      for (let at = 0; at < length - 1; at++) {
        for (const a of ALPHABET) {
          for (const b of ALPHABET) {
            const body = replaceAt(replaceAt(randomSymbols(length), at, a), at + 1, b)
            expect(isChecked(swap(body + checkSymbol(body), at, at + 1))).toBe(a === b)
          }
        }
      }
    }
  })

  it('finds an exchange with the check symbol, and of any two symbols however far apart', () => {
    fc.assert(
      fc.property(fc.oneof(symbols(8), symbols(27)), fc.nat(27), fc.nat(27), (body, i, j) => {
        const whole = body + checkSymbol(body)
        fc.pre(i < whole.length && j < whole.length)
        expect(isChecked(swap(whole, i, j))).toBe(whole[i] === whole[j])
      }),
      { numRuns: 3000 },
    )
  })
})

/** As people type it: any case, O for 0, I or L for 1, any or no separators. */
const typed = (text: string) =>
  fc
    .array(fc.tuple(fc.nat(3), fc.constantFrom('', '', ' ', '-', '–', '  ', '\u00a0')), {
      minLength: text.length,
      maxLength: text.length,
    })
    .map((ways) =>
      [...text]
        .filter((symbol) => symbol !== '-')
        .map((symbol, index) => {
          const [way, separator] = ways[index] as [number, string]
          const look = symbol === '0' ? 'oO0'[way % 3] : symbol === '1' ? 'iIlL'[way] : symbol
          return separator + (way % 2 ? look?.toLowerCase() : look)
        })
        .join(''),
    )

const references = symbols(7).map((random) => {
  const body = `3${random}`
  return `RD-${body.slice(0, 4)}-${body.slice(4)}-${checkSymbol(body)}`
})
const codes = symbols(27).map((body) => (body + checkSymbol(body)).match(/..../g)?.join('-') as string)

describe('a reference', () => {
  it('has the form RD-XXXX-XXXX-X and begins with its database', () => {
    const made = new Set(Array.from({ length: 500 }, () => newReference('7')))
    expect(made.size).toBe(500)
    for (const reference of made) {
      expect(reference).toMatch(/^RD-7[0-9A-HJKMNP-TV-Z]{3}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]$/)
      expect(parseReference(reference)).toEqual({ reference, database: '7' })
    }
    for (const database of ['', '00', 'I', 'a', '-']) expect(() => newReference(database)).toThrow(TypeError)
  })

  it('is read however it was typed', () => {
    fc.assert(
      fc.property(
        references.chain((reference) => fc.tuple(fc.constant(reference), typed(reference))),
        ([reference, text]) => {
          expect(parseReference(text)).toEqual({ reference, database: '3' })
          expect(parseReference(text.replace(/^(\W*)r(\W*)d/i, '$1$2'))).toEqual({ reference, database: '3' })
        },
      ),
    )
    const full = newReference('0')
    const wide = full.replace(/[0-9A-Z-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
    expect(parseReference(wide)?.reference).toBe(full)
  })

  it('is told from what is none', () => {
    for (const text of ['', 'RD', 'RD-1234', 'RD-UUUU-UUUU-U', '../etc/passwd', 'RD-1234-5678-9-0', '🙂'.repeat(9)]) {
      expect(parseReference(text)).toBeNull()
    }
  })
})

describe('an access code', () => {
  it('has at least 128 random bits in groups of four', () => {
    const code = newAccessCode()
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect((code.replaceAll('-', '').length - 1) * 5).toBeGreaterThanOrEqual(128)
    expect(new Set(Array.from({ length: 500 }, newAccessCode)).size).toBe(500)
  })

  it('is read however it was typed, but not mistyped', () => {
    fc.assert(
      fc.property(
        codes.chain((code) => fc.tuple(fc.constant(code), typed(code))),
        ([code, text]) => {
          expect(parseAccessCode(text)).toBe(code)
        },
      ),
    )
    const code = newAccessCode()
    expect(parseAccessCode(replaceAt(code, 0, code[0] === 'A' ? 'B' : 'A'))).toBeNull()
    expect(parseAccessCode(code.slice(1))).toBeNull()
    expect(parseAccessCode(`${code}0`)).toBeNull()
  })
})

describe('a sign-in code', () => {
  it('is short enough to type, and read however it was typed', () => {
    const code = newSignInCode()
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/)
    expect(parseSignInCode(` ${code.toLowerCase().replaceAll('-', ' ')}`)).toBe(code)
    expect(parseSignInCode(replaceAt(code, 0, code[0] === 'A' ? 'B' : 'A'))).toBeNull()
    expect(parseSignInCode(newAccessCode())).toBeNull()
  })
})
