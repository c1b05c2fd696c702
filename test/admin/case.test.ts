import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCase } from '../../worker/actions/readCase.ts'
import { isStaffCommand } from '../../worker/admin/forms/index.ts'
import type { CaseView } from '../../worker/core/view.ts'
import { deliverOutbox } from '../../worker/jobs/outbox.ts'
import { toInvestigation } from '../actions/walk.ts'
import { Post } from '../jobs/support.ts'
import { must, Office, type StaffName } from '../support/worker/office.ts'
import { Browser, formOf, type Page } from './browser.ts'

let office: Office
const desks = new Map<StaffName, Browser>()
const desk = (name: StaffName): Browser => desks.get(name) as Browser

beforeAll(async () => {
  office = await Office.open()
  // Pages go by the real time, so what is prepared for them does too.
  office.time.now = new Date().toISOString()
  for (const name of ['handler', 'supervisor', 'reviewer', 'auditor', 'colleague', 'admin', 'elsewhere'] as const)
    desks.set(name, await Browser.of(office, `${name}@office.example`))
})

const open = (name: StaffName, reference: string) => desk(name).get(`/admin/cases/${reference}`)
const view = async (name: StaffName, reference: string): Promise<CaseView> =>
  must(await readCase(office.services, office.staff(name), reference))

const give = async (
  name: StaffName,
  reference: string,
  type: string,
  filled: Parameters<Browser['submit']>[1] = {},
) => {
  const page = await open(name, reference)
  return desk(name).submit(formOf(page, `commands/${type}`), filled)
}

const done = async (name: StaffName, reference: string, type: string, filled?: Parameters<Browser['submit']>[1]) => {
  const { status, headers, html } = await give(name, reference, type, filled)
  expect(status, `${type}: ${/class="errors"[\s\S]{0,900}/.exec(html)?.[0]}`).toBe(303)
  expect(headers.get('location')).toBe(`/admin/cases/${reference}?done=${type}`)
}

const offered = ({ forms }: Page) =>
  [...new Set(forms.flatMap(({ action }) => /\/commands\/(\w+)$/.exec(action)?.[1] ?? []))].sort()

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

