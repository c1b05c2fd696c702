import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { Complainant } from '../support/browser/complainant.ts'
import { Visit } from '../support/browser/visit.ts'
import { launchChromium } from '../support/chromium.ts'

const EMAIL = 'yara.mail@example.org'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

it('a link in a mail confirms the address first; only the next one opens the complaint', async () => {
  const visit = await Visit.start(browser)
  const filing = await Complainant.onOwnPage(visit, inject('origin'), 'pk_demo_trading')
  await filing.fill({
    category: 'Fees',
    subject: 'A fee nobody announced',
    narrative: 'My statement shows a fee of 12 that no price list knows.',
    name: 'Yara Lind',
    email: EMAIL,
  })
  const { reference } = await filing.send()
  await visit.close()

  // Somebody who has only their mail: nothing of the complaint is kept in this browser.
  const reader = await Visit.start(browser)
  const open = async (subject: string, link: string) => {
    const letter = reader.page.getByRole('link', { name: `${subject} – ${reference}` })
    await expect
      .poll(
        async () => {
          await reader.page.goto(`${inject('origin')}/mailbox?to=${encodeURIComponent(EMAIL)}`)
          return letter.count()
        },
        { timeout: 20_000 },
      )
      .toBe(1)
    await letter.click()
    const tab = reader.context.waitForEvent('page')
    await reader.page.frameLocator('iframe').getByRole('link', { name: link }).click()
    return tab
  }

  const confirming = await open('We have received your complaint', 'Confirm this address')
  expect(new URL(confirming.url()).hash).toMatch(/^#link=/)
  await confirming.getByRole('button', { name: 'Continue' }).click()
  await confirming.getByRole('heading', { name: 'Thank you, your contact is confirmed' }).waitFor()
  expect(await confirming.locator('body').textContent()).not.toContain('A fee nobody announced')
  expect(confirming.url()).not.toContain('link=')

  const opening = await open('Access to your complaint', 'Open your complaint')
  await opening.getByRole('button', { name: 'Continue' }).click()
  await opening.getByRole('heading', { level: 1, name: 'A fee nobody announced' }).waitFor()
  await opening.getByText('A contact was confirmed: E-mail.').waitFor()
  expect(opening.url()).not.toContain('link=')
  expect(reader.troubles).toEqual([])
})
