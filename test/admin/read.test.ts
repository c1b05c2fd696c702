import { describe, expect, it } from 'vitest'
import { digitsOf, formatIn, minorUnits, momentIn } from '../../worker/admin/format.ts'
import { check } from '../../worker/admin/forms/check.ts'
import type { CommandForm } from '../../worker/admin/forms/field.ts'
import { forms, type StaffCommand } from '../../worker/admin/forms/index.ts'
import { read, typedIn } from '../../worker/admin/forms/read.ts'
import { safePath } from '../../worker/admin/guard.ts'
import { commands } from '../../worker/core/decide/index.ts'

const NOW = '2026-03-02T09:00:00.000Z'

const typed = (texts: Record<string, string | string[]>) =>
  new Map(Object.entries(texts).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]))

const checked = (type: StaffCommand, texts: Record<string, string | string[]>) => {
  const { fields }: CommandForm = forms[type]
  return check(commands[type].fields as never, fields, typed(texts), NOW)
}

describe('reading a form', () => {
  it('keeps words as they were typed, with the line ends of the web', () => {
    const form = new FormData()
    form.append('note', '  two\r\nlines ')
    const { value } = read(forms.note.fields, typedIn(form), NOW)
    expect(value).toEqual({ note: '  two\nlines ', evidence: [] })
  })

  it('reads rows, leaves out the blank ones and knows where each came from', () => {
    const { value, inputs } = read(
      forms.propose_plan.fields,
      typed({
        reasons: 'Ours.',
        'remedies.0.content': ' ',
        'remedies.0.money.currency': 'USD',
        'remedies.2.kind': 'refund',
        'remedies.2.content': 'Paid back',
        'remedies.2.money.amount': '1,250.50',
        'remedies.2.money.currency': 'USD',
        'remedies.2.due': '2026-12-01',
      }),
      NOW,
    )
    expect(value).toEqual({
      reasons: 'Ours.',
      remedies: [
        { kind: 'refund', content: 'Paid back', money: { amount: 125_050, currency: 'USD' }, due: '2026-12-01' },
      ],
    })
    expect(inputs.get('remedies.0.money.amount')).toBe('remedies.2.money.amount')
  })

  it('takes only the fields of the option that was chosen', () => {
    const both = {
      'inScope:true.reasons': 'yes words',
      'inScope:false.reasons': 'no words',
      'inScope:false.body': 'Them',
    }
    expect(read(forms.decide_scope.fields, typed({ inScope: 'true', ...both }), NOW).value).toEqual({
      inScope: true,
      needsInvestigation: false,
      reasons: 'yes words',
    })
    expect(read(forms.decide_scope.fields, typed({ inScope: 'false', ...both }), NOW).value).toEqual({
      inScope: false,
      reasons: 'no words',
      body: 'Them',
    })
  })

  it('reads what the complainant said as a command of its own', () => {
    const reading = checked('record_reply', {
      zone: 'Asia/Shanghai',
      how: 'phone',
      receivedAt: '2026-03-02T17:30',
      reply: 'confirm_outcome',
      'reply:confirm_outcome.satisfied': 'true',
      'reply:confirm_outcome.rating': '4',
    })
    expect(reading).toEqual({
      ok: true,
      value: {
        how: 'phone',
        receivedAt: '2026-03-02T09:30:00.000Z',
        evidence: [],
        reply: { type: 'confirm_outcome', satisfied: true, rating: 4, undelivered: [] },
      },
    })
  })

  it('takes a reply without a time as one of this moment', () => {
    const reading = checked('record_reply', { how: 'phone', reply: 'withdraw' })
    expect(reading.ok && reading.value).toMatchObject({ receivedAt: NOW })
  })

  it.each([
    ['a missing choice', 'classify', { category: 'fees', risk: 'low' }, 'nature', 'required'],
    ['blank words', 'note', { note: ' \n ' }, 'note', 'required'],
    ['words too long', 'approve_plan', { note: 'x'.repeat(4001) }, 'note', 'too_long'],
    [
      'no amount',
      'record_remedy',
      { remedy: 'rm_1', note: 'x', deliveredOn: '2026-01-01', 'cost.amount': 'ten', 'cost.currency': 'USD' },
      'cost.amount',
      'amount',
    ],
    [
      'too many decimals',
      'record_remedy',
      { remedy: 'rm_1', note: 'x', deliveredOn: '2026-01-01', 'cost.amount': '1.5', 'cost.currency': 'JPY' },
      'cost.amount',
      'amount',
    ],
    ['no date', 'extend_clock', { clock: 'review#1', until: '2026-02-30', reason: 'x' }, 'until', 'day'],
    [
      'no moment',
      'record_reply',
      { zone: 'Etc/UTC', how: 'post', receivedAt: 'noon', reply: 'withdraw' },
      'receivedAt',
      'moment',
    ],
    ['no address', 'appoint_outside', { purpose: 'handle', name: 'N', email: 'n@', reason: 'x' }, 'email', 'email'],
    ['no case number', 'link_duplicate', { reference: '123', relation: 'related' }, 'reference', 'reference'],
    ['nothing corrected', 'rectify', { reason: 'x' }, 'changes', 'required'],
    ['no point', 'set_points', { 'points.0.text': '' }, 'points.0.text', 'required'],
    ['half a row', 'propose_plan', { reasons: 'x', 'remedies.1.content': 'y' }, 'remedies.1.kind', 'required'],
    ['an option without its reasons', 'decide_scope', { inScope: 'false' }, 'inScope:false.reasons', 'required'],
  ] as const)('tells %s by its input', (_, type, texts, name, code) => {
    const reading = checked(type, texts)
    expect(reading.ok ? [] : reading.faults).toMatchObject([{ name, code }])
  })
})

describe('amounts and times', () => {
  it('knows the digits of a currency', () => {
    expect(['USD', 'JPY', 'KWD', 'CNY'].map(digitsOf)).toEqual([2, 0, 3, 2])
    expect([minorUnits('12', 'USD'), minorUnits('12.5', 'USD'), minorUnits('12', 'JPY')]).toEqual([1200, 1250, 12])
    expect([minorUnits('-1', 'USD'), minorUnits('1.234', 'USD'), minorUnits('', 'USD')]).toEqual([null, null, null])
  })

  it('gives an amount back as it takes it', () => {
    const { amount } = formatIn('zh-CN', 'Etc/UTC')
    expect(minorUnits(amount({ amount: 123_456_789, currency: 'USD' }), 'USD')).toBe(123_456_789)
  })

  it('reads local times where they are meant', () => {
    expect(momentIn('America/New_York', '2026-07-01T09:00')).toBe('2026-07-01T13:00:00.000Z')
    expect(momentIn('no/where', '2026-07-01T09:00')).toBeNull()
    expect(formatIn('en', 'Asia/Shanghai').local('2026-03-02T09:30:00.000Z')).toBe('2026-03-02T17:30')
  })
})

describe('where to go after signing in', () => {
  it.each([
    ['/admin/cases/RD-0ABC-DEFG-H?done=note', '/admin/cases/RD-0ABC-DEFG-H?done=note'],
    ['/admin', '/admin'],
    [undefined, '/admin'],
    ['https://evil.example/admin', '/admin'],
    ['//evil.example/admin', '/admin'],
    ['/admin/../../evil', '/admin'],
    ['/administrator', '/admin'],
    ['/admin\\@evil.example', '/admin'],
    ['/v1/complaints', '/admin'],
  ])('%s leads to %s', (asked, to) => {
    expect(safePath(asked)).toBe(to)
  })
})