describe('a case taken from receipt to its end by forms alone', () => {
  const everyone: StaffName[] = ['handler', 'supervisor', 'reviewer', 'auditor']
  let reference: string
  let say: (type: Parameters<Office['give']>[2], fields?: object) => Promise<CaseView>

  const onlyWhatIsAllowed = async () => {
    for (const name of everyone) {
      const { allowed } = await view(name, reference)
      expect(offered(await open(name, reference)), name).toEqual(allowed.filter(isStaffCommand).sort())
    }
  }

  it('is assigned, checked, classified, and its points are listed', async () => {
    const filed = await office.file()
    reference = filed.reference
    say = (type, fields) => office.give(filed.complainant, reference, type, fields)
    await onlyWhatIsAllowed()
    await done('supervisor', reference, 'assign', { to: 'handler' })
    await done('handler', reference, 'verify', { identity: 'on', contact: 'on', content: 'on' })
    await done('handler', reference, 'classify', { nature: 'objective', risk: 'high', reason: 'A large sum.' })
    await done('handler', reference, 'set_points', {
      'points.0.text': 'The second charge.',
      'points.2.text': 'No answer.',
    })
    expect((await view('handler', reference)).points.map((p) => p.text)).toEqual(['The second charge.', 'No answer.'])
    await onlyWhatIsAllowed()
    await say('confirm_points', { agreed: true })
    await onlyWhatIsAllowed()
  })

  it('is accepted and investigated, with a file and a question', async () => {
    await done('handler', reference, 'decide_scope', { inScope: 'true', 'inScope:true.needsInvestigation': 'on' })
    await done('handler', reference, 'start_investigation')
    await onlyWhatIsAllowed()
    await done('handler', reference, 'request_information', {
      of: 'third_party',
      'of:third_party.to': 'The bank',
      question: 'When?',
    })
    await done('handler', reference, 'record_information', {
      content: 'The log shows two charges.',
      'files:evidence': new File(['time,amount\n09:00,12.50\n'], 'log.csv', { type: 'text/csv' }),
    })
    expect((await view('handler', reference)).evidence).toMatchObject([
      { name: 'log.csv', type: 'text/csv', internal: true },
    ])
    await done('handler', reference, 'finish_investigation', { summary: 'Charged twice.' })
    await onlyWhatIsAllowed()
  })

  it('gets a finding for each point by a form of its own', async () => {
    const [file] = (await view('handler', reference)).evidence
    for (let left = 2; left > 0; left--)
      await done('handler', reference, 'record_finding', {
        result: 'upheld',
        reasons: 'The log.',
        reliesOn: [file?.id ?? ''],
      })
    const found = (await view('handler', reference)).staff?.draftFindings ?? []
    expect(found.map(({ finding }) => [finding.result, finding.evidence])).toEqual([
      ['upheld', [file?.id]],
      ['upheld', [file?.id]],
    ])
    await done('handler', reference, 'finish_assessment', { rootCause: 'system_fault', cause: 'A retry.' })
    await onlyWhatIsAllowed()
  })

  it('gets a plan of two remedies, returned once, then approved by somebody else', async () => {
    const remedy = (i: number, kind: string, more: Record<string, string> = {}) =>
      Object.fromEntries(
        Object.entries({ kind, content: `Do ${kind}.`, owner: 'handler', due: tomorrow(), ...more }).map(([k, v]) => [
          `remedies.${i}.${k}`,
          v,
        ]),
      )
    const rows = formOf(
      await desk('handler').submit(formOf(await open('handler', reference), 'commands/propose_plan'), {
        more: 'remedies',
      }),
      'commands/propose_plan',
    )
    const first = { reasons: 'Ours.', ...remedy(0, 'refund', { 'money.amount': '600', 'money.currency': 'USD' }) }
    expect((await desk('handler').submit(rows, { ...first, ...remedy(1, 'apology') })).status).toBe(303)
    await onlyWhatIsAllowed()
    await done('supervisor', reference, 'return_plan', { reason: 'Say more.' })
    const again = formOf(await open('handler', reference), 'commands/propose_plan').fields
    expect(again).toContainEqual(['remedies.0.money.amount', '600.00'])
    expect(again).toContainEqual(['remedies.1.content', 'Do apology.'])
    await done('handler', reference, 'propose_plan', { reasons: 'Ours, and we say more.' })
    await done('supervisor', reference, 'approve_plan')
    await onlyWhatIsAllowed()
  })

  it('is decided in a letter that can be looked at first', async () => {
    const page = await open('handler', reference)
    const form = formOf(page, 'commands/offer_plan')
    expect(form.fields.find(([name]) => name === 'howToAppeal')?.[1]).toContain('15 working days')
    const preview = await desk('handler').submit(form, { note: 'We are sorry.', preview: '1' })
    expect(preview.html).toContain('The letter as the complainant will receive it')
    expect(preview.html).toContain('We are sorry.')
    expect((await view('handler', reference)).stage).toBe('planning')
    expect((await desk('handler').submit(formOf(preview, 'commands/offer_plan'))).status).toBe(303)
    expect((await view('handler', reference)).plan?.note).toBe('We are sorry.')
    await onlyWhatIsAllowed()
  })

  it('is accepted by telephone, carried out and reported', async () => {
    await done('handler', reference, 'record_reply', {
      how: 'phone',
      reply: 'accept_plan',
      'reply:accept_plan.comment': 'Thank you.',
    })
    await onlyWhatIsAllowed()
    for (let left = 2; left > 0; left--)
      await done('handler', reference, 'record_remedy', { note: 'Done.', 'cost.amount': '12.50' })
    await done('handler', reference, 'report_outcome', { report: 'Both are done.' })
    await onlyWhatIsAllowed()
    await say('confirm_outcome', { satisfied: false, rating: 2 })
    expect((await view('handler', reference)).outcome).toBe('unresolved')
    await onlyWhatIsAllowed()
  })

  it('is appealed and decided by a reviewer, and reopened', async () => {
    await say('appeal', { grounds: 'Not enough.' })
    await onlyWhatIsAllowed()
    await done('reviewer', reference, 'decide_appeal', { result: 'stands', reasons: 'It was fair.' })
    await done('supervisor', reference, 'reopen', { stage: 'planning', reason: 'New facts.' })
    await onlyWhatIsAllowed()
  })

  it('can be verified by the auditor', async () => {
    const { html } = await desk('auditor').get(`/admin/cases/${reference}/verify`)
    expect(html).toContain('The ledger holds')
    const ledger = await desk('auditor').get(`/admin/cases/${reference}/ledger`)
    expect(ledger.html).toContain('Complaint received')
  })
})

describe('who may not', () => {
  it.each<[StaffName, number]>([
    ['admin', 403],
    ['elsewhere', 404],
  ])('%s gets no case page', async (name, status) => {
    const { reference } = await office.file()
    const page = await open(name, reference)
    expect(page.status).toBe(status)
    expect(page.html).not.toContain('Charged twice')
  })

  it('gives commands without the token of the session, or from elsewhere', async () => {
    const { reference } = await office.file()
    const form = formOf(await open('supervisor', reference), 'commands/assign')
    expect((await desk('supervisor').submit(form, { to: 'handler', csrf: 'x' })).status).toBe(403)
    expect((await desk('supervisor').submit(form, { to: 'handler' }, 'https://evil.example')).status).toBe(403)
    expect((await view('supervisor', reference)).staff?.assignee).toBeNull()
  })

  it('reads why a command is not possible', async () => {
    const { reference } = await office.file()
    const { html } = await open('handler', reference)
    expect(html).toContain('Not possible now, and why')
    expect(html).toContain('Only the person to whom the case is assigned')
  })
})

