import { beforeAll, expect, it } from 'vitest'
import { future, today } from '../support/walk.ts'
import { type House, lettersTo, offerApology, openHouse, visit } from './cases.ts'

/** Nobody's name, no address: the tracker is the only way, and what is published there counts as sent (PROCESS rule 15). */
let house: House
beforeAll(async () => {
  house = await openHouse()
})

const clocks = (view: { clocks: { kind: string }[] }) => view.clocks.map(({ kind }) => kind)

it('goes from receipt to close through the tracker alone', async () => {
  const { made, desk } = house
  const email = 'never@example.org'
  const { reference, as } = await visit(made.publicKey, {
    anonymous: true,
    // Typed before the box was ticked: it is not kept.
    complainant: { name: 'Ada Holloway', email },
  })
  const received = await as.view(reference)
  expect(received).toMatchObject({ anonymous: true, complainant: {}, gaps: [] })
  expect(received.timeline.map((entry) => entry.type)).toEqual(['received', 'acknowledged'])
  expect(clocks(received)).toEqual(['review'])
  expect(JSON.stringify(await desk.supervisor.view(reference))).not.toContain(email)

  await offerApology(reference, desk, future(5))
  const offered = await as.view(reference)
  expect(clocks(offered).sort()).toEqual(['appeal_window', 'reply'])
  await as.give(reference, 'accept_plan')
  const { plan } = await desk.handler.view(reference)
  for (const remedy of plan?.remedies ?? [])
    await desk.handler.give(reference, 'record_remedy', { remedy: remedy.id, deliveredOn: today(), note: 'Sent.' })
  await desk.handler.give(reference, 'report_outcome', { report: 'Done.' })
  expect(await as.give(reference, 'confirm_outcome', { satisfied: true })).toMatchObject({
    stage: 'closed',
    outcome: 'resolved',
  })

  expect(await lettersTo(email)).toEqual([])
  expect(await desk.handler.refusal(reference, 'reissue_access')).toMatchObject({ body: { code: 'no_contact' } })
})
