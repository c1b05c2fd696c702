import { beforeAll, expect, it } from 'vitest'
import { type House, openHouse, visit } from './cases.ts'

let house: House
beforeAll(async () => {
  house = await openHouse()
})

it('one session cannot flood a case, and holds nobody else back', async () => {
  const [loud, quiet] = await Promise.all([1, 2].map(() => visit(house.made.publicKey, { anonymous: true })))
  if (!loud || !quiet) throw new Error('two cases')
  const ask = () => loud.as.refusal(loud.reference, 'rescind_withdrawal')
  const statuses: number[] = []
  for (let i = 0; i < 61; i++) statuses.push((await ask()).status)
  expect(statuses.slice(0, 60)).toEqual(Array(60).fill(409))
  expect(statuses[60]).toBe(429)
  expect((await loud.as.request('GET', `/v1/complaints/${loud.reference}`)).status).toBe(200)
  expect((await quiet.as.give(quiet.reference, 'request_escalation')).reference).toBe(quiet.reference)
})
