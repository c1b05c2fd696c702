import { beforeAll, describe, expect, it } from 'vitest'
import { api } from '../http/support.ts'
import type { View } from '../support/api.ts'
import { complaint, type House, lettersTo, linkTo, open, openHouse, visit } from './cases.ts'

/** Somebody who acts for the complainant: a credential of their own, as much as their authority carries, revocable. */
let house: House
beforeAll(async () => {
  house = await openHouse()
})

interface Represented extends View {
  representative: { id: string; state: string } | null
}

const representativeOf = async (as: { view(reference: string): Promise<View> }, reference: string) =>
  ((await as.view(reference)) as Represented).representative

const son = { name: 'Ben Holloway', relation: 'son' }

describe('a representative who fills in the form', () => {
  it('answers questions, decides nothing before the authority is verified, and is out the moment it is revoked', async () => {
    const { made, desk } = house
    const email = 'ada.represented@example.org'
    const { reference, accessCode, as, ...filed } = await visit(made.publicKey, {
      complainant: { name: 'Ada Holloway', email },
      representative: { ...son, email: 'ben@example.org' },
    })
    expect(filed).toMatchObject({ sessionOf: 'representative' })
    const { id } = (await representativeOf(as, reference)) ?? { id: '' }

    await as.give(reference, 'add_message', { message: 'The authority follows by post.' })
    for (const [type, fields] of [
      ['withdraw', {}],
      ['correct_contact', { email: 'ben@example.org' }],
      ['revoke_representative', { representative: id }],
    ] as const)
      expect(await as.refusal(reference, type, fields)).toMatchObject({ status: 403, body: { code: 'not_permitted' } })

    // The address was typed by somebody else: the first link only confirms it, the next one opens the case.
    expect(await open({ link: await linkTo(email) })).toMatchObject({ body: { confirmed: 'email' } })
    const own = await open({ link: await linkTo(email) })
    expect(own.body).toMatchObject({ as: 'complainant', reference })
    expect(own.body.accessCode).not.toBe(accessCode)
    const complainant = api(own.body.token)

    await desk.supervisor.give(reference, 'assign', { to: desk.handlerId })
    await desk.handler.give(reference, 'verify_representative', { representative: id, accepted: true })
    expect((await as.give(reference, 'request_escalation')).timeline.at(-1)?.type).toBe('escalation_requested')
    // Whoever acts for another does not decide who else may.
    expect(await as.refusal(reference, 'revoke_representative', { representative: id })).toMatchObject({ status: 403 })

    await complainant.give(reference, 'revoke_representative', { representative: id })
    expect((await as.request('GET', `/v1/complaints/${reference}`)).status).toBe(401)
    expect(await open({ reference, accessCode })).toMatchObject({ status: 401, body: { code: 'unauthenticated' } })
    expect((await open({ reference, accessCode: own.body.accessCode })).body).toMatchObject({ as: 'complainant' })
    expect(await representativeOf(complainant, reference)).toMatchObject({ state: 'revoked' })
  })

  it('loses access when the authority is refused', async () => {
    const { made, desk } = house
    const { reference, accessCode, as } = await visit(made.publicKey, {
      complainant: { name: 'Ada Holloway', email: 'ada.refused@example.org' },
      representative: son,
    })
    const { id } = (await representativeOf(as, reference)) ?? { id: '' }
    await desk.supervisor.give(reference, 'assign', { to: desk.handlerId })
    await desk.handler.give(reference, 'verify_representative', {
      representative: id,
      accepted: false,
      note: 'Unsigned.',
    })
    expect((await as.request('GET', `/v1/complaints/${reference}`)).status).toBe(401)
    expect((await open({ reference, accessCode })).status).toBe(401)
  })
})

describe('a representative named in a letter', () => {
  it('gets a credential of their own once the authority has been verified, never before', async () => {
    const { made, desk } = house
    const email = 'carer@example.org'
    const { reference } = await desk.handler.expect<{ reference: string }>('POST', '/v1/complaints', {
      ...complaint,
      siteKey: made.publicKey,
      channel: 'post',
      complainant: { name: 'Ada Holloway' },
      representative: { name: 'Clara Carer', relation: 'carer', email },
    })
    expect((await lettersTo(email)).join()).not.toContain('#link=')
    const { id } = (await representativeOf(desk.handler, reference)) ?? { id: '' }
    await desk.supervisor.give(reference, 'assign', { to: desk.handlerId })
    expect(await desk.handler.refusal(reference, 'reissue_access', { to: id })).toMatchObject({ status: 409 })

    await desk.handler.give(reference, 'verify_representative', { representative: id, accepted: true })
    const link = await linkTo(email)
    const opened = await open({ link })
    expect(opened.body).toMatchObject({ as: 'representative', reference })
    expect(opened.body.accessCode).toMatch(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){6}$/)
    expect((await open({ link })).status).toBe(401)

    const carer = api(opened.body.token)
    expect((await carer.view(reference)).allowed).toEqual(expect.arrayContaining(['withdraw', 'add_message']))
    expect((await carer.give(reference, 'withdraw')).outcome).toBe('withdrawn')
  })
})
