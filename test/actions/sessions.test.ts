import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { listMessages } from '../../worker/actions/outbox.ts'
import { readCase } from '../../worker/actions/readCase.ts'
import { endSession, openSession } from '../../worker/actions/sessions.ts'
import { newAccessCode, newReference } from '../../worker/vault/codes.ts'
import { newToken } from '../../worker/vault/tokens.ts'
import { DAY, must, Office } from '../support/worker/office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})

const UNAUTHENTICATED = { failed: 'unauthenticated' }
const open = (given: Parameters<typeof openSession>[1]) => openSession(office.services, given)

/** Links of messages to the complainant about a case, newest first. */
const links = async (reference: string, kind: 'confirm' | 'access' | 'reissue') =>
  (await listMessages(office.services, 200))
    .filter(({ message }) => message.params.reference === reference && message.link === kind)
    .flatMap(({ message, linkToken }) => (linkToken ? [{ token: linkToken, channel: message.channel }] : []))

/** Confirms the complainant's address by the link that was sent there. */
const confirm = async (reference: string) => {
  const [link] = (await links(reference, 'confirm')).filter(({ channel }) => channel === 'email')
  return open({ link: link?.token ?? '' })
}

describe('reference and access code', () => {
  it('open a session, however they are typed', async () => {
    const { reference, accessCode } = await office.file()
    const typed = {
      reference: reference.toLowerCase().replaceAll('-', ' '),
      accessCode: ` ${accessCode?.toLowerCase()} `,
    }
    const session = must(await open(typed))
    expect(session).toMatchObject({ reference, as: 'complainant' })
    const { token } = session as { token: string }
    must(await readCase(office.services, { kind: 'session', token }, reference))
    await endSession(office.services, token)
    expect(await readCase(office.services, { kind: 'session', token }, reference)).toEqual(UNAUTHENTICATED)
  })

  it('are refused alike, whatever is wrong with them', async () => {
    const { reference, accessCode } = await office.file()
    const code = accessCode ?? ''
    const other = await office.file()
    for (const [number, secret] of [
      [reference, newAccessCode()],
      [reference, other.accessCode],
      [newReference('0'), code],
      [reference, ''],
      ['', code],
      ['RD', code.slice(1)],
    ])
      expect(await open({ reference: number ?? '', accessCode: secret ?? '' })).toEqual(UNAUTHENTICATED)
  })

  it('leave no session behind when they are refused', async () => {
    const { reference } = await office.file()
    const count = async () => (await env.DB.prepare('SELECT count(*) AS n FROM session').first<{ n: number }>())?.n
    const before = await count()
    await open({ reference, accessCode: newAccessCode() })
    expect(await count()).toBe(before)
  })
})

describe('a link in a message', () => {
  it('to an address nobody confirmed opens nothing, but confirms it, once; then access follows', async () => {
    const { reference } = await office.file()
    const [link] = (await links(reference, 'confirm')).filter(({ channel }) => channel === 'email')
    expect(await open({ link: link?.token ?? '' })).toEqual({ confirmed: 'email' })
    expect(await open({ link: link?.token ?? '' })).toEqual(UNAUTHENTICATED)
    const staff = must(await readCase(office.services, office.staff('auditor'), reference)).staff
    expect(staff?.contact).toMatchObject({ email: 'confirmed', phone: 'unconfirmed' })
    const [access] = await links(reference, 'access')
    const session = must(await open({ link: access?.token ?? '' }))
    expect(session).toMatchObject({ reference, as: 'complainant' })
    expect(session).not.toHaveProperty('accessCode')
  })

  it('works once', async () => {
    const { reference } = await office.file()
    await confirm(reference)
    const [access] = await links(reference, 'access')
    const answers = await Promise.all([1, 2, 3].map(() => open({ link: access?.token ?? '' })))
    expect(answers.filter((answer) => 'token' in answer)).toHaveLength(1)
  })

  it('expires', async () => {
    const { reference } = await office.file()
    await confirm(reference)
    const [access] = await links(reference, 'access')
    office.time.pass(7 * DAY)
    expect(await open({ link: access?.token ?? '' })).toEqual(UNAUTHENTICATED)
  })

  it('that reissues access shows a new code and ends the old one and its sessions', async () => {
    const { reference, accessCode, complainant } = await office.file()
    await confirm(reference)
    await office.give('supervisor', reference, 'reissue_access')
    const [link] = await links(reference, 'reissue')
    const opened = must(await open({ link: link?.token ?? '' }))
    const code = 'accessCode' in opened ? (opened.accessCode ?? '') : ''
    must(await open({ reference, accessCode: code }))
    expect(await open({ reference, accessCode: accessCode ?? '' })).toEqual(UNAUTHENTICATED)
    expect(await readCase(office.services, complainant, reference)).toEqual(UNAUTHENTICATED)
  })

  it('gives the complainant of a case that staff took down their own code', async () => {
    const { reference } = await office.file({ channel: 'phone' }, office.staff('handler'), 'pk_shop')
    await confirm(reference)
    const [link] = await links(reference, 'reissue')
    const opened = must(await open({ link: link?.token ?? '' }))
    expect(opened).toMatchObject({ as: 'complainant', accessCode: expect.any(String) })
    // A first code replaces none, and nobody needs a warning.
    const view = must(await readCase(office.services, office.staff('auditor'), reference))
    expect(view.timeline.at(-1)).toMatchObject({ type: 'code_issued', facts: { replaces: false } })
    const sent = (await listMessages(office.services, 200)).filter(
      ({ message }) => message.params.reference === reference,
    )
    expect(sent.map(({ message }) => message.template)).not.toContain('code_replaced')
  })

  it('sent to an address that was corrected since no longer works', async () => {
    const { reference, complainant } = await office.file()
    const [old] = (await links(reference, 'confirm')).filter(({ channel }) => channel === 'email')
    await office.give(complainant, reference, 'correct_contact', { email: 'new@home.example' })
    expect(await open({ link: old?.token ?? '' })).toEqual(UNAUTHENTICATED)
    const [fresh] = (await links(reference, 'confirm')).filter(({ channel }) => channel === 'email')
    expect(await open({ link: fresh?.token ?? '' })).toEqual({ confirmed: 'email' })
  })

  it('is refused when it is none of ours', async () => {
    for (const link of [newToken('link', '0'), newToken('session', '0'), '', 'rl_'])
      expect(await open({ link })).toEqual(UNAUTHENTICATED)
  })
})

describe('a case about the handling of another', () => {
  it('opens with the same access code', async () => {
    const { reference, accessCode, complainant } = await office.file()
    await office.give('supervisor', reference, 'assign', { to: 'handler' })
    const view = await office.give(complainant, reference, 'comment_on_handling', { comment: 'Nobody calls back.' })
    const linked = view.links[0]?.reference ?? ''
    const session = must(await open({ reference: linked, accessCode: accessCode ?? '' }))
    const { token } = session as { token: string }
    const opened = must(await readCase(office.services, { kind: 'session', token }, linked))
    expect(opened).toMatchObject({ category: 'handling', narrative: 'Nobody calls back.' })
    expect(opened.complainant.name).toBe('Ada Holloway')
  })
})
