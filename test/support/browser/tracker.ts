import type { Locator } from 'playwright-core'
import type { Complainant } from './complainant.ts'

/** A case as its complainant follows it. */
export class Tracker {
  readonly #of: Complainant

  constructor(of: Complainant) {
    this.#of = of
  }

  get words() {
    return this.#of.words
  }

  /** Waits until the case is on the page. */
  async shown(): Promise<void> {
    await this.#of.app.getByRole('heading', { level: 2, name: this.words.history }).waitFor()
  }

  /** Looks again, as somebody does who comes back to the page later; the session is still there. */
  async comeBack(): Promise<this> {
    const { visit, app } = this.#of
    await visit.page.reload()
    if (app !== visit.page && (await visit.page.getByRole('button', { name: 'Make a complaint' }).count()))
      await this.#of.openDialog()
    await this.shown()
    return this
  }

  /** Gives a command of the complainant: opens its form, fills it, sends it. */
  async give(command: string, fill: (form: Locator) => Promise<unknown> = async () => {}): Promise<void> {
    const { app, words } = this.#of
    const name = words.commands[command as 'appeal']
    const opener = app.getByRole('button', { name, exact: true })
    if (!(await opener.isVisible())) await app.getByText(words.moreActions, { exact: true }).click()
    await opener.click()
    const form = app.locator('form').filter({ has: app.getByRole('heading', { name, exact: true }) })
    await fill(form)
    await form.getByRole('button', { name: words.sendCommand, exact: true }).click()
    await app.getByRole('status').getByText(words.sent).waitFor()
  }

  /** Waits until words are on the page. */
  async reads(text: string | RegExp): Promise<void> {
    await this.#of.app.getByText(text).first().waitFor()
  }

  /** The stage, or once closed the outcome, in words. */
  async stands(words: string): Promise<void> {
    await this.#of.app.getByRole('heading', { level: 2, name: words, exact: true }).waitFor()
  }

  /** Everything that can be read, unfolded. */
  async text(): Promise<string> {
    const page = await this.#of.document()
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    return this.#of.text()
  }
}
