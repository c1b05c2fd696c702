import { describe, expect, it } from 'vitest'
import type { Command } from '../../worker/core/decide/index.ts'
import type { Message } from '../../worker/notify/types.ts'
import {
  as,
  assessed,
  complainant,
  inExecution,
  inReview,
  offer,
  offered,
  REFERENCE,
  reported,
  staff,
  system,
  Told,
  withPoints,
} from './support.ts'

const brief = (messages: readonly Message[]) =>
  messages.map(({ template, recipient, channel, link }) => `${template} to ${recipient} by ${channel}, link ${link}`)

const handler = as('handler')
const supervisor = as('supervisor')

/** Each act, and whom it tells what, for a complainant whose address is confirmed. */
const ACTS: [string, () => Message[], string[]][] = [
  [
    'information is asked of the complainant',
    () => inReview().give(handler, { type: 'request_information', of: 'complainant', question: 'When was it?' }),
    ['information_requested to complainant by email, link access'],
  ],
  [
    'information is asked of a colleague',
    () =>
      inReview().give(handler, {
        type: 'request_information',
        of: 'department',
        staff: 'expert',
        question: 'What do the logs say?',
      }),
    ['staff_information_requested to expert by email, link null'],
  ],
  [
    'the points are to be confirmed',
    () => inReview().give(handler, { type: 'set_points', points: [{ text: 'Charged twice.' }], ask: true }),
    ['points_to_confirm to complainant by email, link access'],
  ],
  [
    'the points need no confirmation',
    () => inReview().give(handler, { type: 'set_points', points: [{ text: 'Charged twice.' }], ask: false }),
    [],
  ],
  [
    'nobody answered in time',
    () => {
      const told = inReview()
      told.give(handler, { type: 'request_information', of: 'complainant', question: 'When was it?' })
      told.runClock('request', 'warn')
      return told.runClock('request')
    },
    ['request_reminder to complainant by email, link access'],
  ],
  [
    'nobody answered the reminder',
    () => {
      const told = inReview()
      told.give(handler, { type: 'request_information', of: 'complainant', question: 'When was it?' })
      told.runClock('request')
      return told.runClock('request', 'lapse')
    },
    ['request_lapsed to complainant by email, link access'],
  ],
  [
    'it is accepted',
    () => withPoints().give(handler, { type: 'decide_scope', inScope: true, needsInvestigation: true }),
    ['accepted to complainant by email, link access'],
  ],
  [
    'it is out of scope, with a referral: one letter',
    () =>
      inReview().give(handler, {
        type: 'decide_scope',
        inScope: false,
        needsInvestigation: false,
        reasons: 'Not our fee.',
        referral: 'ombudsman',
        body: 'The energy ombudsman',
      }),
    ['out_of_scope to complainant by email, link access'],
  ],
  [
    'a measure is taken meanwhile',
    () => inReview().give(handler, { type: 'record_interim_measure', content: 'The fee is suspended.' }),
    ['interim_measure to complainant by email, link access'],
  ],
  [
    'staff write',
    () => inReview().give(handler, { type: 'message', message: 'We are on it.', evidence: [] }),
    ['message to complainant by email, link access'],
  ],
  ['staff note something', () => inReview().give(handler, { type: 'note', note: 'Secret.', evidence: [] }), []],
  ['the decision goes out', () => offer(assessed()), ['decision to complainant by email, link access']],
  [
    'the plan is accepted',
    () => offered().give(complainant, { type: 'accept_plan' }),
    ['plan_accepted to complainant by email, link access'],
  ],
  [
    'a plan without remedies is accepted',
    () => {
      const told = assessed()
      offer(told, [])
      return told.give(complainant, { type: 'accept_plan' })
    },
    ['closed to complainant by email, link access'],
  ],
  [
    'the plan is rejected',
    () => offered().give(complainant, { type: 'reject_plan', reason: 'Too little.' }),
    ['plan_rejected to complainant by email, link access'],
  ],
  [
    'the final plan is rejected',
    () => {
      const told = offered()
      told.give(complainant, { type: 'reject_plan', reason: 'Too little.' })
      offer(told)
      return told.give(complainant, { type: 'reject_plan', reason: 'Still too little.' })
    },
    ['closed to complainant by email, link access'],
  ],
  [
    'the plan is revised',
    () => inExecution().give(handler, { type: 'revise_plan', reason: 'The account is closed.' }),
    ['plan_revised to complainant by email, link access'],
  ],
  [
    'nobody replied to the offer',
    () => offered().runClock('reply'),
    ['reply_reminder to complainant by email, link access'],
  ],
  [
    'nobody replied to the reminder',
    () => {
      const told = offered()
      told.runClock('reply')
      return told.runClock('reply', 'lapse')
    },
    ['offer_executed to complainant by email, link access'],
  ],
  [
    'progress is reported',
    () => inExecution().give(handler, { type: 'report_progress', report: 'Nearly there.' }),
    ['progress to complainant by email, link access'],
  ],
  [
    'the outcome is reported',
    () => {
      const told = inExecution()
      const remedy = told.case?.plan?.remedies[0]?.id ?? ''
      told.give(handler, { type: 'record_remedy', remedy, deliveredOn: '2026-03-02', note: 'Paid.', evidence: [] })
      return told.give(handler, { type: 'report_outcome', report: 'Paid back.' })
    },
    ['outcome_report to complainant by email, link access'],
  ],
  [
    'the complainant is satisfied',
    () => reported().give(complainant, { type: 'confirm_outcome', satisfied: true, undelivered: [] }),
    ['closed to complainant by email, link access'],
  ],
  [
    'something was not delivered',
    () => {
      const told = reported()
      const undelivered = [told.case?.plan?.remedies[0]?.id ?? '']
      return told.give(complainant, { type: 'confirm_outcome', satisfied: false, undelivered })
    },
    ['outcome_disputed to complainant by email, link access'],
  ],
  [
    'nobody replied to the report and its reminder',
    () => {
      const told = reported()
      told.runClock('reply')
      return told.runClock('reply', 'lapse')
    },
    ['closed to complainant by email, link access'],
  ],
  [
    'more time is needed',
    () => inReview().give(handler, { type: 'send_holding_response', reasons: 'Illness.', until: '2026-03-20' }),
    ['holding to complainant by email, link access'],
  ],
  [
    'an appeal is made',
    () => offered().give(complainant, { type: 'appeal', grounds: 'Wrong.', evidence: [] }),
    ['appeal_received to complainant by email, link access'],
  ],
  [
    'an appeal is decided',
    () => {
      const told = offered()
      told.give(complainant, { type: 'appeal', grounds: 'Wrong.', evidence: [] })
      return told.give(as('reviewer'), { type: 'decide_appeal', result: 'stands', reasons: 'It is right.' })
    },
    ['appeal_decided to complainant by email, link access'],
  ],
  [
    'a supervisor closes it',
    () => offered().give(supervisor, { type: 'close', outcome: 'unresolved', reasons: 'No agreement.' }),
    ['closed to complainant by email, link access'],
  ],
  [
    'it is withdrawn',
    () => inReview().give(complainant, { type: 'withdraw' }),
    ['withdrawn to complainant by email, link access'],
  ],
  [
    'the withdrawal is taken back',
    () => {
      const told = inReview()
      told.give(complainant, { type: 'withdraw' })
      return told.give(complainant, { type: 'rescind_withdrawal' })
    },
    ['withdrawal_rescinded to complainant by email, link access'],
  ],
  [
    'it is reopened',
    () => {
      const told = offered()
      told.give(supervisor, { type: 'close', outcome: 'unresolved', reasons: 'No agreement.' })
      return told.give(supervisor, { type: 'reopen', stage: 'review', reason: 'New evidence.' })
    },
    ['reopened to complainant by email, link access'],
  ],
  [
    'a date is extended',
    () =>
      inReview().give(supervisor, {
        type: 'extend_clock',
        clock: 'review#1',
        until: '2026-03-20',
        reason: 'Waiting for the bank.',
      }),
    ['extended to complainant by email, link access'],
  ],
  [
    'another body takes it up',
    () =>
      inReview().give(handler, {
        type: 'record_referral',
        kind: 'mediation',
        body: 'The mediators',
        madeOn: '2026-03-02',
      }),
    ['referral to complainant by email, link access'],
  ],
  [
    'the handling is commented on, without a case of its own',
    () => inReview().give(complainant, { type: 'comment_on_handling', comment: 'Slow.', evidence: [] }),
    ['handling_commented to complainant by email, link access'],
  ],
  [
    'a reply by telephone is recorded: a copy, and what it leads to',
    () =>
      offered().give(handler, {
        type: 'record_reply',
        how: 'phone',
        receivedAt: '2026-03-02T09:00:00.000Z',
        evidence: [],
        reply: { type: 'reject_plan', reason: 'Too little.' },
      }),
    ['reply_recorded to complainant by email, link access', 'plan_rejected to complainant by email, link access'],
  ],
  [
    'an internal date is missed: the supervisor hears of it',
    () => inReview().runClock('review'),
    ['staff_breach to supervisor by email, link null'],
  ],
  [
    'a promise is missed: the complainant hears of it too',
    () => {
      const told = offered()
      told.give(complainant, { type: 'question_plan', question: 'When?' })
      return told.runClock('answer')
    },
    ['delayed to complainant by email, link access', 'staff_breach to supervisor by email, link null'],
  ],
  [
    'a date comes near: whoever has the case hears of it',
    () => inReview().runClock('review', 'warn'),
    ['staff_warning to handler by email, link null'],
  ],
  [
    'access is issued again',
    () => inReview().give(handler, { type: 'reissue_access', to: 'complainant' }),
    ['access to complainant by email, link reissue'],
  ],
  [
    'the address is corrected: the new one confirms itself, the old one is told',
    () => inReview().give(complainant, { type: 'correct_contact', email: 'new@example.test' }),
    ['contact_confirm to complainant by email, link confirm', 'contact_changed to former by email, link null'],
  ],
  ['only the name is corrected', () => inReview().give(complainant, { type: 'correct_contact', name: 'Ada L.' }), []],
]

