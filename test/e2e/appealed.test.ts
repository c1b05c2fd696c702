import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { Complainant, type Receipt } from '../support/browser/complainant.ts'
import { Desk } from '../support/browser/desk.ts'
import { inOrder } from '../support/browser/inOrder.ts'
import type { Tracker } from '../support/browser/tracker.ts'
import { Visit } from '../support/browser/visit.ts'
import { accept, assess, carryOut, offer, propose, review, write } from '../support/browser/walk.ts'
import { launchChromium } from '../support/chromium.ts'

/** A dissatisfied complainant, heard to the end; followed on the page of its own. */
describe('a plan that is refused, a final one that is appealed, and a third that is accepted', () => {
  let browser: Browser
  let visit: Visit
  let receipt: Receipt
  let tracker: Tracker
  let handler: Desk
  let supervisor: Desk
  let reviewer: Desk

  const refund = (money: string) => [{ kind: 'Refund', content: `We pay ${money} back.`, owner: 'Hanna Okafor', money }]

  beforeAll(async () => {
    browser = await launchChromium()
    visit = await Visit.start(browser)
    ;[handler, supervisor, reviewer] = await Promise.all([
      Desk.signIn(browser, inject('origin'), 'Hanna Okafor'),
      Desk.signIn(browser, inject('origin'), 'Sofia Marchetti'),
      Desk.signIn(browser, inject('origin'), 'Ruth Bergmann'),
    ])
  })
  afterAll(() => browser.close())
  inOrder(() => [visit, handler.visit, supervisor.visit, reviewer.visit])

  it('is filed on the page of its own and reviewed', async () => {
    const complainant = await Complainant.onOwnPage(visit, inject('origin'), 'pk_demo_trading')
    await complainant.fill({
      category: 'Fees',
      subject: 'An inactivity fee although I traded',
      narrative: 'I was charged 300 for a quiet year in which I traded every month.',
      wish: 'Refund',
      amount: '300',
      name: 'Bram Osei',
      email: 'bram.appealed@example.org',
    })
    receipt = await complainant.send()
    tracker = await complainant.follow()
    await review(supervisor, handler, receipt.reference, {
      assignee: 'Hanna Okafor',
      department: 'Payments and accounts',
      points: ['The fee was charged although the account was used.'],
    })
    await tracker.comeBack()
    await tracker.give('confirm_points', (form) => form.getByRole('radio', { name: 'Yes', exact: true }).check())
    await accept(handler, receipt.reference)
    await write(handler, 'finish_investigation', { Summary: 'Twelve trades in twelve months.' })
    await assess(handler, ['The account shows twelve trades.'])
  })

  it('gets a first plan, which the complainant refuses, saying what they want instead', async () => {
    // Small and of medium risk: the policy asks for no second person here.
    await propose(handler, 'Half of it was our fault.', refund('150.00'))
    await offer(handler, 'Our first offer.')
    await tracker.comeBack()
    await tracker.reads('Refund: $150.00')
    await tracker.give('reject_plan', async (form) => {
      await form.getByRole('textbox', { name: 'What is wrong with the plan?' }).fill('All of it was your fault.')
      await form.getByRole('radio', { name: 'Refund' }).check()
      await form.getByRole('textbox', { name: 'Amount' }).fill('300')
    })
    await tracker.stands('Finding a solution')
  })

  it('gets a second plan, which is final', async () => {
    await handler.open(receipt.reference)
    await handler.page.getByText('All of it was your fault.').first().waitFor()
    await propose(handler, 'We go further, but no further than this.', refund('200.00'))
    await offer(handler, 'Our last offer.')
    await tracker.comeBack()
    await tracker.reads('This is our final offer.')
    await tracker.reads('Refund: $200.00')
  })

  it('is appealed; whoever took part cannot decide that', async () => {
    await tracker.give('appeal', (form) =>
      form.getByRole('textbox', { name: 'What is wrong with the decision?' }).fill('Your own terms say: no fee.'),
    )
    await tracker.stands('Appeal')
    for (const desk of [handler, supervisor]) {
      await desk.open(receipt.reference)
      const forms = await desk.page.locator('summary').allInnerTexts()
      expect(forms).not.toContain('Decide the appeal')
    }
  })

  it('is overturned by a more senior person who took no part', async () => {
    await reviewer.queue('appeals')
    await reviewer.page.getByRole('link', { name: 'An inactivity fee although I traded' }).first().click()
    await reviewer.give('decide_appeal', async (form) => {
      await form.getByRole('radio', { name: 'Overturned' }).check()
      await form.getByRole('textbox', { name: 'Reasons' }).fill('The terms are plain: the fee was not due.')
    })
    await tracker.comeBack()
    await tracker.stands('Finding a solution')
    await tracker.reads('The decision is overturned')
    await tracker.reads('The terms are plain: the fee was not due.')
  })

  it('gets a new plan, which is accepted, carried out and confirmed', async () => {
    await handler.open(receipt.reference)
    await propose(handler, 'The fee was not due.', refund('300.00'))
    await offer(handler, 'As decided on your appeal.')
    await tracker.comeBack()
    await tracker.reads('Refund: $300.00')
    await tracker.give('accept_plan')
    await carryOut(handler, receipt.reference, 1, 'The 300 were paid back.')
    await tracker.comeBack()
    await tracker.give('confirm_outcome', (form) =>
      form
        .getByRole('group', { name: /satisfied/ })
        .getByRole('radio', { name: 'Yes', exact: true })
        .check(),
    )
    await tracker.stands('Resolved')
    await visit.picture('tracker-appealed-en-1280')
  })

  it('leaves no error on any page', () => {
    expect([visit, handler.visit, supervisor.visit, reviewer.visit].flatMap(({ troubles }) => troubles)).toEqual([])
  })
})
