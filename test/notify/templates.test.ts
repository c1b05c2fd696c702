import { describe, expect, it } from 'vitest'
import type { Common, Letters, Template } from '../../worker/notify/letters.ts'
import { type Rendered, render } from '../../worker/notify/templates.ts'
import type { Envelope, Message } from '../../worker/notify/types.ts'
import { REFERENCE } from './support.ts'

const AT = '2026-03-20T16:00:00.000Z'
const HOSTILE = `<script>alert("1")</script> & 'so' on`
const body = { name: 'The ombudsman', url: 'https://ombudsman.example/' }
const remedy = {
  kind: 'refund',
  content: HOSTILE,
  money: { amount: 2500, currency: 'GBP' },
  due: '2026-03-20',
} as const

/** Values for every letter; the free text in them is hostile. */
const samples: { [T in Template]: Letters[T] } = {
  acknowledgement: {
    receivedAt: AT,
    by: AT,
    deadlines: [{ clock: 'psd2.reply', by: AT }],
    holdsCode: true,
    handlingOf: 'RD-0000-0000-0',
    toRepresentative: false,
  },
  news: {},
  access: { because: 'confirmed' },
  code_replaced: {},
  contact_confirm: {},
  contact_changed: {},
  information_requested: { question: HOSTILE, gaps: ['contact', 'authority'], by: AT },
  points_to_confirm: { points: [HOSTILE, 'Second.'], wish: HOSTILE, by: AT },
  request_reminder: { about: 'gaps', question: HOSTILE, until: AT },
  request_lapsed: { about: 'points' },
  representative_verified: { accepted: true, note: HOSTILE, representative: HOSTILE, toRepresentative: false },
  representative_revoked: { reason: HOSTILE, representative: HOSTILE, toRepresentative: false },
  accepted: { points: [HOSTILE], needsInvestigation: true, reasons: HOSTILE, by: AT },
  out_of_scope: { reasons: HOSTILE, referral: 'ombudsman', body: HOSTILE, appealUntil: AT, bodies: [body] },
  duplicate: { leading: 'RD-0000-0000-0', reason: HOSTILE, appealUntil: AT },
  duplicate_unlinked: { other: 'RD-0000-0000-0', reason: HOSTILE },
  interim_measure: { content: HOSTILE, until: '2026-03-20' },
  message: { message: HOSTILE, files: 2 },
  decision: {
    final: false,
    findings: [{ point: HOSTILE, result: 'partly_upheld', reasons: HOSTILE }],
    reasons: HOSTILE,
    remedies: [remedy],
    timetable: HOSTILE,
    howToAppeal: HOSTILE,
    whomElse: HOSTILE,
    note: HOSTILE,
    waivers: [HOSTILE],
    by: AT,
    appealUntil: AT,
  },
  plan_accepted: { remedies: [remedy], by: AT },
  plan_rejected: { by: AT },
  plan_revised: { reason: HOSTILE, by: AT },
  offer_executed: { by: AT },
  progress: { report: HOSTILE, by: AT },
  outcome_report: {
    report: HOSTILE,
    remedies: [{ kind: 'refund', content: HOSTILE, on: '2026-03-20', note: HOSTILE }],
    by: AT,
  },
  outcome_disputed: { by: AT },
  reply_reminder: { about: 'plan', until: AT, silence: 'execute' },
  holding: { reasons: HOSTILE, until: '2026-03-20', bodies: [{ name: HOSTILE, url: null }] },
  appeal_received: { by: AT },
  appeal_decided: { result: 'varied', reasons: HOSTILE, stage: 'planning', by: AT, bodies: [body] },
  closed: { outcome: 'unresolved', because: 'rejected', reasons: HOSTILE, appealUntil: AT, bodies: [body] },
  withdrawn: { until: AT },
  withdrawal_rescinded: { stage: 'review' },
  reopened: { stage: 'investigation', reason: HOSTILE },
  independence_waived: { purpose: 'handle', reason: HOSTILE },
  delayed: { clock: 'answer' },
  extended: { clock: 'investigate', until: '2026-03-20', reason: HOSTILE },
  referral: { kind: 'court', body: HOSTILE, madeOn: '2026-03-20', concluded: false, result: HOSTILE },
  handling_commented: {},
  reply_recorded: { how: 'phone', receivedAt: AT, command: 'reject_plan', words: [HOSTILE], note: HOSTILE },
  staff_breach: { clock: 'review' },
  staff_warning: { clock: 'review', by: AT },
  staff_information_requested: { by: AT, reminder: false },
  staff_appointed: { purpose: 'appeal' },
  staff_sign_in: { code: 'ABCD-EFGH-JKMN', minutes: 15 },
}
const templates = Object.keys(samples) as Template[]

