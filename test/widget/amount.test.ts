import { describe, expect, test } from 'vitest'
import { parseAmount } from '../../widget/app/form/amount.ts'

describe('an amount as people write it', () => {
  test.each([
    ['120', 2, 12_000],
    ['120.5', 2, 12_050],
    ['0,99', 2, 99],
    ['1,234.50', 2, 123_450],
    ['1.234,50', 2, 123_450],
    ['1 234,50 €', 2, 123_450],
    ["CHF 1'234.50", 2, 123_450],
    ['1,234', 2, 123_400],
    ['1.234', 3, 1_234],
    ['¥1,200', 0, 1_200],
    ['１２３．４５', 2, 12_345],
  ])('%s with %i digits is %i', (text, digits, amount) => {
    expect(parseAmount(text, digits)).toBe(amount)
  })

  test.each([
    ['', 2],
    ['a lot', 2],
    ['-5', 2],
    ['12.5', 0],
    ['99999999999999', 2],
  ])('"%s" with %i digits is none', (text, digits) => {
    expect(parseAmount(text, digits)).toBeNull()
  })
})
