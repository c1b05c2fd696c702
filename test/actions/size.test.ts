import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { dueMessages, settleMessage } from '../../worker/actions/outbox.ts'
import { readLedger } from '../../worker/actions/readLedger.ts'
import { must, Office } from '../support/worker/office.ts'
import { toOffer } from './walk.ts'

const NARRATIVE = `On 2 November I withdrew 200 from my account once. The next morning the balance had fallen by 400, and
the list of movements shows the same withdrawal twice, one minute apart, with the same number. I wrote to your chat at
09:14; I was told to wait for two working days. After three days nothing had changed, I wrote again, and the chat was
closed without an answer. On the telephone I waited for forty minutes and then heard that the second entry was only a
reservation that would disappear by itself. It has not disappeared, and a standing order for my rent has been returned
because of it, for which my landlord charges me 25. I ask for the second 200 back, for the 25, and for an explanation of
why nobody could see what I see on my own screen.`

const REASONS = `The log of the payment gateway shows that our own retry sent the order again after a timeout although the
first one had been carried out. The complainant caused none of it and could not have noticed in time.`

const size = async () => (await env.DB.prepare('SELECT 1').run()).meta.size_after

it('keeps a case of 20 events within 16 KB', { timeout: 120_000 }, async () => {
  // In production, what was sent leaves the outbox.
  const office = await Office.open({ ...env, ENVIRONMENT: 'production' })
  const CASES = 60
  const before = await size()
  let events = 0
  for (let i = 0; i < CASES; i++) {
    const { reference, complainant } = await office.file({ narrative: NARRATIVE })
    await toOffer(office, reference, complainant, REASONS)
    await office.give(complainant, reference, 'question_plan', {
      question: 'Does that include the 25 for the landlord?',
    })
    await office.give('handler', reference, 'message', { message: 'It does: the plan names 225 in all.' })
    const { data } = must(await readLedger(office.services, office.staff('auditor'), reference))
    events = data.length
    for (const id of await dueMessages(office.services, 100))
      await settleMessage(office.services, id, { state: 'sent' })
  }
  const perCase = ((await size()) - before) / CASES
  const ofTwenty = (perCase / events) * 20
  expect(events).toBeGreaterThanOrEqual(15)
  expect(ofTwenty).toBeLessThanOrEqual(16 * 1024)
  expect(ofTwenty).toBeGreaterThan(4 * 1024)
})