describe('each act tells whom it concerns', () => {
  it.each(ACTS)('%s', (_name, act, expected) => {
    expect(brief(act())).toEqual(expected)
  })
})

describe('the acknowledgement', () => {
  const acknowledgements = (...[changes, by]: Parameters<Told['file']>) => new Told().file(changes, by)

  it('goes to an unconfirmed address with a link that only confirms', () => {
    const messages = acknowledgements()
    expect(brief(messages)).toEqual(['acknowledgement to complainant by email, link confirm'])
    expect(messages[0]).toMatchObject({
      address: 'ada@example.test',
      acknowledges: true,
      language: 'en',
      params: { reference: REFERENCE, name: null, holdsCode: true },
    })
  })

  it('goes out on every channel there is', () => {
    const person = { name: 'Ada', email: 'ada@example.test', phone: '+44 20 7946 0000' }
    expect(brief(acknowledgements({ complainant: person }))).toEqual([
      'acknowledgement to complainant by email, link confirm',
      'acknowledgement to complainant by sms, link confirm',
    ])
  })

  it('goes by text message to somebody with a telephone only, who gets a code after confirming it', () => {
    const told = new Told()
    const messages = told.file(
      { channel: 'phone', complainant: { name: 'Ada', phone: '+44 20 7946 0000' } },
      as('handler'),
    )
    expect(brief(messages)).toEqual(['acknowledgement to complainant by sms, link confirm'])
    expect(messages[0]?.params).toMatchObject({ holdsCode: false })
    expect(brief(told.confirm('phone'))).toEqual(['access to complainant by sms, link reissue'])
  })

  it('is followed, on the web, by access without a new code once the address is confirmed', () => {
    const told = new Told()
    told.file()
    expect(brief(told.confirm())).toEqual(['access to complainant by email, link access'])
  })

  it('says nothing to an anonymous complainant', () => {
    expect(acknowledgements({ anonymous: true })).toEqual([])
  })

  it('goes to the representative too, who may not open anything yet', () => {
    const representative = { name: 'Bo Rep', relation: 'lawyer', email: 'bo@law.test', authority: 'ev_authority' }
    expect(brief(acknowledgements({ representative }))).toEqual([
      'acknowledgement to complainant by email, link confirm',
      'acknowledgement to rp_1 by email, link null',
    ])
  })
})

