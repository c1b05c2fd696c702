import { describe, expect, it } from 'vitest'
import { explain } from '../../worker/core/explain.ts'
import { compose, loadPolicy, loadRegime } from '../../worker/core/pack.ts'
import { cfpb } from '../../worker/core/policies/cfpb.ts'
import { cnBanking2020 } from '../../worker/core/policies/cn-banking-2020.ts'
import { fcaDisp } from '../../worker/core/policies/fca-disp.ts'
import { psd2 } from '../../worker/core/policies/psd2.ts'
import { standard } from '../../worker/core/policies/standard.ts'
import { present } from '../../worker/core/view.ts'
import type { DecisionPart } from '../../worker/core/vocabulary.ts'
import { accepted, assigned, found, letter, plan } from './support/stages.ts'
import type { Story } from './support/story.ts'
import { complainant, handler, supervisor } from './support/world.ts'

const [disp, payments, bureau, banking] = [fcaDisp, psd2, cfpb, cnBanking2020].map((pack) => loadRegime(pack)) as [
  ReturnType<typeof loadRegime>,
  ReturnType<typeof loadRegime>,
  ReturnType<typeof loadRegime>,
  ReturnType<typeof loadRegime>,
]
const under = (...regimes: ReturnType<typeof loadRegime>[]) =>
  compose(loadPolicy(standard), { regimes, calendar: 'DE' })
const all = under(disp, payments, bureau, banking)
const wording = (policy = all) =>
  policy.regimes.flatMap((r) => Object.values(r.decision).map((d) => d.wording.en ?? '')).join('\n')

/** Every clock that runs, as the view shows it: the earliest first. */
const dates = (story: Story): string[] =>
  present(story.c, story.events, story.context(supervisor)).clocks.map((k) => `${k.dueAt.slice(0, 16)}Z ${k.kind}`)

const decided = (story: Story): Story => {
  story.step(handler, 'finish_investigation', { summary: 'Two bookings.' })
  found(story).step(handler, 'finish_assessment', { rootCause: 'system_fault', cause: 'A retry booked twice.' })
  return story.step(handler, 'propose_plan', plan())
}

describe('one case under all five packs at once', () => {
  it('has every date of each of them, the earliest first, from receipt to appeal', () => {
    // Received, reviewed and accepted on Monday 2 March 2026 at 09:00 UTC.
    const story = accepted({}, { policy: all })
    expect(dates(story)).toEqual([
      '2026-03-04T09:00Z review', // 48 hours
      '2026-03-05T17:00Z fca-disp.summary_resolution', // third business day, close of business in London
      '2026-03-17T09:00Z cn-banking-2020.decision', // 15 days, close of business in Shanghai
      '2026-03-18T03:59Z cfpb.response', // 15 days, midnight in New York, in summer time by then
      '2026-03-23T16:00Z psd2.reply', // 15 business days in Berlin
      '2026-04-27T22:59Z fca-disp.final_response', // 8 weeks, midnight in London, in summer time by then
    ])

    story.now = '2026-03-04T09:00:00.000Z'
    story.step(handler, 'start_investigation', {})
    expect(dates(story)).toEqual([
      '2026-03-05T17:00Z fca-disp.summary_resolution',
      '2026-03-13T16:00Z investigate', // 7 working days
      '2026-03-18T03:59Z cfpb.response',
      '2026-03-23T16:00Z psd2.reply',
      '2026-04-01T09:00Z cn-banking-2020.complex_decision', // 30 days: no simple case any more
      '2026-04-27T22:59Z fca-disp.final_response',
    ])

    story.until('2026-03-12T09:00:00.000Z')
    expect(story.events.filter((e) => e.type === 'window_passed').map((e) => e.facts)).toMatchObject([
      { kind: 'fca-disp.summary_resolution', at: '2026-03-05T17:00:00.000Z' },
    ])
    story.step(supervisor, 'send_holding_response', { reasons: 'The bank has yet to answer.', until: '2026-04-10' })
    expect(dates(story)).toEqual([
      '2026-03-13T16:00Z investigate',
      '2026-04-10T16:00Z fca-disp.promised_response', // the day that was named
      '2026-04-22T15:00Z psd2.final_reply', // 35 business days, without Good Friday and Easter Monday
      '2026-05-02T03:59Z cfpb.final_response', // 60 days
      '2026-05-06T09:00Z cn-banking-2020.extended_decision', // 60 days end in the holidays of 1 to 5 May
    ])

    story.now = '2026-03-16T09:00:00.000Z'
    decided(story)
      .step(handler, 'offer_plan', { ...letter, whomElse: wording() })
      .told()
    expect(dates(story)).toEqual([
      '2026-03-30T15:00Z reply', // 10 working days
      '2026-04-08T15:00Z appeal_window', // 15 working days
      '2026-04-15T09:00Z cn-banking-2020.review_window', // 30 days to ask for a review
      '2026-05-16T03:59Z cfpb.feedback', // 60 days to comment
      '2026-09-16T22:59Z fca-disp.referral', // 6 months to go to the ombudsman
    ])

    story.now = '2026-03-20T09:00:00.000Z'
    story.step(complainant, 'appeal', { grounds: 'The amount is wrong.' })
    expect(dates(story)).toEqual([
      '2026-03-27T16:00Z appeal', // 5 working days
      '2026-04-20T09:00Z cn-banking-2020.review', // 30 days end on a Sunday
      '2026-05-16T03:59Z cfpb.feedback',
      '2026-09-16T22:59Z fca-disp.referral',
    ])
    story.thenCase({ breaches: [] })
  })

  it('misses each of them by itself, and asking the complainant pauses none', () => {
    const story = assigned({}, { policy: all })
    story.step(handler, 'request_information', { of: 'complainant', question: 'Which card?' })
    expect(story.c.clocks.filter((k) => k.pausedAt).map((k) => k.kind)).toEqual(['review'])
    story.until('2026-03-24T09:00:00.000Z')
    const missed = story.c.breaches.filter((kind) => kind.includes('.'))
    expect(missed).toEqual(['cn-banking-2020.decision', 'cfpb.response', 'psd2.reply'])
  })
})

