import { describe, expect, test } from 'vitest'
import { parseCredentials, parseReference } from '../../widget/app/tracker/credentials.ts'
import { newAccessCode, newReference } from '../../worker/vault/codes.ts'

const reference = 'RD-04KD-9QTZ-7'
const made = () => ({ reference: newReference('0'), code: newAccessCode() })

describe('number and code in what was pasted', () => {
  test.each<[string, (c: { reference: string; code: string }) => string]>([
    ['the number first', ({ reference, code }) => `${reference} ${code}`],
    ['the code first', ({ reference, code }) => `${code}\n${reference}`],
    ['with labels', ({ reference, code }) => `Complaint number: ${reference}\nAccess code: ${code}`],
    ['with Chinese labels', ({ reference, code }) => `投诉编号：${reference}\n查询密码：${code}`],
    ['in small letters', ({ reference, code }) => `${reference} ${code}`.toLowerCase()],
    ['with blanks for dashes', ({ reference, code }) => `${reference} / ${code}`.replaceAll('-', ' ')],
    ['without dashes', ({ reference, code }) => `${reference.replaceAll('-', '')} ${code.replaceAll('-', '')}`],
    [
      'in full-width characters',
      ({ reference, code }) =>
        `${reference} ${code}`.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
    ],
    ['with look-alikes', ({ reference, code }) => `${reference} ${code}`.replaceAll('0', 'O').replaceAll('1', 'l')],
    ['in a sentence', ({ reference, code }) => `My number is ${reference}, and the code is ${code}. Thank you!`],
  ])('%s', (_, write) => {
    for (let i = 0; i < 50; i++) {
      const both = made()
      expect(parseCredentials(write(both))).toEqual(both)
    }
  })

  test('one alone is one alone', () => {
    const both = made()
    expect(parseCredentials(both.reference)).toEqual({ reference: both.reference })
    expect(parseCredentials(both.code)).toEqual({ code: both.code })
  })

  test('what is mistyped is left out', () => {
    const { code } = made()
    const wrong = code.replace(/.$/, (symbol) => (symbol === 'A' ? 'B' : 'A'))
    expect(parseCredentials(wrong)).toEqual({})
    expect(parseCredentials('')).toEqual({})
    expect(parseCredentials('Withdrawal of 12 May never arrived')).toEqual({})
  })
})

describe('the field for the number', () => {
  test('takes it without its RD', () => {
    for (let i = 0; i < 50; i++) {
      const { reference } = made()
      expect(parseReference(reference)).toBe(reference)
      expect(parseReference(reference.slice(3))).toBe(reference)
    }
  })

  test('finds a mistake', () => {
    const wrong = `${reference.slice(0, -1)}${newReference('0').at(-1) === '8' ? '9' : '8'}`
    const right = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].filter((last) =>
      parseReference(reference.slice(0, -1) + last),
    )
    expect(right).toHaveLength(1)
    expect(parseReference(wrong)).toBe(right.includes(wrong.at(-1) ?? '') ? wrong : undefined)
  })
})
