import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { root } from '../../../scripts/lib/paths.mjs'

/** Where pictures of the pages are left for people to look at. */
const ARTIFACTS = join(root, 'test/.artifacts')

export const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 900 }, locale: 'en-GB' }
export const PHONE: BrowserContextOptions = {
  viewport: { width: 375, height: 750 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
  locale: 'zh-CN',
}

/** One person at one browser, with everything that went wrong in it. */
export class Visit {
  readonly context: BrowserContext
  readonly page: Page
  readonly #troubles: string[] = []
  readonly #excused: RegExp[] = []
  readonly #heard: Promise<string>[] = []

  private constructor(context: BrowserContext, page: Page) {
    this.context = context
    this.page = page
    // Chromium reports a violated content security policy, and what could not be loaded, as errors on the console.
    context.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        this.#troubles.push(`${message.type()}: ${message.text()} (${message.location().url})`)
    })
    context.on('weberror', (error) => this.#troubles.push(`thrown: ${error.error().stack ?? error.error().message}`))
    context.on('response', (response) => {
      if (!new URL(response.url()).pathname.startsWith('/v1/complaints')) return
      this.#heard.push(response.text().catch(() => ''))
    })
  }

  static async start(browser: Browser, options: BrowserContextOptions = DESKTOP): Promise<Visit> {
    const context = await browser.newContext(options)
    context.setDefaultTimeout(20_000)
    return new Visit(context, await context.newPage())
  }

  /** Console messages that a test brings about on purpose. */
  excuse(expected: RegExp): void {
    this.#excused.push(expected)
  }

  /** Errors and warnings of all pages and frames, violations of a content security policy among them. */
  get troubles(): string[] {
    return this.#troubles.filter((trouble) => !this.#excused.some((expected) => expected.test(trouble)))
  }

  /** Everything the API has answered about complaints: what a page does not show may still have reached the browser. */
  async heard(): Promise<string> {
    return (await Promise.all(this.#heard)).join('\n')
  }

  /** Pictures the whole page, or what of it is in sight. */
  async picture(name: string, fullPage = true): Promise<void> {
    mkdirSync(ARTIFACTS, { recursive: true })
    const path = join(ARTIFACTS, `${name}.png`)
    await this.page.screenshot({ path, fullPage, animations: 'disabled', scale: 'css' })
  }

  close(): Promise<void> {
    return this.context.close()
  }
}
