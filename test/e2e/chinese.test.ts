import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { audit } from '../support/browser/audit.ts'
import { Complainant, type Receipt } from '../support/browser/complainant.ts'
import { Desk } from '../support/browser/desk.ts'
import { evidence } from '../support/browser/files.ts'
import { foreign } from '../support/browser/foreign.ts'
import { inOrder } from '../support/browser/inOrder.ts'
import type { Tracker } from '../support/browser/tracker.ts'
import { PHONE, Visit } from '../support/browser/visit.ts'
import { accept, assess, offer, propose, review, write } from '../support/browser/walk.ts'
import { launchChromium } from '../support/chromium.ts'

/** What stays in Latin letters: what was typed, units, types of file, time zones. */
const KNOWN = [
  'li.na@example.org',
  'stop-loss.png',
  'statement.pdf',
  'PDF',
  'ZIP',
  'UTC',
  'MB',
  'KB',
  'kB',
  'EUR',
  'CNY',
  'USD',
]

describe('投诉全程：手机、中文、赛事页面', () => {
  let browser: Browser
  let visit: Visit
  let complainant: Complainant
  let receipt: Receipt
  let tracker: Tracker
  let handler: Desk
  let supervisor: Desk

  const allChinese = async () => {
    const document = await complainant.document()
    const known = [...KNOWN, ...Object.values(receipt ?? {})]
    // The texts of the site follow those of the form.
    await expect.poll(() => foreign(document, known), { timeout: 5000 }).toEqual([])
    expect(await audit(document)).toEqual([])
  }

  beforeAll(async () => {
    browser = await launchChromium()
    visit = await Visit.start(browser, PHONE)
    ;[handler, supervisor] = await Promise.all([
      Desk.signIn(browser, inject('origin'), '周燕', 'zh-CN'),
      Desk.signIn(browser, inject('origin'), '苏雨', 'zh-CN'),
    ])
  })
  afterAll(() => browser.close())
  inOrder(() => [visit, handler.visit, supervisor.visit])

  it('从填写到回执，每一步都是中文', async () => {
    // The page around the form is English, so the form is too until its reader chooses otherwise.
    const page = await Complainant.onEvents(visit, inject('demoOrigin'))
    complainant = await page.speaks('zh-CN', '简体中文')
    await allChinese()
    await complainant.picture('start-zh-375')
    await complainant.fill(
      {
        category: '赛程与场地',
        subject: '终点计时少算了我一圈',
        narrative: '十一月二日的比赛我跑完了四圈，成绩单上只有三圈。现场裁判让我回去等通知，一直没有消息。',
        occurredOn: '2026-11-02',
        product: '秋季十公里',
        files: evidence(),
        wish: '更正',
        wishText: '请按四圈更正我的成绩。',
        name: '李娜',
        email: 'li.na@example.org',
      },
      async (step) => {
        await allChinese()
        await complainant.picture(`form-${step}-zh-375`)
      },
    )
    receipt = await complainant.send()
    await allChinese()
    await complainant.picture('receipt-zh-375')
    tracker = await complainant.follow()
    await tracker.stands('已收到')
    await allChinese()
  })

  it('工作人员用中文受理、调查并提出方案', async () => {
    await review(supervisor, handler, receipt.reference, {
      assignee: '周燕',
      department: '裁判与成绩组',
      points: ['成绩少算一圈。'],
    })
    await tracker.comeBack()
    await tracker.reads('成绩少算一圈。')
    await allChinese()
    await tracker.give('confirm_points', (form) => form.getByRole('radio', { name: '是', exact: true }).check())
    await accept(handler, receipt.reference)
    await write(handler, 'finish_investigation', { 摘要: '芯片记录显示四圈。' })
    await assess(handler, ['芯片记录显示四圈。'])
    await propose(handler, '漏记一圈是我们的错。', [
      { kind: '更正', content: '按四圈更正成绩并重新公布。', owner: '周燕' },
    ])
    await offer(handler, '给您添麻烦了。')
  })

  it('投诉人用中文阅读决定并接受方案', async () => {
    await tracker.comeBack()
    await tracker.stands('方案通知')
    await tracker.reads('按四圈更正成绩并重新公布。')
    await allChinese()
    await complainant.picture('tracker-offered-zh-375')
    await tracker.give('accept_plan')
    await tracker.stands('方案执行')
    expect(await tracker.text()).toContain('漏记一圈是我们的错。')
    await allChinese()
  })

  it('各页面没有错误', () => {
    expect([visit, handler.visit, supervisor.visit].flatMap(({ troubles }) => troubles)).toEqual([])
  })
})
