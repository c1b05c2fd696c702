import { beforeEach, describe, expect, it } from 'vitest'
import { giveSystemCommand } from '../../worker/actions/giveCommand.ts'
import { listMessages, type OutboxMessage } from '../../worker/actions/outbox.ts'
import { readCase } from '../../worker/actions/readCase.ts'
import { requestAccess } from '../../worker/actions/requestAccess.ts'
import { openSession } from '../../worker/actions/sessions.ts'
import { newReference } from '../../worker/vault/codes.ts'
import { complete, DAY, must, Office } from '../support/worker/office.ts'

const EMAIL = complete.complainant.email
const PHONE = complete.complainant.phone

let office: Office
let seen: Set<string>
beforeEach(async () => {
  office = await Office.open()
  seen = new Set()
})

const messages = async () => {
  const fresh = (await listMessages(office.services, 200)).filter(({ message }) => !seen.has(message.id))
  for (const { message } of fresh) seen.add(message.id)
  return fresh
}

const brief = ({ message: m }: OutboxMessage) => `${m.link} to ${m.recipient} at ${m.address} by ${m.channel}`

/** What is sent when somebody asks. */
const asked = async (request: Parameters<typeof requestAccess>[1]): Promise<string[]> => {
  await messages()
  await requestAccess(office.services, request)
  return (await messages()).map(brief)
}

/** Opens the link by which a contact confirms itself. */
const confirm = async (reference: string, channel: 'email' | 'sms') => {
  const sent = (await listMessages(office.services, 200)).find(
    ({ message: m }) => m.params.reference === reference && m.link === 'confirm' && m.channel === channel,
  )
  must(await openSession(office.services, { link: sent?.linkToken ?? '' }))
}

/** A complaint whose e-mail address has been confirmed. */
const filed = async (changes: object = {}) => {
  const complaint = await office.file(changes)
  await confirm(complaint.reference, 'email')
  return complaint
}

const ledger = async (reference: string) =>
  must(await readCase(office.services, office.staff('auditor'), reference)).timeline

const newestLink = async (reference: string): Promise<string> => {
  const sent = (await listMessages(office.services, 200)).find(
    ({ message }) => message.params.reference === reference && message.link,
  )
  return sent?.linkToken ?? ''
}

describe('a link', () => {
  it('goes to the contact that matches, however it was typed, and the ledger says so', async () => {
    const { reference } = await filed()
    expect(
      await asked({ reference: reference.toLowerCase().replaceAll('-', ' '), email: ` ${EMAIL.toUpperCase()}` }),
    ).toEqual([`reissue to complainant at ${EMAIL} by email`])
    expect((await ledger(reference)).at(-1)).toMatchObject({
      type: 'access_reissued',
      by: 'system',
      facts: { to: 'complainant', channel: 'email' },
    })
  })

  it('goes by text message to a number that was confirmed', async () => {
    const { reference } = await filed()
    await confirm(reference, 'sms')
    expect(await asked({ reference, phone: '0044 (20) 7946-0018' })).toEqual([
      `reissue to complainant at ${PHONE} by sms`,
    ])
  })

  it('only confirms a contact that nobody has confirmed yet', async () => {
    const { reference } = await filed()
    expect(await asked({ reference, phone: PHONE })).toEqual([`confirm to complainant at ${PHONE} by sms`])
    expect(must(await openSession(office.services, { link: await newestLink(reference) }))).toEqual({
      confirmed: 'phone',
    })
  })

  it('gives a new code; the old one and its sessions end', async () => {
    const { reference, accessCode, complainant } = await filed()
    await asked({ reference, email: EMAIL })
    // Asking alone ends nothing.
    must(await openSession(office.services, { reference, accessCode: accessCode ?? '' }))
    const opened = must(await openSession(office.services, { link: await newestLink(reference) }))
    const code = 'accessCode' in opened ? (opened.accessCode ?? '') : ''
    must(await openSession(office.services, { reference, accessCode: code }))
    const failed = { failed: 'unauthenticated' }
    expect(await openSession(office.services, { reference, accessCode: accessCode ?? '' })).toEqual(failed)
    expect(await readCase(office.services, complainant, reference)).toEqual(failed)
    expect((await ledger(reference)).at(-1)).toMatchObject({
      type: 'code_issued',
      by: 'system',
      facts: { to: 'complainant', replaces: true },
    })
    const told = (await messages()).filter(({ message }) => message.template === 'code_replaced')
    expect(told.map(brief)).toEqual([`null to complainant at ${EMAIL} by email`])
  })

  it('is used once, also by two at the same moment: one code, told once in the ledger', async () => {
    const { reference } = await filed()
    await asked({ reference, email: EMAIL })
    const link = await newestLink(reference)
    const answers = await Promise.all([1, 2, 3].map(() => openSession(office.services, { link })))
    const codes = answers.flatMap((answer) => ('accessCode' in answer && answer.accessCode ? [answer.accessCode] : []))
    expect(codes).toHaveLength(1)
    must(await openSession(office.services, { reference, accessCode: codes[0] ?? '' }))
    expect((await ledger(reference)).filter(({ type }) => type === 'code_issued')).toHaveLength(1)
    expect(await openSession(office.services, { link })).toEqual({ failed: 'unauthenticated' })
  })

  it('goes to a representative whose authority was verified, for a code of their own', async () => {
    const representative = { name: 'Bo Lin', relation: 'son', email: 'bo@lin.example', phone: '+65 6000 1111' }
    const { reference } = await filed({ representative })
    expect(await asked({ reference, email: 'bo@lin.example' })).toEqual([])
    const { staff } = must(await readCase(office.services, office.staff('auditor'), reference))
    const id = staff?.representatives[0]?.id ?? ''
    await office.give('supervisor', reference, 'assign', { to: 'handler' })
    await office.give('handler', reference, 'verify_representative', { representative: id, accepted: true })
    expect(await asked({ reference, email: 'bo@lin.example' })).toEqual([`reissue to ${id} at bo@lin.example by email`])
    expect(must(await openSession(office.services, { link: await newestLink(reference) }))).toMatchObject({
      as: 'representative',
      accessCode: expect.any(String),
    })
    expect(await asked({ reference, phone: '+6560001111' })).toEqual([`reissue to ${id} at +65 6000 1111 by sms`])
    await asked({ reference, email: EMAIL })
    const opened = must(await openSession(office.services, { link: await newestLink(reference) }))
    const token = 'token' in opened ? opened.token : ''
    await office.give({ kind: 'session', token }, reference, 'revoke_representative', { representative: id })
    expect(await asked({ reference, email: 'bo@lin.example' })).toEqual([])
  })
})

