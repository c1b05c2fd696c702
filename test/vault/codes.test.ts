import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  newAccessCode,
  newReference,
  parseAccessCode,
  parseCredentials,
  parseReference,
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

describe('pasted credentials', () => {
  const layouts: ((reference: string, code: string) => string)[] = [
    (r, c) => `${r} ${c}`,
    (r, c) => `${c}\n${r}`,
    (r, c) => `Reference: ${r}\nAccess code: ${c}\n`,
    (r, c) => `Your access code is ${c}. Your complaint number is ${r}.`,
    (r, c) => `投诉编号：${r}，访问码：${c}。请妥善保管。`,
    (r, c) => `code ${c}, number ${r}`,
    (r, c) => `Code: ${c.replaceAll('-', ' ')}\nNumber: ${r.replaceAll('-', '')}`,
    (r, c) => `code: ${c.replaceAll('-', '').toLowerCase()} number: ${r.toLowerCase()}`,
    (r, c) => `${r.replace('RD-', '')}\t${c}`,
    (r, c) => `{"reference":"${r}","accessCode":"${c}"}`,
    (r, c) => `> Number ${r}\r\n> Code ${c.slice(0, 20)}\r\n> ${c.slice(20)}\r\n`,
    (r, c) => `Complaint of 2026-03-02, 10:15, about order 4711-0815: ${r}; secret code ${c}; thanks, REDRESS`,
  ]

  it('are found in any order and layout', () => {
    fc.assert(
      fc.property(references, codes, fc.constantFrom(...layouts), (reference, code, layout) => {
        expect(parseCredentials(layout(reference, code))).toEqual({ reference, code })
      }),
      { numRuns: 3000 },
    )
  })

  it('are given one by one when only one is there, or the other was mistyped', () => {
    fc.assert(
      fc.property(references, codes, (reference, code) => {
        expect(parseCredentials(reference)).toEqual({ reference })
        expect(parseCredentials(`code: ${code}`)).toEqual({ code })
        const wrong = replaceAt(code, 5, code[5] === 'A' ? 'B' : 'A')
        expect(parseCredentials(`${reference} ${wrong}`).code).toBeUndefined()
        expect(parseCredentials(`${reference} ${wrong}`).reference).toBe(reference)
      }),
    )
  })

  it('are not seen in prose', () => {
    const prose = `Dear sir or madam, this complaint concerns handling, payments and the telephone department. Nine-letter
      words abound: attention, complaint, important, statement, recommend. Please read the whole text and reply.`
    expect(parseCredentials(prose)).toEqual({})
    expect(parseCredentials('')).toEqual({})
  })

  it('are told from words that would complete them', () => {
    // One code in 32 has a check that is right for these readings too: find such codes.
    const codeWith = (reading: (symbols: string) => string) => {
      for (;;) {
        const code = newAccessCode()
        if (isChecked(reading(code.replaceAll('-', '')))) return code
      }
    }
    const spaced = (code: string) => code.replaceAll('-', ' ')
    const before = codeWith((symbols) => `C0DE${symbols.slice(0, 24)}`)
    const after = codeWith((symbols) => `${symbols.slice(4)}1SMY`)
    const behind = codeWith((symbols) => `${symbols.slice(4)}THEN`)
    for (const code of [before, after, behind]) {
      expect(parseCredentials(`CODE ${spaced(code)}`)).toEqual({ code })
      expect(parseCredentials(`code ${code.toLowerCase()}`)).toEqual({ code })
      expect(parseCredentials(`Code: ${spaced(code)}`)).toEqual({ code })
      expect(parseCredentials(`${spaced(code)} IS MY CODE`)).toEqual({ code })
      expect(parseCredentials(`${code}; is my code`)).toEqual({ code })
      expect(parseCredentials(`${code} THEN`)).toEqual({ code })
      expect(parseCredentials(`${spaced(code)} then`)).toEqual({ code })
    }
    // "RD00-J Access" reads as RD-00JA-CCES-S.
    expect(parseCredentials('Reference: RD-3YGN-RD00-J\nAccess')).toEqual({ reference: 'RD-3YGN-RD00-J' })
    fc.assert(
      fc.property(symbols(8), (body) => {
        const word = body + checkSymbol(body)
        const [letters, named] = [!/\d/.test(word), `RD-${word.slice(0, 4)}-${word.slice(4, 8)}-${word[8]}`]
        expect(parseCredentials(`a ${word.toLowerCase()} here`)).toEqual(letters ? {} : { reference: named })
        expect(parseCredentials(`a ${named} here`)).toEqual({ reference: named })
        // An order number can have a check that is right.
        expect(parseCredentials(`a ${named} about 0000-0000-0`)).toEqual({ reference: named })
      }),
      { numRuns: 500 },
    )
  })

  it('are searched for within bounds, however long and odd the text', () => {
    expect(parseCredentials('1 '.repeat(500_000))).toBeDefined()
    expect(parseCredentials('RD-'.repeat(500_000))).toBeDefined()
  })
})
