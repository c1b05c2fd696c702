import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { Complainant } from '../support/browser/complainant.ts'
import { Desk } from '../support/browser/desk.ts'
import { Visit } from '../support/browser/visit.ts'
import { launchChromium } from '../support/chromium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

it('a complaint out of scope is closed with reasons and where to turn to, as the tracker says', async () => {
  const visit = await Visit.start(browser)
  const page = await Complainant.onOwnPage(visit, inject('origin'), 'pk_demo_trading')
  await page.fill({
    category: 'Something else',
    subject: 'My landlord keeps my deposit',
    narrative: 'I moved out in May, and the deposit of my flat was never paid back.',
    name: 'Ines Duarte',
    email: 'ines.scope@example.org',
  })
  const receipt = await page.send()

  const [supervisor, handler] = await Promise.all([
    Desk.signIn(browser, inject('origin'), 'Sofia Marchetti'),
    Desk.signIn(browser, inject('origin'), 'Hanna Okafor'),
  ])
  await supervisor.open(receipt.reference)
  await supervisor.give('assign', (form) => form.getByLabel(/^Assign to/).selectOption({ label: 'Hanna Okafor' }))
  await handler.open(receipt.reference)
  await handler.give('decide_scope', async (form) => {
    await form.getByRole('radio', { name: 'Out of scope' }).check()
    await form.getByRole('textbox', { name: 'Reasons' }).fill('We are a broker and have no say over a tenancy.')
    await form.getByLabel(/^Who else can help/).selectOption({ label: 'Another body' })
    await form.getByRole('textbox', { name: 'Name of the body' }).fill('Housing Tribunal')
  })

  // Another day, another device: number and code are all there is.
  const later = await Visit.start(browser)
  const tracker = await (await Complainant.onOwnPage(later, inject('origin'), 'pk_demo_trading')).signIn(receipt)
  await tracker.stands('Closed: this is outside what we can decide')
  await tracker.reads('We are a broker and have no say over a tenancy.')
  await tracker.reads('Housing Tribunal')
  await later.picture('tracker-out-of-scope-en-1280')
  expect([visit, later, supervisor.visit, handler.visit].flatMap(({ troubles }) => troubles)).toEqual([])
})