describe('a representative', () => {
  const representative = { name: 'Bo Rep', relation: 'lawyer', email: 'bo@law.test', authority: 'ev_authority' }

  it('is asked for a missing authority before it is verified, and told nothing else', () => {
    const told = new Told()
    const { authority: _, ...without } = representative
    const messages = told.file({ representative: without })
    expect(brief(messages)).toContain('information_requested to rp_1 by email, link null')
    told.confirm()
    told.give(as('handler'), { type: 'assign', to: 'handler' })
    const later = told.give(as('handler'), { type: 'message', message: 'Hello.', evidence: [] })
    expect(brief(later)).toEqual(['message to complainant by email, link access'])
  })

  it('hears what the complainant hears once it is verified', () => {
    const told = inReview({ representative })
    const verified = told.give(as('handler'), { type: 'verify_representative', representative: 'rp_1', accepted: true })
    expect(brief(verified)).toEqual([
      'representative_verified to rp_1 by email, link access',
      'representative_verified to complainant by email, link access',
    ])
    expect(brief(told.give(as('handler'), { type: 'message', message: 'Hello.', evidence: [] }))).toEqual([
      'message to complainant by email, link access',
      'message to rp_1 by email, link access',
    ])
    const revoked = told.give(complainant, { type: 'revoke_representative', representative: 'rp_1' })
    expect(brief(revoked)).toEqual([
      'representative_revoked to rp_1 by email, link null',
      'representative_revoked to complainant by email, link access',
    ])
  })

  it('gets a code of its own where the complaint was not filed on the web', () => {
    const told = new Told()
    told.file({ representative, channel: 'phone' }, as('handler'))
    told.give(as('handler'), { type: 'assign', to: 'handler' })
    const verified = told.give(as('handler'), { type: 'verify_representative', representative: 'rp_1', accepted: true })
    expect(brief(verified)[0]).toBe('representative_verified to rp_1 by email, link reissue')
  })

  it('is told when the authority is refused, without a link', () => {
    const told = inReview({ representative })
    const refused = told.give(as('handler'), { type: 'verify_representative', representative: 'rp_1', accepted: false })
    expect(brief(refused)[0]).toBe('representative_verified to rp_1 by email, link null')
  })
})

