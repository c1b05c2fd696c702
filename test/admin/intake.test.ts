import { beforeAll, describe, expect, it } from 'vitest'
import { readCase } from '../../worker/actions/readCase.ts'
import { must, Office } from '../support/worker/office.ts'
import { Browser, formOf } from './browser.ts'

let office: Office
let handler: Browser
beforeAll(async () => {
  office = await Office.open()
  // Pages go by the real time, and so do sessions.
  office.time.now = new Date().toISOString()
  handler = await Browser.of(office, 'handler@office.example')
})

const intakeForm = async () => formOf(await handler.get('/admin/intake'), '/admin/intake')

describe('intake by staff', () => {
  it('records everything that somebody told on the telephone', async () => {
    const { status, headers } = await handler.submit(await intakeForm(), {
      channel: 'phone',
      receivedAt: '2026-03-02T09:15',
      language: 'zh-CN',
      subject: 'Nobody came',
      narrative: 'I waited all day.\nNobody came.',
      category: 'service',
      product: 'Delivery',
      occurredOn: '2026-03-01',
      respondentDepartment: 'payments',
      respondentPerson: 'A driver',
      'wish.kind': 'compensation',
      'wish.money.amount': '25',
      'wish.text': 'For the day',
      'complainant.name': 'Li Wei',
      'complainant.email': 'li@home.example',
      'complainant.preferredChannel': 'phone',
      'complainant.customerReference': 'C-7',
      'representative.name': 'Li Na',
      'representative.relation': 'Daughter',
      'files:representative.authority': new File(['I let my daughter speak for me.'], 'authority.txt'),
      willing: 'true',
      vulnerable: 'Hard of hearing',
      consent: 'on',
      'files:evidence': new File(['note'], 'note.txt'),
    })
    expect(status).toBe(303)
    const reference = /cases\/(RD-[^?]+)\?done=intake/.exec(headers.get('location') ?? '')?.[1] ?? ''
    expect(must(await readCase(office.services, office.staff('handler'), reference))).toMatchObject({
      channel: 'phone',
      receivedAt: '2026-03-02T09:15:00.000Z',
      language: 'zh-CN',
      subject: 'Nobody came',
      narrative: 'I waited all day.\nNobody came.',
      category: 'service',
      product: 'Delivery',
      occurredOn: '2026-03-01',
      wish: { kind: 'compensation', money: { amount: 2500, currency: 'USD' }, text: 'For the day' },
      complainant: { name: 'Li Wei', email: 'li@home.example', preferredChannel: 'phone', customerReference: 'C-7' },
      representative: { name: 'Li Na', relation: 'Daughter', state: 'named' },
      gaps: [],
      evidence: [{ name: 'note.txt' }, { name: 'authority.txt' }],
      staff: {
        respondent: { department: 'payments', person: 'A driver' },
        vulnerable: 'Hard of hearing',
        willing: true,
      },
    })
    const page = await handler.get(headers.get('location') ?? '')
    expect(page.html).toContain('Staff never see an access code')
    expect(page.html).not.toMatch(/[0-9A-HJKMNP-TV-Z]{5}(-[0-9A-HJKMNP-TV-Z]{5}){4}/)
  })

  it('says what is missing and keeps the rest', async () => {
    const page = await handler.submit(await intakeForm(), {
      narrative: ' ',
      'complainant.email': 'no address',
      subject: 'Kept',
    })
    expect(page.status).toBe(422)
    expect(page.html).toContain('href="#intake-narrative"')
    expect(page.html).toContain('href="#intake-complainant.email"')
    expect(formOf(page, '/admin/intake').fields).toContainEqual(['subject', 'Kept'])
  })

  it('files a complaint once, however often the form is sent', async () => {
    const form = await intakeForm()
    const sent = await Promise.all(
      [1, 2].map(() => handler.submit(form, { narrative: 'Twice?', 'complainant.phone': '+44 20 7946 0018' })),
    )
    expect(sent[0]?.headers.get('location')).toBe(sent[1]?.headers.get('location'))
  })

  it('tells how to reach somebody without an address', async () => {
    const { headers } = await handler.submit(await intakeForm(), { channel: 'post', narrative: 'A letter.' })
    expect((await handler.get(headers.get('location') ?? '')).html).toContain('There is no address to send to')
  })
})