const common: Common = {
  reference: REFERENCE,
  siteKey: 'pk_test',
  siteName: `Acme & Co`,
  timeZone: 'Asia/Shanghai',
  name: HOSTILE,
}

const make = (template: Template, changes: Partial<Envelope> = {}, params: Partial<Common> & object = {}): Message =>
  ({
    id: 'ms_1',
    channel: 'email',
    recipient: 'complainant',
    address: 'ada@example.test',
    language: 'en',
    seq: 2,
    at: '2026-03-02T09:00:00.000Z',
    notice: false,
    acknowledges: false,
    request: null,
    link: template.startsWith('staff_') ? null : 'access',
    ...changes,
    template,
    params: { ...common, ...samples[template], ...params },
  }) as Message

const set = (message: Message, linkToken: string | null = 'rl_0token'): Rendered =>
  render(message, { origin: 'https://redress.test', linkToken: message.link && linkToken })

const visible = (html: string) => html.replace(/<style>[\s\S]*?<\/style>/g, '').replace(/ style="[^"]*"/g, '')

describe.each(['en', 'zh-CN'])('every letter in %s', (language) => {
  it.each(templates)('%s is complete', (template) => {
    const { subject, text, html } = set(make(template, { language }))
    for (const part of [subject, text, visible(html)]) {
      expect(part).not.toMatch(/undefined|null|NaN|\[object|Invalid Date/)
      expect(part).not.toMatch(/\{\w+\}/)
    }
    expect(subject).toContain(REFERENCE)
    expect(subject.length).toBeLessThan(120)
    expect(html).toContain(`<html lang="${language}" dir="ltr">`)
    if (language === 'en') expect(text.replaceAll('安', '')).not.toMatch(/\p{Script=Han}/u)
    else expect(text).toMatch(/\p{Script=Han}/u)
  })

  it.each(templates)('%s lets no words of people become markup', (template) => {
    const { html } = set(make(template, { language }))
    expect(html).not.toContain('<script')
    expect(html).not.toContain(HOSTILE)
    // Nothing is loaded from anywhere.
    expect(html).not.toMatch(/<img|<link|url\(|src=/)
  })

  it.each(templates)('%s says the same as plain text', (template) => {
    const { text, html } = set(make(template, { language }))
    const plain = (s: string) =>
      s
        .replace(/<br>/g, '\n')
        .replace(/<[^>]+>/g, ' ')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&quot;', '"')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&')
        .replace(/\s+/g, ' ')
    const page = plain(visible(html))
    for (const line of text.split('\n')) {
      const words = line
        .replace(/^(\d+\. |\* |-- )/, '')
        .replace(/[:：]$/, '')
        .trim()
      // An address stands in the text and behind a word in the page; a detail has a line of its own there.
      if (words === '' || words.includes('https://') || line.startsWith('* ')) continue
      expect(page).toContain(words.replace(/\s+/g, ' '))
    }
    for (const url of html.matchAll(/href="([^"]+)"/g)) expect(text).toContain(plain(url[1] ?? ''))
  })

  it.each(templates)('%s fits a text message, without any word of the case', (template) => {
    const { text, html } = set(make(template, { language, channel: 'sms' }))
    expect(html).toBe('')
    expect(text).toContain(REFERENCE)
    expect(text).not.toContain('script')
    expect(text).not.toMatch(/\{\w+\}|undefined/)
    expect([...text].length).toBeLessThan(220)
  })
})

describe('the link', () => {
  it('stands in the fragment', () => {
    const { text, html } = set(make('decision'))
    expect(text).toContain('https://redress.test/c/pk_test#link=rl_0token')
    expect(html).toContain('href="https://redress.test/c/pk_test#link=rl_0token"')
  })

  it('says what it does and until when, in the time zone of the policy', () => {
    expect(set(make('decision')).text).toContain('once, until March 9, 2026 at 5:00 PM (GMT+8)')
    expect(set(make('decision', { link: 'confirm' })).text).toContain('opens nothing else')
    expect(set(make('access', { link: 'reissue' })).text).toContain('see your access code')
  })

  it('is the tracker where a message carries none', () => {
    expect(set(make('message', { link: null })).text).toContain('https://redress.test/c/pk_test#track')
  })

  it('leads staff to the case', () => {
    expect(set(make('staff_breach')).text).toContain(`https://redress.test/admin/cases/${REFERENCE}`)
  })

  it('is no script, whatever a policy calls an address', () => {
    const bodies = [{ name: 'Trap', url: 'javascript:alert(1)' }]
    expect(set(make('closed', {}, { bodies } as object)).html).not.toContain('href="javascript')
  })
})

describe('formats', () => {
  it('shows money in its currency, with that currency’s minor units', () => {
    const priced = (amount: number, currency: string) =>
      set(make('plan_accepted', {}, { remedies: [{ ...remedy, money: { amount, currency } }] } as object)).text
    expect(priced(2500, 'GBP')).toContain('£25.00')
    expect(priced(2500, 'JPY')).toContain('¥2,500')
    expect(priced(2500, 'BHD')).toContain('2.500')
  })

  it('keeps a calendar date the same in every zone', () => {
    expect(set(make('holding', {}, { timeZone: 'Pacific/Kiritimati' })).text).toContain('March 20, 2026')
    expect(set(make('holding', {}, { timeZone: 'Pacific/Honolulu' })).text).toContain('March 20, 2026')
  })

  it('names the time in Chinese', () => {
    expect(set(make('plan_rejected', { language: 'zh-CN' })).text).toContain('2026年3月21日')
  })

  it('keeps line breaks of what people wrote', () => {
    const { html, text } = set(make('message', {}, { message: 'One\r\nTwo' } as object))
    expect(html).toContain('One<br>Two')
    expect(text).toContain('  One\n  Two')
  })
})

describe('headers', () => {
  it('keeps a subject on one line', () => {
    const { subject } = set(make('decision', {}, { reference: 'RD-1\r\nBcc: eve@example.test' }))
    expect(subject).not.toMatch(/[\r\n]/)
  })

  it('greets by name only where the address is known to be theirs', () => {
    expect(set(make('decision', {}, { name: 'Ada' })).text).toMatch(/^Dear Ada,/)
    expect(set(make('news', { link: 'confirm' }, { name: null })).text).toMatch(/^Hello,/)
  })
})

describe('the acknowledgement', () => {
  const text = (letter: Partial<Letters['acknowledgement']>, link: Envelope['link']) =>
    set(make('acknowledgement', { link }, letter)).text

  it('says what the reader has and gets', () => {
    expect(text({ holdsCode: true }, 'confirm')).toContain('only say that there is news')
    expect(text({ holdsCode: false }, 'confirm')).toContain('We then send you a link that shows your access code')
    expect(text({ holdsCode: false }, 'reissue')).toContain('shows you your access code')
    expect(text({ holdsCode: false, toRepresentative: true }, null)).toContain('We check your authority first')
  })
})