describe('which address', () => {
  const both = { name: 'Ada', email: 'ada@example.test', phone: '+44 20 7946 0000' }
  const hello: Command = { type: 'message', message: 'A secret.', evidence: [] }

  it('is the preferred one', () => {
    const told = new Told()
    told.file({ complainant: { ...both, preferredChannel: 'phone' } })
    told.confirm('phone')
    told.give(as('handler'), { type: 'assign', to: 'handler' })
    expect(brief(told.give(as('handler'), hello))).toEqual(['message to complainant by sms, link access'])
  })

  it('is the other one after a bounce', () => {
    const told = new Told()
    const [first] = told.file({ complainant: both })
    told.confirm('phone')
    told.give(system, {
      type: 'record_delivery',
      message: first?.id ?? '',
      state: 'bounced',
      channel: 'email',
      acknowledges: true,
    })
    told.give(as('handler'), { type: 'assign', to: 'handler' })
    expect(brief(told.give(as('handler'), hello))).toEqual(['message to complainant by sms, link access'])
  })

  it('is none when all have bounced', () => {
    const told = new Told()
    const [first] = told.file()
    told.give(system, {
      type: 'record_delivery',
      message: first?.id ?? '',
      state: 'bounced',
      channel: 'email',
      acknowledges: true,
    })
    told.give(as('handler'), { type: 'assign', to: 'handler' })
    expect(told.give(as('handler'), hello)).toEqual([])
  })

  it('gets no word of the case while it is unconfirmed', () => {
    const told = new Told()
    told.file()
    told.give(as('handler'), { type: 'assign', to: 'handler' })
    const messages = told.give(as('handler'), hello)
    expect(brief(messages)).toEqual(['news to complainant by email, link confirm'])
    expect(JSON.stringify(messages)).not.toContain('A secret.')
    expect(JSON.stringify(messages)).not.toContain('Ada')
  })
})

