import { beforeAll, describe, expect, it } from 'vitest'
import { api } from '../http/support.ts'
import { TEXT, type View } from '../support/api.ts'
import { future, today } from '../support/walk.ts'
import { complaint, type House, lettersTo, linkTo, offerApology, open, openHouse } from './cases.ts'

/** What arrives by telephone or post counts like a click (PROCESS rule 14). */
let house: House
beforeAll(async () => {
  house = await openHouse()
})

const record = async (changes: object) =>
  house.desk.handler.expect<{ reference: string; accessCode: null; session: null }>('POST', '/v1/complaints', {
    ...complaint,
    siteKey: house.made.publicKey,
    ...changes,
  })

const now = () => new Date().toISOString()

describe('a complaint by telephone', () => {
  it('is carried to its end by what the complainant says on the line, each time with its proof and a copy', async () => {
    const { handler } = house.desk
    const phone = '+44 20 7946 0100'
    const filed = await record({ channel: 'phone', complainant: { name: 'Ada Holloway', phone } })
    const { reference } = filed
    expect(filed).toMatchObject({ accessCode: null, session: null })
    await offerApology(reference, house.desk, future(5))

    const reply = (said: object, more: object = {}) =>
      handler.refusal(reference, 'record_reply', { how: 'phone', receivedAt: now(), reply: said, ...more })
    expect(await reply({ type: 'accept_plan' }, { receivedAt: '2099-01-01T00:00:00.000Z' })).toMatchObject({
      status: 422,
      body: { code: 'in_the_future' },
    })
    expect(await reply({ type: 'accept_plan' }, { receivedAt: '2020-01-01T00:00:00.000Z' })).toMatchObject({
      status: 422,
      body: { code: 'before_receipt' },
    })
    // What they could not do themselves now, nobody records for them.
    expect(await reply({ type: 'confirm_outcome', satisfied: true })).toMatchObject({ body: { code: 'wrong_stage' } })

    const before = (await lettersTo(phone)).length
    const note = await handler.upload('call.txt', TEXT)
    const accepted = await reply({ type: 'accept_plan', comment: 'Yes, gladly.' }, { evidence: [note] })
    expect(accepted).toMatchObject({ status: 200, body: { stage: 'execution' } })
    expect((await lettersTo(phone)).length).toBeGreaterThan(before)

    const { plan } = await handler.view(reference)
    for (const remedy of plan?.remedies ?? [])
      await handler.give(reference, 'record_remedy', { remedy: remedy.id, deliveredOn: today(), note: 'Sent.' })
    await handler.give(reference, 'report_outcome', { report: 'Done.' })
    expect(await reply({ type: 'confirm_outcome', satisfied: true, rating: 4 })).toMatchObject({
      body: { stage: 'closed', outcome: 'resolved' },
    })

    // The complainant gets in by a link to the number they gave, and finds their own words, told as theirs.
    expect((await open({ link: await linkTo(phone) })).body).toEqual({ confirmed: 'phone' })
    const own = await open({ link: await linkTo(phone) })
    expect(own.body).toMatchObject({ as: 'complainant', accessCode: expect.any(String) })
    const view = await api(own.body.token).view(reference)
    const said = view.timeline.filter((entry) => (entry as Entry).onBehalfOf === 'complainant').map(({ type }) => type)
    expect(said).toEqual(['reply_recorded', 'plan_accepted', 'reply_recorded', 'outcome_confirmed'])
    expect(view.evidence).toMatchObject([{ id: note, name: 'call.txt' }])
  })
})

type Entry = View['timeline'][number] & { onBehalfOf: string | null }

describe('a complaint by post from somebody without telephone or e-mail', () => {
  it('is acknowledged when staff record that they wrote back, not before', async () => {
    const { handler, supervisor, handlerId } = house.desk
    const { reference } = await record({
      channel: 'post',
      complainant: { name: 'Ada Holloway', preferredChannel: 'post' },
      receivedAt: now(),
    })
    const received = await handler.view(reference)
    expect(received.timeline.map(({ type }) => type)).toEqual(['received'])
    expect(received.clocks.map(({ kind }) => kind)).toContain('acknowledge')
    await supervisor.give(reference, 'assign', { to: handlerId })
    const told = await handler.give(reference, 'record_acknowledgement', { note: 'Letter of today, first class.' })
    expect(told.clocks.map(({ kind }) => kind)).not.toContain('acknowledge')
  })

  it('cannot be dated into the future', async () => {
    const { status } = await house.desk.handler.request('POST', '/v1/complaints', {
      ...complaint,
      siteKey: house.made.publicKey,
      channel: 'post',
      receivedAt: '2099-01-01T00:00:00.000Z',
    })
    expect(status).toBe(422)
  })
})
