import { describe, expect, test } from 'vitest'
import { RedressError } from '../../sdk/src/index.ts'
import { placesOf } from '../../widget/app/form/send.ts'
import { toSubmission } from '../../widget/app/form/submission.ts'
import { prefill } from '../../widget/app/form/useForm.ts'
import { emptyDraft } from '../../widget/app/form/validate.ts'
import { submission } from '../../worker/core/decide/intake.ts'
import { goodDraft } from './draft.ts'

const file = (id: string) => ({ id, name: `${id}.png`, size: 10 })

describe('the body of a submission', () => {
  test('is one the server takes, with every field filled', () => {
    const draft = goodDraft({
      product: 'Cash account',
      occurredOn: '2026-05-12',
      department: 'payments',
      person: 'Mr Smith',
      wish: 'refund',
      amount: '12.50',
      wishText: 'Soon, please.',
      behalf: 'yes',
      phone: '+49 30 1234567',
      preferredChannel: 'phone',
      customerReference: 'C-1',
      yourName: 'Ada Wolf',
      relation: 'daughter',
      yourEmail: 'ada@example.com',
      yourPhone: '030 7654321',
      willing: 'no',
      vulnerable: 'She is ill.',
    })
    expect(submission.parse(toSubmission(draft, [file('ev_1')], file('ev_2')))).toEqual({
      language: 'en',
      anonymous: false,
      category: 'fees',
      subject: 'Charged twice',
      narrative: 'The fee for May was taken twice.',
      product: 'Cash account',
      occurredOn: '2026-05-12',
      respondentDepartment: 'payments',
      respondentPerson: 'Mr Smith',
      wish: { kind: 'refund', money: { amount: 1250, currency: 'EUR' }, text: 'Soon, please.' },
      complainant: {
        name: 'Lena Wolf',
        email: 'lena@example.com',
        phone: '+49 30 1234567',
        preferredChannel: 'phone',
        customerReference: 'C-1',
      },
      representative: {
        name: 'Ada Wolf',
        relation: 'daughter',
        email: 'ada@example.com',
        phone: '030 7654321',
        authority: 'ev_2',
      },
      willing: false,
      vulnerable: 'She is ill.',
      evidence: ['ev_1'],
      consent: true,
    })
  })

  test('leaves out what was not given', () => {
    expect(toSubmission(goodDraft(), [], null)).toEqual({
      language: 'en',
      anonymous: false,
      category: 'fees',
      subject: 'Charged twice',
      narrative: 'The fee for May was taken twice.',
      complainant: { name: 'Lena Wolf', email: 'lena@example.com' },
      evidence: [],
      consent: true,
    })
  })

  test('keeps the narrative exactly as it was typed', () => {
    const narrative = '  First line\n\n  second '
    expect(toSubmission(goodDraft({ narrative }), [], null)).toMatchObject({ narrative })
  })

  test('names nobody who wants to stay anonymous, even if a name was typed before', () => {
    const body = toSubmission(goodDraft({ anonymous: 'yes' }), [], null)
    expect(body).toMatchObject({ anonymous: true, complainant: {} })
    expect(JSON.stringify(body)).not.toContain('Lena')
  })

  test('who speaks for somebody else is not anonymous', () => {
    const draft = goodDraft({ anonymous: 'yes', behalf: 'yes', yourName: 'Ada', relation: 'daughter' })
    expect(toSubmission(draft, [], null)).toMatchObject({ anonymous: false, complainant: { name: 'Lena Wolf' } })
  })

  test('forgets an amount when the wish is no longer about money', () => {
    expect(toSubmission(goodDraft({ wish: 'apology', amount: '12' }), [], null)).toMatchObject({
      wish: { kind: 'apology' },
    })
    expect(toSubmission(goodDraft({ wish: 'apology', amount: '12' }), [], null)).not.toHaveProperty('wish.money')
  })

  test('a wish in words only is of the kind other', () => {
    expect(toSubmission(goodDraft({ wishText: 'Call me.' }), [], null)).toHaveProperty('wish', {
      kind: 'other',
      text: 'Call me.',
    })
  })
})

describe('what the host page knows', () => {
  test('fills what is empty, and nothing else', () => {
    const known = { subject: 'From the page', email: 'page@example.com' }
    expect(prefill(goodDraft({ email: '' }), known)).toMatchObject({
      subject: 'Charged twice',
      email: 'page@example.com',
    })
  })

  test('gives no consent and speaks for nobody', () => {
    const pushy = { consent: 'yes', behalf: 'yes', anonymous: 'yes', unknown: 'x' } as object
    expect(prefill(emptyDraft(), pushy)).toEqual(emptyDraft())
  })
})

describe('answers the server did not take', () => {
  const errors = (...pointers: string[]) =>
    new RedressError({ status: 422, errors: pointers.map((pointer) => ({ pointer, code: 'x', detail: pointer })) })

  test('lead to their step and field', () => {
    expect(placesOf(errors('/complainant/email', '/narrative', '/wish/money/amount'))).toEqual([
      { step: 'you', field: 'email', fault: '/complainant/email' },
      { step: 'what', field: 'narrative', fault: '/narrative' },
      { step: 'wish', field: 'amount', fault: '/wish/money/amount' },
    ])
  })

  test('are none where the form has no such field, or the failure is another one', () => {
    expect(placesOf(errors('/evidence/0', ''))).toEqual([])
    expect(placesOf(new TypeError('no'))).toEqual([])
  })
})
