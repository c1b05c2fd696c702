import { beforeAll, describe, expect, it } from 'vitest'
import { future } from '../support/walk.ts'
import { type House, lettersTo, offerApology, openHouse, visit } from './cases.ts'

/** A withdrawal ends the process the same day, is confirmed in writing, and can be taken back for a while (PROCESS rule 12). */
let house: House
beforeAll(async () => {
  house = await openHouse()
})

const DAY = 86_400_000

const withdrawn = async (email: string) => {
  const filed = await visit(house.made.publicKey, { complainant: { name: 'Ada', email } })
  await offerApology(filed.reference, house.desk, future(30))
  const view = await filed.as.give(filed.reference, 'withdraw', { reason: 'I have had enough.' })
  return { ...filed, view }
}

describe('a withdrawal', () => {
  it('stops the work at once and is confirmed in writing', async () => {
    const email = 'ada.withdraws@example.org'
    const { reference, as, view } = await withdrawn(email)
    expect(view).toMatchObject({ stage: 'closed', outcome: 'withdrawn', awaiting: null })
    expect(await lettersTo(email)).not.toEqual([])
    expect(await house.desk.handler.refusal(reference, 'revise_plan', { reason: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'wrong_stage' },
    })
    expect(await as.refusal(reference, 'appeal', { grounds: 'x' })).toMatchObject({
      status: 409,
      body: { code: 'nothing_to_appeal' },
    })
    expect(await as.refusal(reference, 'withdraw')).toMatchObject({ status: 409, body: { code: 'wrong_stage' } })
  })

  it('is taken back within the window, and the case goes on where it stood', async () => {
    const { reference, as } = await withdrawn('ada.rescinds@example.org')
    const back = await as.give(reference, 'rescind_withdrawal', { reason: 'On reflection.' })
    expect(back).toMatchObject({ stage: 'offered', outcome: null, plan: { state: 'offered' } })
    expect((await as.give(reference, 'accept_plan')).stage).toBe('execution')
    expect(await as.refusal(reference, 'rescind_withdrawal')).toMatchObject({ status: 409 })
  })

  it('stands once the window has passed; then only a supervisor opens the case again, with the reason', async () => {
    const { reference, as, view, accessCode } = await withdrawn('ada.late@example.org')
    const until = new Date(view.appealUntil ?? 0)
    expect(until.getTime()).toBeGreaterThan(Date.now() + 10 * DAY)
    await house.made.at(new Date(until.getTime() + DAY), async () => {
      const later = await as.expect<{ token: string }>('POST', '/v1/sessions', { reference, accessCode })
      const back = as.as(later.token)
      expect(await back.refusal(reference, 'rescind_withdrawal')).toMatchObject({
        status: 409,
        body: { code: 'withdrawal_window_passed' },
      })
      const reopen = { stage: 'planning', reason: 'The complainant was ill.' }
      expect(await house.desk.handler.refusal(reference, 'reopen', reopen)).toMatchObject({ status: 403 })
      expect(await house.desk.supervisor.give(reference, 'reopen', reopen)).toMatchObject({
        stage: 'planning',
        outcome: null,
      })
    })
  })
})
