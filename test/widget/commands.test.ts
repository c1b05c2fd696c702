import { describe, expect, test } from 'vitest'
import { COMMANDS, fieldsOf, MAIN, toCommand } from '../../widget/app/tracker/commands.ts'
import { type CommandType, commands } from '../../worker/core/decide/index.ts'
import { complainantCommands } from '../../worker/core/decide/reply.ts'

type View = Parameters<typeof toCommand>[2]

const request = (change: object) => ({
  id: 'rq_1',
  of: 'complainant',
  about: 'information',
  question: 'Why?',
  to: null,
  askedAt: '',
  dueAt: null,
  state: 'open',
  ...change,
})
const view = {
  representative: { id: 'rp_1', name: 'Ada', relation: 'daughter', state: 'verified' },
  requests: [request({ id: 'rq_0', state: 'answered' }), request({ id: 'rq_9', about: 'points' }), request({})],
  plan: { remedies: [{ id: 'rm_1' }, { id: 'rm_2' }] },
} as unknown as View

/** Something in every field a form can have. */
const filled = {
  message: 'It ends in 4471.',
  question: 'When?',
  grounds: 'It says nothing of the fee.',
  reason: 'It is too little.',
  comment: 'Thank you.',
  agreed: 'no',
  satisfied: 'yes',
  rating: '4',
  rm_2: 'yes',
  wish: 'refund',
  amount: '12.50',
  currency: 'EUR',
  wishText: '',
  kind: 'mediation',
  name: 'Lena Wolf',
  email: 'lena@example.com',
  phone: '+49 30 1234567',
  preferredChannel: 'email',
}

test('every command of a complainant can be given', () => {
  const theirs = [...Object.keys(complainantCommands), 'revoke_representative']
  expect(Object.keys(COMMANDS).sort()).toEqual(theirs.sort())
  expect(MAIN).toContain('appeal')
  expect(MAIN).not.toContain('withdraw')
})

describe('the body of a command', () => {
  const parsed = (type: string, values: object) => {
    const { type: _, ...fields } = toCommand(type, values as Record<string, string>, view, ['ev_1']) as { type: string }
    // As it arrives: JSON has no undefined.
    return commands[type as CommandType].fields.safeParse(JSON.parse(JSON.stringify(fields)))
  }

  test.each(Object.keys(COMMANDS))('%s, filled, is one the server takes', (type) => {
    expect(parsed(type, filled)).toMatchObject({ success: true })
  })

  test.each(Object.keys(COMMANDS))('%s, with no more than it needs, is one too', (type) => {
    const needs = fieldsOf(type).flatMap(({ name, needed }) => (needed ? [name] : []))
    const needed = Object.fromEntries(Object.entries(filled).filter(([name]) => needs.includes(name)))
    expect(parsed(type, needed)).toMatchObject({ success: true })
  })

  test('a message answers the open question, and brings its files', () => {
    expect(toCommand('add_message', filled, view, ['ev_1'])).toEqual({
      type: 'add_message',
      message: 'It ends in 4471.',
      request: 'rq_1',
      evidence: ['ev_1'],
    })
  })

  test('yes, no, numbers and what was not delivered', () => {
    expect(toCommand('confirm_points', filled, view, [])).toMatchObject({ agreed: false })
    expect(toCommand('confirm_outcome', filled, view, [])).toMatchObject({
      satisfied: true,
      rating: 4,
      undelivered: ['rm_2'],
    })
  })

  test('a refusal says what is wanted instead', () => {
    expect(toCommand('reject_plan', filled, view, [])).toEqual({
      type: 'reject_plan',
      reason: 'It is too little.',
      wish: { kind: 'refund', money: { amount: 1250, currency: 'EUR' } },
    })
  })
})