describe('nothing is sent, and nothing recorded,', () => {
  it('where number and contact do not belong together', async () => {
    const { reference } = await filed()
    const elsewhere = await office.file({ complainant: { email: 'eve@home.example' } }, await office.visitor('other'))
    const before = await ledger(reference)
    for (const request of [
      { reference, email: 'eve@home.example' },
      { reference, email: 'none' },
      { reference, phone: '+44 20 7946 0019' },
      { reference, phone: '-' },
      { reference: elsewhere.reference, email: EMAIL },
      { reference: newReference('0'), email: EMAIL },
      { reference: 'RD', email: EMAIL },
    ])
      expect(await asked(request)).toEqual([])
    expect(await ledger(reference)).toEqual(before)
  })

  it('to a contact from which messages come back', async () => {
    const { reference } = await filed()
    must(
      await giveSystemCommand(office.services, reference, {
        type: 'record_delivery',
        message: 'ms_1',
        state: 'bounced',
        channel: 'email',
        acknowledges: false,
      }),
    )
    expect(await asked({ reference, email: EMAIL })).toEqual([])
  })

  it('to an anonymous complainant, or to an address that was replaced', async () => {
    const anonymous = await office.file({ anonymous: true })
    expect(await asked({ reference: anonymous.reference, email: EMAIL })).toEqual([])
    const { reference, complainant } = await filed()
    await office.give(complainant, reference, 'correct_contact', { email: 'new@home.example' })
    expect(await asked({ reference, email: EMAIL })).toEqual([])
  })
})

describe('asking again and again', () => {
  const timesSent = async (times: number, request: Parameters<typeof requestAccess>[1]) => {
    let sent = 0
    for (let i = 0; i < times; i++) sent += (await asked(request)).length
    return sent
  }

  it('sends three links a day, and more the day after', async () => {
    const { reference } = await filed()
    expect(await timesSent(5, { reference, email: EMAIL })).toBe(3)
    office.time.pass(DAY + 1)
    expect(await timesSent(5, { reference, email: EMAIL })).toBe(3)
  })

  it('does so too when everybody asks at once', async () => {
    const { reference } = await filed()
    await messages()
    await Promise.all(Array.from({ length: 8 }, () => requestAccess(office.services, { reference, email: EMAIL })))
    expect((await messages()).length).toBeLessThanOrEqual(3)
    await timesSent(3, { reference, email: EMAIL })
    expect((await ledger(reference)).filter(({ type }) => type === 'access_reissued')).toHaveLength(3)
  })

  it('keeps nobody out who opens what was sent, nor at another contact', async () => {
    const { reference } = await filed()
    await confirm(reference, 'sms')
    await timesSent(5, { reference, email: EMAIL })
    expect(await timesSent(1, { reference, phone: PHONE })).toBe(1)
    must(await openSession(office.services, { link: await newestLink(reference) }))
    expect(await timesSent(1, { reference, phone: PHONE })).toBe(1)
  })
})