describe('a small organisation', () => {
  it('tells the complainant of the exception it makes, and names it in the decision', () => {
    const told = new Told()
    told.staff = staff.filter((s) => s.id === 'handler' || s.id === 'admin')
    told.file({ respondentDepartment: 'complaints' })
    told.confirm()
    const reason = 'Everybody here works in that department.'
    const waived = told.give(as('admin'), { type: 'waive_independence', staff: 'handler', purpose: 'handle', reason })
    expect(brief(waived)).toEqual(['independence_waived to complainant by email, link access'])
    told.give(handler, { type: 'assign', to: 'handler' })
    told.give(handler, { type: 'set_points', points: [{ text: 'Charged twice.' }], ask: false })
    told.give(handler, { type: 'decide_scope', inScope: true, needsInvestigation: false })
    const point = told.case?.points[0]?.id ?? ''
    told.give(handler, { type: 'record_finding', point, result: 'upheld', reasons: 'It is so.', reliesOn: [] })
    expect(offer(told)[0]?.params).toMatchObject({ waivers: [reason] })
  })

  it('writes to whom it appoints from outside, and to administrators where it has no supervisor', () => {
    const told = new Told()
    told.staff = staff.filter((s) => s.id === 'admin')
    told.file()
    const appointed = told.give(as('admin'), {
      type: 'appoint_outside',
      purpose: 'handle',
      name: 'Olga Outside',
      email: 'olga@outside.test',
      seniority: 100,
      reason: 'We are too few.',
    })
    expect(appointed).toMatchObject([{ template: 'staff_appointed', address: 'olga@outside.test', link: null }])
    expect(brief(told.runClock('review'))).toEqual(['staff_breach to admin by email, link null'])
  })
})

describe('what a message carries', () => {
  it('is the notice its event names, so that its arrival stops the clock', () => {
    const told = assessed()
    const [message] = offer(told)
    expect(message).toMatchObject({ notice: true, id: told.case?.notices[0]?.message })
  })

  it('is the request it asks for, so that a bounce is known for what it is', () => {
    const told = inReview()
    const [message] = told.give(as('handler'), { type: 'request_information', of: 'complainant', question: 'When?' })
    expect(message?.request).toBe(told.case?.requests[0]?.id)
  })

  it('is a stable, valid and different id for every reader', () => {
    const representative = { name: 'Bo Rep', relation: 'lawyer', email: 'bo@law.test', authority: 'ev_authority' }
    const make = () => new Told().file({ representative })
    const ids = make().map((m) => m.id)
    expect(make().map((m) => m.id)).toEqual(ids)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_#:-]{1,64}$/)
  })

  it('is, in a decision, the findings, the plan, the reasons and the ways onward', () => {
    const [message] = offer(assessed())
    expect(message?.params).toMatchObject({
      findings: [{ point: 'The fee was charged twice.', result: 'upheld', reasons: 'The ledger shows it.' }],
      remedies: [{ kind: 'refund', content: 'We pay the fee back.', money: { amount: 2500, currency: 'GBP' } }],
      reasons: 'It was our mistake.',
      howToAppeal: 'Write to us.',
      whomElse: 'The ombudsman.',
    })
  })

  it('is in the language of the case', () => {
    const messages = new Told().file({ language: 'zh-Hans' })
    expect(messages[0]).toMatchObject({ language: 'zh-CN', params: { siteName: '安顺交易' } })
  })

  it('is, to staff, never what the case is about', () => {
    const told = inReview()
    const messages = told.give(as('handler'), {
      type: 'request_information',
      of: 'department',
      staff: 'expert',
      question: 'A secret?',
    })
    expect(JSON.stringify(messages)).not.toContain('A secret?')
    expect(JSON.stringify(messages)).not.toContain('Ada')
  })
})