describe('a decision under a regime', () => {
  const story = () => {
    const s = accepted({}, { policy: under(disp) })
    return decided(s.step(handler, 'start_investigation', {}))
  }

  it('says what the regime wants said, or is not sent and tells what is missing', () => {
    const missing: DecisionPart[] = ['fca-disp.ombudsman', 'fca-disp.website', 'fca-disp.referral_deadline']
    story()
      .when(handler, 'offer_plan', { ...letter, whomElse: 'Time limits: we do not consent to waive them.' })
      .thenRefused({ refused: 'decision_incomplete', missing })
    story()
      .step(handler, 'offer_plan', { ...letter, whomElse: wording(under(disp)) })
      .thenStage('offered')
  })
})

describe('a holding response', () => {
  it('is no later than the strictest regime allows', () => {
    const story = assigned({}, { policy: under(payments, bureau) })
    story
      .when(handler, 'send_holding_response', { reasons: 'More time.', until: '2026-04-23' })
      .thenRefused({ refused: 'promise_too_late', latest: '2026-04-22' })
      .when(handler, 'send_holding_response', { reasons: 'More time.', until: '2026-04-22' })
      .thenEvents('holding_response_sent')
  })

  it('is a supervisor’s to send where an extension has to be approved', () => {
    assigned({}, { policy: under(banking) })
      .when(handler, 'send_holding_response', { reasons: 'More time.', until: '2026-04-01' })
      .thenRefused('not_permitted')
      .when(supervisor, 'send_holding_response', { reasons: 'More time.', until: '2026-04-01' })
      .thenEvents('holding_response_sent')
  })

  it('is kept to: the day it names is a deadline of its own, and a newer one replaces it', () => {
    const story = assigned({}, { policy: under(disp) })
    story.step(handler, 'send_holding_response', { reasons: 'More time.', until: '2026-03-20' })
    story.step(handler, 'send_holding_response', { reasons: 'Still more.', until: '2026-03-27' })
    expect(story.due('fca-disp.promised_response')).toEqual(['2026-03-27T17:00:00.000Z'])
    story.until('2026-04-01T09:00:00.000Z')
    expect(story.c.breaches).toContain('fca-disp.promised_response')
  })
})

describe('time under a regime', () => {
  it('runs on from the receipt after a withdrawal was taken back', () => {
    const story = assigned({}, { policy: under(payments) })
    const due = story.due('psd2.reply')
    story.step(complainant, 'withdraw', {})
    expect(story.clock('psd2.reply')).toBeUndefined()
    story.now = '2026-03-06T09:00:00.000Z'
    story.step(complainant, 'rescind_withdrawal', {})
    expect(story.due('psd2.reply')).toEqual(due)
  })

  it('is missed once, however often the case is opened again', () => {
    const story = assigned({}, { policy: under(payments) }).until('2026-03-24T09:00:00.000Z')
    story.step(complainant, 'withdraw', {})
    story.step(complainant, 'rescind_withdrawal', {}).until('2026-04-24T09:00:00.000Z')
    expect(story.c.breaches.filter((kind) => kind === 'psd2.reply')).toHaveLength(1)
  })

  it('is not a supervisor’s to extend', () => {
    assigned({}, { policy: under(payments) })
      .when(supervisor, 'extend_clock', { clock: 'psd2.reply#1', until: '2026-05-04', reason: 'Busy.' })
      .thenRefused('clock_not_extendable')
  })

  it('is explained with its rule and the days that did not count', () => {
    const story = assigned({}, { policy: under(payments, banking) })
    story.step(supervisor, 'send_holding_response', { reasons: 'More time.', until: '2026-04-01' })
    const why = (kind: 'psd2.final_reply' | 'cn-banking-2020.extended_decision') => {
      const clock = story.clock(kind)
      if (!clock) throw new Error(kind)
      return explain(under(payments, banking), clock)
    }
    const reply = why('psd2.final_reply')
    expect(reply).toMatchObject({ starts: 'received', length: { workingDays: 35 }, counted: 35, uncertain: false })
    expect(reply.days.filter((d) => d.why === 'holiday').map((d) => d.date)).toEqual(['2026-04-03', '2026-04-06'])
    const decision = why('cn-banking-2020.extended_decision')
    expect(decision).toMatchObject({ counted: 60 })
    expect(decision.days.map((d) => `${d.date} ${d.names?.['zh-CN']}`)).toEqual([
      '2026-05-01 劳动节',
      '2026-05-02 劳动节',
      '2026-05-03 劳动节',
      '2026-05-04 劳动节',
      '2026-05-05 劳动节',
    ])
  })
})
