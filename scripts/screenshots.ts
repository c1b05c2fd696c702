import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchChromium } from '../test/support/chromium.ts'

/**
 * Takes pictures of the running demo (`npm start`), at phone and desktop width, in English and Chinese, into
 * `.wrangler/screenshots`, and puts three of them together as `docs/screenshot.png`.
 */
const root = join(import.meta.dirname, '..')
const { REDRESS_ORIGIN: origin = 'http://localhost:8787', DEMO_ORIGIN: demo = 'http://localhost:8788' } = process.env
const state = process.env.REDRESS_STATE ?? join(root, '.wrangler/state')
const folder = join(root, '.wrangler/screenshots')

const LANGUAGES = ['en', 'zh-CN'] as const
type Language = (typeof LANGUAGES)[number]
const WIDTHS = { desktop: { width: 1280, height: 860 }, phone: { width: 390, height: 844 } }
type Width = keyof typeof WIDTHS

const COMPLAINT = {
  en: {
    subject: 'Charged twice for one withdrawal',
    narrative: 'I withdrew 200 dollars on Monday. My balance shows it twice, and the chat was closed on me.',
  },
  'zh-CN': {
    subject: '一次出金被扣了两次手续费',
    narrative: '周一我申请出金 2,000 元，账户却扣了两次手续费。客服让我等三天，之后就不再回复。',
  },
} satisfies Record<Language, object>

const browser: Browser = await launchChromium({ args: ['--hide-scrollbars'] })
try {
  await mkdir(folder, { recursive: true })
  await hostPages()
  for (const language of LANGUAGES)
    for (const width of Object.keys(WIDTHS) as Width[]) {
      await form(language, width)
      await tracker(language, width)
    }
  await desk()
  await compose()
} finally {
  await browser.close()
}

async function hostPages() {
  for (const width of Object.keys(WIDTHS) as Width[])
    await visit('en', width, async (page) => {
      for (const name of ['trading', 'events']) {
        await page.goto(`${demo}/${name}/`)
        await page.locator('redress-widget').first().waitFor()
        await shoot(page, `${name}-${width}`)
      }
      await page.locator('redress-widget[mode=inline] iframe').scrollIntoViewIfNeeded()
      await page.frameLocator('redress-widget[mode=inline] iframe').locator('.ways').waitFor()
      await shoot(page, `inline-${width}`)
      await page.goto(`${demo}/trading/`)
      await page.locator('redress-widget button').first().click()
      const frame = page.frameLocator('redress-widget iframe')
      await frame.locator('.ways button').first().click()
      await frame.locator('label:has(input[value=account_payment])').click()
      await frame.locator('h1').scrollIntoViewIfNeeded()
      await shoot(page, `dialog-${width}`)
    })
}

async function form(language: Language, width: Width) {
  await visit(language, width, async (page) => {
    await page.goto(`${origin}/c/pk_demo_trading?locale=${language}`)
    await page.locator('.ways').waitFor()
    await shoot(page, `start-${language}-${width}`)
    await page.locator('.ways button').first().click()
    await fill(page.locator('form'), language)
    await shoot(page, `form-${language}-${width}`)
    await page.locator('button[type=submit]').click()
    await page.locator('input[type=file]').first().setInputFiles(join(root, 'demo/data/files/statement.pdf'))
    await page.getByText('statement.pdf').first().waitFor()
    await page.locator('progress').waitFor({ state: 'detached' })
    await shoot(page, `evidence-${language}-${width}`)
  })
}

async function tracker(language: Language, width: Width) {
  const access = JSON.parse(await readFile(join(state, '.redress-demo.json'), 'utf8'))
  const { reference, accessCode } = access[language] as { reference: string; accessCode: string }
  await visit(language, width, async (page) => {
    await page.goto(`${origin}/c/pk_demo_trading?locale=${language}`)
    await page.locator('.ways button').nth(1).click()
    await page.locator('#reference').fill(reference)
    await page.locator('#code').fill(accessCode)
    await page.locator('button[type=submit]').click()
    await page.getByText(reference).first().waitFor()
    await shoot(page, `tracker-${language}-${width}`)
  })
}

async function desk() {
  await visit('en', 'desktop', async (page) => {
    await page.goto(`${origin}/admin`)
    await page.getByRole('button', { name: /Hanna Okafor/ }).click()
    await page.locator('table').waitFor()
    await shoot(page, 'desk-queue')
    await page.locator('table a').first().click()
    await page.locator('main h1').waitFor()
    await shoot(page, 'desk-case')
  })
}

async function fill(form: ReturnType<Page['locator']>, language: Language) {
  const { subject, narrative } = COMPLAINT[language]
  await form.locator('label:has(input[value=account_payment])').click()
  await form.locator('#subject').fill(subject)
  await form.locator('#narrative').fill(narrative)
}

async function visit(language: Language, width: Width, work: (page: Page) => Promise<void>) {
  const context: BrowserContext = await browser.newContext({
    viewport: WIDTHS[width],
    locale: language,
    deviceScaleFactor: 2,
    ...(width === 'phone' && { isMobile: true, hasTouch: true }),
  })
  await work(await context.newPage())
  await context.close()
}

async function shoot(page: Page, name: string) {
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' })
}

/** The form on a host page, the desk behind it, a telephone in front. */
async function compose() {
  const [dialog, queue, phone] = await Promise.all(
    ['dialog-desktop', 'desk-queue', 'tracker-zh-CN-phone'].map(
      async (name) => `data:image/png;base64,${await readFile(join(folder, `${name}.png`), 'base64')}`,
    ),
  )
  const page = await browser.newPage({ viewport: { width: 1200, height: 720 } })
  await page.setContent(`<style>
    body { margin: 0; height: 720px; background: linear-gradient(150deg, #eef2f9, #fbeadf); position: relative; overflow: hidden }
    img { position: absolute; border-radius: 10px; box-shadow: 0 20px 50px -12px rgb(20 30 60 / .45) }
    .queue { width: 700px; right: 30px; top: 34px }
    .dialog { width: 700px; left: 36px; top: 214px }
    .phone { width: 256px; right: 90px; bottom: 34px; border: 7px solid #15181f; border-radius: 30px }
  </style><img class="queue" src="${queue}"><img class="dialog" src="${dialog}"><img class="phone" src="${phone}">`)
  await page.locator('img').last().waitFor()
  await writeFile(join(root, 'docs/screenshot.png'), await page.screenshot({ animations: 'disabled' }))
}
