import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { DESKTOP, Visit } from './visit.ts'
import { deskWords, type Language } from './words.ts'

/** A command as the desk has a form for it. */
export type StaffCommand = keyof (typeof deskWords)[Language]['command']

/** A member of staff at the desk. */
export class Desk {
  readonly visit: Visit
  readonly words: (typeof deskWords)[Language]
  readonly #origin: string

  private constructor(visit: Visit, origin: string, language: Language) {
    this.visit = visit
    this.words = deskWords[language]
    this.#origin = origin
  }

  /** Signs in by the button that a local installation has for its demo staff. */
  static async signIn(
    browser: Browser,
    origin: string,
    name: string,
    language: Language = 'en',
    options: BrowserContextOptions = DESKTOP,
  ): Promise<Desk> {
    const desk = new Desk(await Visit.start(browser, { ...options, locale: language }), origin, language)
    await desk.page.goto(`${origin}/admin`)
    await desk.page.getByRole('button', { name: desk.words.signIn.demoButton.replace('{name}', name) }).click()
    await desk.page.getByRole('navigation', { name: desk.words.queue.filters }).waitFor()
    return desk
  }

  get page(): Page {
    return this.visit.page
  }

  /** The list, as a tab of it shows it. */
  async queue(tab: keyof typeof this.words.queue.filter): Promise<void> {
    await this.page.goto(`${this.#origin}/admin`)
    const loaded = this.page.waitForEvent('load')
    await this.page.getByRole('link', { name: this.words.queue.filter[tab], exact: true }).click()
    await loaded
    await this.page
      .getByRole('link', { name: this.words.queue.filter[tab], exact: true, current: 'page' } as never)
      .waitFor()
  }

  /** Looks a case up by its number. */
  async open(reference: string): Promise<void> {
    await this.page.goto(`${this.#origin}/admin`)
    await this.page.getByLabel(this.words.find.label).fill(reference)
    await this.page.getByRole('button', { name: this.words.find.button, exact: true }).click()
    await this.page.getByRole('heading', { name: this.words.section.actions }).waitFor()
  }

  /** The form of a command, unfolded: the first one, where there is one for each point or remedy. */
  async form(command: StaffCommand): Promise<Locator> {
    const title = this.words.command[command].title
    const form = this.page
      .getByRole('complementary', { name: this.words.section.actions })
      .locator('details')
      .filter({ has: this.page.locator('summary').filter({ hasText: new RegExp(`^${title}($|\\s)`) }) })
      .first()
    if ((await form.getAttribute('open')) === null) await form.locator('summary').first().click()
    return form
  }

  /** Fills the form of a command and sends it; what the desk says instead of doing it becomes the error. */
  async give(command: StaffCommand, fill: (form: Locator) => Promise<unknown> = async () => {}): Promise<void> {
    const form = await this.form(command)
    await fill(form)
    const loaded = this.page.waitForEvent('load')
    await form.getByRole('button', { name: this.words.command[command].button, exact: true }).click()
    await loaded
    const done = this.words.actions.done.replace('{command}', this.words.command[command].title)
    if (await this.page.getByRole('status').getByText(done).count()) return
    throw new Error(`${command}: ${await this.page.getByRole('alert').allInnerTexts()}`)
  }
}
