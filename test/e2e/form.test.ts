import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { audit } from '../support/browser/audit.ts'
import { Complainant, type Told } from '../support/browser/complainant.ts'
import { Desk } from '../support/browser/desk.ts'
import { evidence } from '../support/browser/files.ts'
import { Visit } from '../support/browser/visit.ts'
import { launchChromium } from '../support/chromium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

const told = (subject: string, email: string): Told => ({
  category: 'Technical',
  subject,
  narrative: 'The platform froze for ten minutes while my stop was due.',
  files: evidence(),
  wish: 'Explanation',
  wishText: 'Tell me what happened.',
  name: 'Noor Haddad',
  email,
})

it('what was typed and attached is still there after a reload of the host page', async () => {
  const visit = await Visit.start(browser)
  const complainant = await Complainant.onTrading(visit, inject('demoOrigin'))
  const typed = told('Frozen while my stop was due', 'noor.reload@example.org')
  await complainant.fill(typed)

  await visit.page.reload()
  await complainant.openDialog()
  await complainant.button('Continue your complaint').click()
  await complainant.at('check')
  const names = evidence().map(({ name }) => name)
  const shown = await complainant.text()
  for (const words of [typed.subject, typed.narrative, typed.wishText, typed.email, ...names])
    expect(shown).toContain(words)
  await complainant.button('Change What happened').click()
  await complainant.at('what')
  expect(await complainant.field('Tell us what happened').inputValue()).toBe(typed.narrative)
  await complainant.next('evidence')
  for (const name of names) await complainant.app.getByRole('listitem').filter({ hasText: name }).waitFor()
  for (const step of ['wish', 'you', 'check'] as const) await complainant.next(step)
  expect((await complainant.send()).reference).toMatch(/^RD-/)
  expect(visit.troubles).toEqual([])
  await visit.close()
})

it('a send that fails keeps everything, and one that fails on its way back makes no second case', async () => {
  const visit = await Visit.start(browser)
  visit.excuse(/ERR_FAILED/)
  const subject = `Sent three times ${Date.now()}`
  const complainant = await Complainant.onOwnPage(visit, inject('origin'), 'pk_demo_trading')
  await complainant.fill(told(subject, 'noor.retry@example.org'))

  const filed: string[] = []
  const connection = ['never arrives', 'answer is lost']
  await visit.page.route('**/v1/complaints', async (route) => {
    const fate = connection.shift()
    if (!fate) return route.fallback()
    if (fate === 'answer is lost') filed.push((await (await route.fetch()).json()).reference)
    return route.abort()
  })
  for (let left = connection.length; left > 0; left--) {
    await complainant.button('Send complaint').click()
    await complainant.app.getByRole('alert').getByText('Nothing you typed is lost').waitFor()
    expect(await complainant.text()).toContain(subject)
    await expect.poll(() => connection.length).toBe(left - 1)
  }
  const { reference } = await complainant.send()
  expect(filed).toEqual([reference])

  const desk = await Desk.signIn(browser, inject('origin'), 'Sofia Marchetti')
  await desk.queue('unassigned')
  expect(await desk.page.getByRole('link', { name: subject }).count()).toBe(1)
  expect([visit, desk.visit].flatMap(({ troubles }) => troubles)).toEqual([])
  await visit.close()
})

it('what is missing is said in words, each leading to its field, and the keyboard is taken there', async () => {
  const visit = await Visit.start(browser)
  const complainant = await Complainant.onOwnPage(visit, inject('origin'), 'pk_demo_trading')
  await complainant.begin()
  await complainant.button('Continue').click()
  const summary = complainant.app.getByRole('alert')
  await summary.getByRole('link', { name: 'Say in one line what went wrong' }).click()
  const focused = await visit.page.evaluate(() => document.activeElement?.id)
  expect(focused).toBe(await complainant.field('In one line, what went wrong?').getAttribute('id'))
  expect(await audit(visit.page)).toEqual([])
  await complainant.picture('form-errors-en-1280')
  expect(visit.troubles).toEqual([])
  await visit.close()
})

it('has no serious barrier on any step, the receipt, the tracker and the desk', async () => {
  const visit = await Visit.start(browser, { viewport: { width: 1280, height: 900 }, colorScheme: 'light' })
  const complainant = await Complainant.onTrading(visit, inject('demoOrigin'))
  const found: Record<string, string[]> = {}
  const look = async (where: string) => {
    const barriers = await audit(await complainant.document())
    if (barriers.length > 0) found[where] = barriers
  }
  await complainant.button('Follow a complaint').waitFor()
  await look('start')
  await complainant.fill(told('Audited', 'noor.audit@example.org'), async (step) => {
    await look(step)
    await complainant.picture(`form-${step}-en-1280`)
  })
  const receipt = await complainant.send()
  await look('receipt')
  await complainant.follow()
  await look('tracker')
  await visit.close()

  const desk = await Desk.signIn(browser, inject('origin'), 'Sofia Marchetti')
  await desk.queue('open')
  await desk.visit.picture('queue-en-1280')
  const queue = await audit(desk.page)
  await desk.open(receipt.reference)
  const page = await audit(desk.page)
  expect({ ...found, queue, page }).toEqual({ queue: [], page: [] })
  expect([visit, desk.visit].flatMap(({ troubles }) => troubles)).toEqual([])
})
