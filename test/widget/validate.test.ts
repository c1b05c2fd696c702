import { describe, expect, test } from 'vitest'
import '../../widget/app/form/checks.ts'
import { emptyDraft, STEPS, validate } from '../../widget/app/form/validate.ts'
import { goodDraft } from './draft.ts'

const TODAY = '2026-11-22'

describe('what happened', () => {
  test('needs a category, a subject and a narrative', () => {
    expect(validate('what', emptyDraft(), TODAY)).toEqual({
      category: 'errorCategory',
      subject: 'errorSubject',
      narrative: 'errorNarrative',
    })
  })

  test('blanks are no answer', () => {
    expect(validate('what', goodDraft({ narrative: ' \n ' }), TODAY)).toEqual({ narrative: 'errorNarrative' })
  })

  test('happened today at the latest', () => {
    expect(validate('what', goodDraft({ occurredOn: TODAY }), TODAY)).toEqual({})
    expect(validate('what', goodDraft({ occurredOn: '2026-11-23' }), TODAY)).toEqual({ occurredOn: 'errorFuture' })
    expect(validate('what', goodDraft({ occurredOn: 'May' }), TODAY)).toEqual({ occurredOn: 'errorDate' })
  })

  test('fits', () => {
    expect(validate('what', goodDraft({ narrative: 'a'.repeat(20_000) }), TODAY)).toEqual({})
    expect(validate('what', goodDraft({ narrative: 'a'.repeat(20_001) }), TODAY)).toEqual({ narrative: 'errorTooLong' })
  })
})

describe('what would put it right', () => {
  test('may be left open', () => {
    expect(validate('wish', emptyDraft(), TODAY)).toEqual({})
  })

  test('an amount must be one, where money is asked for', () => {
    expect(validate('wish', goodDraft({ wish: 'refund', amount: 'all of it' }), TODAY)).toEqual({
      amount: 'errorAmount',
    })
    expect(validate('wish', goodDraft({ wish: 'refund', amount: '12,50' }), TODAY)).toEqual({})
    expect(validate('wish', goodDraft({ wish: 'apology', amount: 'all of it' }), TODAY)).toEqual({})
  })
})

describe('about you', () => {
  test('needs a name and a way to answer', () => {
    expect(validate('you', emptyDraft(), TODAY)).toEqual({ name: 'errorYourName', email: 'errorContact' })
    expect(validate('you', goodDraft({ email: '', phone: '+49 30 1234567' }), TODAY)).toEqual({})
  })

  test.each(['lena', 'lena@', 'lena@example', 'a@b.c', 'lena@example.com, x@example.com', 'lena @example.com'])(
    '%s is no e-mail address',
    (email) => {
      expect(validate('you', goodDraft({ email }), TODAY)).toEqual({ email: 'errorEmail' })
    },
  )

  test('full-width characters are taken for what they mean', () => {
    expect(
      validate('you', goodDraft({ email: 'ｌｅｎａ＠ｅｘａｍｐｌｅ．ｃｏｍ', phone: '１３８００１３８０００' }), TODAY),
    ).toEqual({})
  })

  test('a telephone number has digits', () => {
    expect(validate('you', goodDraft({ phone: 'call me' }), TODAY)).toEqual({ phone: 'errorPhone' })
  })

  test('anonymous needs nothing', () => {
    expect(validate('you', goodDraft({ anonymous: 'yes', name: '', email: '' }), TODAY)).toEqual({})
  })

  test('for somebody else: both names, and how the representative is reached', () => {
    expect(validate('you', { ...emptyDraft(), behalf: 'yes' }, TODAY)).toEqual({
      yourName: 'errorYourName',
      relation: 'errorRelation',
      yourEmail: 'errorContact',
      name: 'errorName',
    })
    const both = goodDraft({ behalf: 'yes', email: '', yourName: 'A', relation: 'son', yourPhone: '030 1234567' })
    expect(validate('you', both, TODAY)).toEqual({})
  })
})

test('sending needs consent', () => {
  expect(validate('check', goodDraft({ consent: '' }), TODAY)).toEqual({ consent: 'errorConsent' })
})

test('a good draft passes every step', () => {
  for (const step of STEPS) expect(validate(step, goodDraft(), TODAY)).toEqual({})
})