describe('a form that comes back', () => {
  let reference: string
  beforeAll(async () => {
    const filed = await office.file()
    reference = filed.reference
    await toInvestigation(office, reference, filed.complainant)
  })

  it('keeps what was typed and leads to what is wrong', async () => {
    const page = await give('handler', reference, 'request_information', {
      question: '  ',
      of: 'third_party',
      'of:third_party.to': 'The bank & co',
    })
    expect(page.status).toBe(422)
    const form = formOf(page, 'commands/request_information')
    expect(form.fields).toContainEqual(['of', 'third_party'])
    expect(form.fields).toContainEqual(['of:third_party.to', 'The bank & co'])
    expect(page.html).toContain('<a href="#request_information-question">')
    expect(
      page.elements.some((e) => e.attributes.some(([k, v]) => k === 'id' && v === 'request_information-question')),
    ).toBe(true)
  })

  it('keeps what was typed when the process refuses, and says why', async () => {
    const page = await give('handler', reference, 'record_reply', {
      how: 'post',
      receivedAt: '2001-01-01T10:00',
      reply: 'add_message',
      'reply:add_message.message': 'From long ago',
    })
    expect(page.status).toBe(422)
    expect(page.html).toContain('Before the complaint')
    expect(formOf(page, 'commands/record_reply').fields).toContainEqual(['reply:add_message.message', 'From long ago'])
  })

  it('says that a colleague changed the case, shows it as it is and takes the words again', async () => {
    const stale = formOf(await open('handler', reference), 'commands/note')
    await office.give('supervisor', reference, 'note', { note: 'Meanwhile.' })
    const page = await desk('handler').submit(stale, { note: 'My careful words' })
    expect(page.status).toBe(409)
    expect(page.html).toContain('A colleague changed this case meanwhile')
    expect(page.html).toContain('Meanwhile.')
    const form = formOf(page, 'commands/note')
    expect(form.fields).toContainEqual(['note', 'My careful words'])
    expect((await desk('handler').submit(form)).status).toBe(303)
  })

  it('is taken when nothing but the delivery of a letter was recorded meanwhile', async () => {
    const filed = await office.file()
    const form = formOf(await open('supervisor', filed.reference), 'commands/assign')
    const letter = env.DB.prepare('SELECT id FROM outbox WHERE complaint = ?').bind(filed.reference)
    await deliverOutbox(office.services, [String(await letter.first('id'))], new Post())
    const before = await view('supervisor', filed.reference)
    expect(before.timeline.at(-1)?.type).toBe('acknowledged')
    expect((await desk('supervisor').submit(form, { to: 'handler' })).status).toBe(303)
    expect((await view('supervisor', filed.reference)).staff?.assignee).toBe('handler')
  })

  it('acts once however often it is sent', async () => {
    const form = formOf(await open('handler', reference), 'commands/note')
    const before = (await view('handler', reference)).version
    const sent = await Promise.all([1, 2].map(() => desk('handler').submit(form, { note: 'Once.' })))
    const third = await desk('handler').submit(form, { note: 'Once.' })
    expect([...sent, third].map((page) => page.status)).toEqual([303, 303, 303])
    expect((await view('handler', reference)).version).toBe(before + 1)
  })

  it('keeps the files that were taken when another is not', async () => {
    const form = formOf(await open('handler', reference), 'commands/note')
    const body = new FormData()
    for (const [name, value] of form.fields) if (name !== 'note') body.append(name, value)
    body.append('note', 'With files')
    body.append('files:evidence', new File(['hello'], 'good.txt'))
    body.append('files:evidence', new File(['MZ\u0000\u0000'], 'bad.exe'))
    const page = await desk('handler').send(form.action, {
      method: 'POST',
      body,
      headers: { origin: 'https://redress.test' },
    })
    expect(page.status).toBe(422)
    expect(page.html).toContain('bad.exe')
    const again = formOf(page, 'commands/note')
    expect(again.fields).toContainEqual(['note', 'With files'])
    expect((await desk('handler').submit(again)).status).toBe(303)
    const [entry] = (await view('handler', reference)).timeline.filter((e) => e.text?.note === 'With files')
    expect(entry?.evidence).toHaveLength(1)
  })

  it('hands out a file as an attachment, to a form of the same session alone', async () => {
    const page = await open('handler', reference)
    const form = page.forms.find((f) => f.action.includes('/evidence/'))
    if (!form) throw new Error('no file on the page')
    const file = await desk('handler').submit(form)
    expect(file.html).toBe('hello')
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="good.txt"; filename*=UTF-8''good.txt`)
    expect(file.headers.get('x-content-type-options')).toBe('nosniff')
    expect((await desk('handler').submit(form, { csrf: 'x' })).status).toBe(403)
  })
})

describe('what somebody wrote', () => {
  const corpus = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    '</textarea><script>alert(1)</script>',
    '</title><iframe src=javascript:alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<style>@import "//evil.example"</style>',
    '{{constructor.constructor("alert(1)")()}}',
    '<!--<img src="--><img src=x onerror=alert(1)//">',
    '<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>',
    '\u202E<b onmouseover=alert(1)>\u0000',
    '</option></select><details open ontoggle=alert(1)>',
    '" autofocus onfocus="alert(1)',
  ]
  const TAGS = ['script', 'iframe', 'svg', 'math', 'img', 'style', 'object', 'embed', 'base', 'b', 'mglyph']

  const isClean = ({ elements }: Page) => {
    expect(elements.filter(({ tag }) => TAGS.includes(tag))).toEqual([])
    for (const { attributes } of elements)
      for (const [name, value] of attributes) {
        expect(name).not.toMatch(/^on/)
        if (['href', 'src', 'action', 'formaction'].includes(name)) expect(value).not.toMatch(/^\s*javascript:/i)
      }
  }

  it.each(corpus)('stays words: %s', async (evil) => {
    const kind = evil.replaceAll('\u0000', '')
    const filed = await office.file({
      complainant: { name: kind, email: 'ada@home.example', customerReference: kind },
      subject: kind,
      narrative: kind,
      product: kind,
      respondentPerson: kind,
      vulnerable: kind,
      wish: { kind: 'refund', text: kind },
      representative: { name: kind, relation: kind, email: 'rep@home.example' },
    })
    const { reference } = filed
    await office.give('supervisor', reference, 'assign', { to: 'handler' })
    await office.give('handler', reference, 'note', { note: kind })
    await office.give('handler', reference, 'set_points', { points: [{ text: kind }] })
    await office.give('handler', reference, 'request_information', { of: 'third_party', question: kind, to: kind })
    await office.give(filed.complainant, reference, 'add_message', { message: kind })
    const page = await open('handler', reference)
    isClean(page)
    // What is prefilled comes back as it was.
    expect(formOf(page, 'commands/set_points').fields).toContainEqual(['points.0.text', kind])
    isClean(await desk('handler').get('/admin?view=open'))
    isClean(await desk('handler').get(`/admin/cases/${reference}/ledger`))
    const back = await give('handler', reference, 'classify', { respondentPerson: kind, nature: [], reason: kind })
    expect(back.status).toBe(422)
    isClean(back)
    expect(formOf(back, 'commands/classify').fields).toContainEqual(['reason', kind])
  })

  it('is not reflected from the address either', async () => {
    const evil = encodeURIComponent('"><script>alert(1)</script>')
    for (const path of [
      `/admin?view=${evil}&contact=${evil}&site=x${evil}`,
      `/admin/cases/${evil}`,
      `/admin/find?reference=${evil}`,
      `/admin/intake?site=${evil}`,
    ])
      isClean(await desk('handler').get(path))
    isClean(await new Browser().get(`/admin/sign-in/code?next=${evil}`))
  })
})

describe('every page', () => {
  it.each(['en', 'zh-CN'])('has a name for every input, in %s', async (language) => {
    const { reference } = await office.file()
    const pages = [
      '/admin',
      '/admin?view=all',
      '/admin/intake',
      `/admin/cases/${reference}`,
      `/admin/cases/${reference}/verify`,
    ]
    for (const path of pages) {
      const page = await desk('supervisor').send(path, { headers: { 'accept-language': language } })
      expect(page.status).toBe(200)
      const labelled = new Set(
        page.elements.flatMap((e) =>
          e.tag === 'label' ? e.attributes.filter(([k]) => k === 'for').map(([, v]) => v) : [],
        ),
      )
      const ids = page.elements.flatMap((e) => e.attributes.filter(([k]) => k === 'id').map(([, v]) => v))
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([])
      for (const { tag, attributes } of page.elements) {
        const of = Object.fromEntries(attributes)
        if (!['input', 'select', 'textarea'].includes(tag) || of.type === 'hidden') continue
        expect(of['aria-label'] !== undefined || labelled.has(of.id ?? ''), `${path} ${of.name}`).toBe(true)
      }
      // A place that no value was put into, and the name of a text that is missing.
      expect(page.html.replace(/<textarea[\s\S]*?<\/textarea>/g, '')).not.toMatch(/\{[a-z]+\}|undefined|\[object/)
    }
  })
})
