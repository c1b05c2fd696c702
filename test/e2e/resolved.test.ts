import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { Complainant, type Receipt } from '../support/browser/complainant.ts'
import { Desk } from '../support/browser/desk.ts'
import { evidence } from '../support/browser/files.ts'
import { inOrder } from '../support/browser/inOrder.ts'
import type { Tracker } from '../support/browser/tracker.ts'
import { Visit } from '../support/browser/visit.ts'
import { accept, assess, carryOut, offer, propose, review, write } from '../support/browser/walk.ts'
import { launchChromium } from '../support/chromium.ts'

const NOTE = 'Between us: the retry bug has been known since spring.'
const SUMMARY = 'Internal summary: two bookings under one reference.'

/** The whole job, from the host page to the closed case. */
describe('a complaint made on the trading page, upheld, put right and confirmed', () => {
  let browser: Browser
  let visit: Visit
  let complainant: Complainant
  let receipt: Receipt
  let tracker: Tracker
  let handler: Desk
  let supervisor: Desk

  beforeAll(async () => {
    browser = await launchChromium()
    visit = await Visit.start(browser)
    ;[handler, supervisor] = await Promise.all([
      Desk.signIn(browser, inject('origin'), 'Hanna Okafor'),
      Desk.signIn(browser, inject('origin'), 'Sofia Marchetti'),
    ])
  })
  afterAll(() => browser.close())
  inOrder(() => [visit, handler.visit, supervisor.visit])

  it('1, 2: is told step by step with two files, and acknowledged with number and code', async () => {
    complainant = await Complainant.onTrading(visit, inject('demoOrigin'))
    await complainant.fill({
      category: 'Account and payment',
      subject: 'Charged twice for one withdrawal',
      narrative: 'I withdrew 600 once on 2 November and my balance shows it twice.',
      occurredOn: '2026-11-02',
      product: 'Current account',
      files: evidence(),
      wish: 'Refund',
      amount: '600',
      wishText: 'Give the second 600 back.',
      name: 'Ada Holloway',
      email: 'ada.resolved@example.org',
    })
    const told = await complainant.text()
    for (const words of ['Account and payment', 'stop-loss.png', 'statement.pdf', '$600.00', 'Ada Holloway'])
      expect(told).toContain(words)
    receipt = await complainant.send()
    expect(receipt.reference).toMatch(/^RD-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/)
    expect(receipt.accessCode).toMatch(/^([0-9A-Z]{4}-){6}[0-9A-Z]{4}$/)
    await complainant.picture('receipt-en-1280')
    tracker = await complainant.follow()
    await tracker.stands('Received')
  })

  it('3, 4: is assigned by the supervisor, checked, classified, and its points are confirmed by the complainant', async () => {
    await review(supervisor, handler, receipt.reference, {
      assignee: 'Hanna Okafor',
      department: 'Payments and accounts',
      points: ['The withdrawal of 2 November was booked twice.', 'Support closed the chat without an answer.'],
    })
    await write(handler, 'note', { Note: NOTE })
    await tracker.comeBack()
    await tracker.stands('Preliminary review')
    await tracker.reads('Support closed the chat without an answer.')
    await tracker.give('confirm_points', async (form) => {
      await form.getByRole('radio', { name: 'Yes', exact: true }).check()
      await form.getByRole('textbox', { name: 'Comment' }).fill('That is all of it.')
    })
  })

  it('5, 6: is accepted and investigated; the complainant answers a question', async () => {
    await accept(handler, receipt.reference)
    await write(handler, 'request_information', { Question: 'Which machine did you use?' })
    await tracker.comeBack()
    await tracker.stands('Investigation')
    await tracker.reads('Which machine did you use?')
    await tracker.give('add_message', (form) =>
      form.getByRole('textbox', { name: 'Your message' }).fill('The one at the station.'),
    )
    await handler.open(receipt.reference)
    await handler.page.getByText('The one at the station.').first().waitFor()
    await write(handler, 'record_information', {
      Content: 'The core banking log shows two bookings.',
      'Where it comes from': 'Ledger team',
    })
    await write(handler, 'finish_investigation', { Summary: SUMMARY })
  })

  it('7, 8: gets a finding for every point, a plan, and the approval of a second person', async () => {
    await assess(handler, ['The log shows two bookings.', 'The chat log ends without an answer.'])
    await propose(handler, 'The second booking was our fault.', [
      { kind: 'Refund', content: 'We pay the second amount back.', owner: 'Hanna Okafor', money: '600.00' },
      { kind: 'Apology', content: 'We apologise in writing.', owner: 'Payments and accounts' },
    ])
    const mine = await handler.page.getByRole('complementary').locator('summary').allInnerTexts()
    expect(mine).not.toContain('Approve the plan')
    await supervisor.open(receipt.reference)
    await supervisor.give('approve_plan')
  })

  it('9: is decided in a letter, which the complainant accepts', async () => {
    await tracker.comeBack()
    await tracker.stands('Finding a solution')
    expect(await tracker.text()).not.toContain('The second booking was our fault.')
    await handler.open(receipt.reference)
    await offer(handler, 'We are sorry for the trouble.')
    await tracker.comeBack()
    await tracker.stands('Decision and plan')
    for (const words of ['The second booking was our fault.', 'Refund: $600.00', 'The log shows two bookings.'])
      await tracker.reads(words)
    await complainant.picture('tracker-offered-en-1280')
    await tracker.give('accept_plan')
    await tracker.stands('Carrying out the plan')
  })

  it('10, 11: is carried out, with progress told, and reported', async () => {
    await handler.open(receipt.reference)
    await write(handler, 'report_progress', { Report: 'The refund is on its way.' })
    await tracker.comeBack()
    await tracker.reads('The refund is on its way.')
    await carryOut(handler, receipt.reference, 2, 'Both remedies were delivered on time.')
  })

  it('12: is confirmed with a rating, and closed as resolved', async () => {
    await tracker.comeBack()
    await tracker.stands('Your confirmation')
    await tracker.reads('Both remedies were delivered on time.')
    await tracker.give('confirm_outcome', async (form) => {
      await form
        .getByRole('group', { name: /satisfied/ })
        .getByRole('radio', { name: 'Yes', exact: true })
        .check()
      await form.getByRole('radio', { name: '5, very good' }).check()
    })
    await tracker.stands('Resolved')
    await complainant.picture('tracker-resolved-en-1280')
    await handler.open(receipt.reference)
    await handler.page.getByText('Rated 5 of 5 by the complainant').waitFor()
    await handler.visit.picture('case-resolved-en-1280')
  })

  it('never shows the complainant what staff said among themselves', async () => {
    const shown = await tracker.text()
    const heard = await visit.heard()
    // What they were told is there, so the search does look at the right place.
    for (const text of [shown, heard]) expect(text).toContain('Both remedies were delivered on time.')
    for (const internal of [NOTE, SUMMARY, 'core banking log', 'A retry without a key', 'Hanna', 'Sofia']) {
      expect(shown).not.toContain(internal)
      expect(heard).not.toContain(internal)
    }
  })

  it('leaves no error on any page', () => {
    expect([visit, handler.visit, supervisor.visit].flatMap(({ troubles }) => troubles)).toEqual([])
  })
})
