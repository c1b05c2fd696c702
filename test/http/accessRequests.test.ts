import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { giveSystemCommand } from '../../worker/actions/giveCommand.ts'
import { findMessage, listMessages } from '../../worker/actions/outbox.ts'
import { createServices } from '../../worker/actions/services.ts'
import type { Problem } from '../support/api.ts'
import { api, COMPLAINT, fileComplaint, install } from './support.ts'

let publicKey: string
beforeAll(async () => {
  publicKey = (await install()).publicKey
})

const services = createServices(env)
const ask = (given: object) => api().request('POST', '/v1/access-requests', given)
const { email } = COMPLAINT.complainant

/** The token of the newest link to a new code, once it has been sent: that happens after the answer. */
const linkFor = (reference: string): Promise<string> =>
  vi.waitFor(async () => {
    const sent = (await listMessages(services, 200)).find(
      ({ message: m }) => m.params.reference === reference && m.link === 'reissue',
    )
    const found = sent && (await findMessage(services, sent.message.id))
    if (!found?.linkToken) throw new Error('not sent yet')
    return found.linkToken
  })

describe('a request for a new access code', () => {
  it('is answered the same whether or not anything matches', async () => {
    const { reference } = await fileComplaint(publicKey)
    const answers = await Promise.all(
      [
        { reference, email },
        { reference, email: 'eve@example.org' },
        { reference, phone: '+44 20 7946 0018' },
        { reference: 'RD-0000-0000-0', email },
        { reference: 'nothing', email },
      ].map(ask),
    )
    const told = answers.map(({ status, body, headers }) => {
      const { 'x-request-id': _, ...rest } = Object.fromEntries(headers)
      return JSON.stringify({ status, body, headers: rest })
    })
    expect(new Set(told).size).toBe(1)
    expect(answers[0]).toMatchObject({ status: 202, body: { accepted: true } })
  })

  it('leads by a link to a new code, and the old one ends', async () => {
    const { reference, accessCode, as } = await fileComplaint(publicKey)
    await giveSystemCommand(services, reference, { type: 'confirm_contact', channel: 'email' })
    expect((await ask({ reference, email })).status).toBe(202)
    const link = await linkFor(reference)
    const opened = await api().expect<{ accessCode: string; token: string }>('POST', '/v1/sessions', { link })
    expect((await api(opened.token).view(reference)).reference).toBe(reference)
    expect((await as.request('GET', `/v1/complaints/${reference}`)).status).toBe(401)
    const statusWith = async (code: string) =>
      (await api().request('POST', '/v1/sessions', { reference, accessCode: code })).status
    expect(await statusWith(accessCode)).toBe(401)
    expect(await statusWith(opened.accessCode)).toBe(201)
  })

  it.each([
    ['without a contact', { reference: 'RD-0000-0000-0' }],
    ['with both', { reference: 'RD-0000-0000-0', email, phone: '+44 20 7946 0018' }],
    ['with something else', { reference: 'RD-0000-0000-0', email: 'nobody' }],
  ])('%s is told what is wrong, in words', async (_how, given) => {
    const { status, body } = await api().request<Problem>('POST', '/v1/access-requests', given)
    expect(status).toBe(422)
    expect(body).toMatchObject({ code: 'invalid', errors: [{ detail: expect.stringMatching(/\w/) }] })
  })
})
