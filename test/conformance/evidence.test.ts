import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { createServices } from '../../worker/actions/services.ts'
import { createStaffToken } from '../../worker/actions/staffAccess.ts'
import { api, call, digestHeader, intakeToken } from '../http/support.ts'
import { hex, sha256 } from '../support/api.ts'
import { complaint, type House, openHouse } from './cases.ts'

/** What a case holds is what was received, and who may not read a case does not get at its files. */
let house: House
beforeAll(async () => {
  house = await openHouse()
})

const bytesOf = (text: string) => new TextEncoder().encode(text)
const FIRST = bytesOf('Paid twice: 200.00\n')
const SECOND = bytesOf('Paid twice: 900.00\n')

const download = async (token: string, id: string) =>
  call(`/v1/evidence/${id}/download`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  })

describe('a file', () => {
  it('stays what was hashed, whatever part of it arrives late', async () => {
    const token = await intakeToken(house.made.publicKey)
    const visitor = api(token)
    const { id } = await visitor.expect<{ id: string }>('POST', '/v1/evidence', { name: 'a.txt', size: FIRST.length })

    // Let in while the upload is open, it ends only after the file was attached.
    const slow = new FixedLengthStream(SECOND.length)
    const writer = slow.writable.getWriter()
    const late = call(`/v1/evidence/${id}/parts/1`, {
      method: 'PUT',
      headers: {
        authorization: `Bearer ${token}`,
        'content-length': String(SECOND.length),
        ...(await digestHeader(SECOND)),
      },
      body: slow.readable,
    })
    // Taken from us only once somebody reads it, which is after it was let in.
    await writer.write(SECOND.slice(0, 1))
    await visitor.expect('PUT', `/v1/evidence/${id}/parts/1`, FIRST, await digestHeader(FIRST))
    await visitor.expect('POST', `/v1/evidence/${id}/complete`, {})
    const filed = await visitor.expect<{ reference: string; session: { token: string } }>('POST', '/v1/complaints', {
      ...complaint,
      evidence: [id],
    })
    await writer.write(SECOND.slice(1))
    await writer.close()
    expect((await late).status).toBe(422)

    const stored = await download(filed.session.token, id)
    expect(await stored.text()).toBe(new TextDecoder().decode(FIRST))
    const view = await api(filed.session.token).view(filed.reference)
    expect(view.evidence[0]?.sha256).toBe(hex(await sha256(FIRST)))
  })
})

describe('an administrator of a site without supervisors', () => {
  it('sees that a case is there and what it wants, not its words and files', async () => {
    const services = createServices(env)
    const token = await intakeToken(house.made.publicKey)
    const id = await api(token).upload('a.txt', FIRST)
    const { reference } = await api(token).expect<{ reference: string }>('POST', '/v1/complaints', {
      ...complaint,
      evidence: [id],
    })
    const admin = await createStaffToken(services, house.made.ids.admin, { label: 'alone' })
    if (!('token' in admin)) throw new Error('no token')
    await env.DB.prepare(`UPDATE staff SET active = 0 WHERE id = ?`).bind(house.made.ids.supervisor).run()

    const view = await api(admin.token).view(reference)
    expect(view).toMatchObject({ stage: 'received', narrative: null, timeline: [] })
    expect((await download(admin.token, id)).status).toBe(404)
    expect((await api(admin.token).request('GET', `/v1/complaints/${reference}/dossier`)).status).toBe(403)
    expect((await api(admin.token).request('GET', `/v1/complaints/${reference}/events`)).status).toBe(403)
    await env.DB.prepare(`UPDATE staff SET active = 1 WHERE id = ?`).bind(house.made.ids.supervisor).run()
  })
})
