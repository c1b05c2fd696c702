import type { Frame, FrameLocator, Locator, Page } from 'playwright-core'
import { Tracker } from './tracker.ts'
import type { Visit } from './visit.ts'
import { type Language, widgetWords } from './words.ts'

export interface Attachment {
  name: string
  mimeType: string
  buffer: Buffer
}

/** What a complainant types; names of choices as the page shows them. */
export interface Told {
  category: string
  subject: string
  narrative: string
  occurredOn?: string
  product?: string
  files?: Attachment[]
  wish?: string
  amount?: string
  wishText?: string
  name: string
  email: string
  phone?: string
}

export interface Receipt {
  reference: string
  accessCode: string
}

/** The form in its frame on a host page, or on the page of its own. */
export class Complainant {
  readonly visit: Visit
  readonly app: Page | FrameLocator
  readonly words: (typeof widgetWords)[Language]

  private constructor(visit: Visit, app: Page | FrameLocator, language: Language) {
    this.visit = visit
    this.app = app
    this.words = widgetWords[language]
  }

  /** Opens a host page, and the dialog of its floating button. */
  static async onTrading(visit: Visit, demoOrigin: string): Promise<Complainant> {
    const complainant = new Complainant(visit, visit.page.frameLocator('redress-widget iframe'), 'en')
    await visit.page.goto(`${demoOrigin}/trading/`)
    await complainant.openDialog()
    return complainant
  }

  /** Opens a host page that has the form among its own content. */
  static async onEvents(visit: Visit, demoOrigin: string): Promise<Complainant> {
    await visit.page.goto(`${demoOrigin}/events/`)
    return new Complainant(visit, visit.page.frameLocator('redress-widget[mode=inline] iframe'), 'en')
  }

  /** Opens the page that is no part of any other. */
  static async onOwnPage(visit: Visit, origin: string, siteKey: string, language: Language = 'en') {
    await visit.page.goto(`${origin}/c/${siteKey}`)
    return new Complainant(visit, visit.page, language)
  }

  /** On the host page: the floating button. */
  async openDialog(): Promise<void> {
    await this.visit.page.getByRole('button', { name: 'Make a complaint' }).click()
  }

  /** Chooses another language, by its own name. */
  async speaks(language: Language, name: string): Promise<Complainant> {
    await this.app.getByRole('combobox', { name: this.words.language }).selectOption({ label: name })
    const complainant = new Complainant(this.visit, this.app, language)
    await complainant.button(complainant.words.startFollow).waitFor()
    return complainant
  }

  async begin(): Promise<void> {
    await this.button(this.words.startNew).click()
    await this.at('what')
  }

  async tellWhat({ category, subject, narrative, occurredOn, product }: Told): Promise<void> {
    await this.app.getByRole('radio', { name: category }).check()
    await this.field(this.words.subject).fill(subject)
    await this.field(this.words.narrative).fill(narrative)
    if (!occurredOn && !product) return
    await this.app.getByText(this.words.more).click()
    if (occurredOn) await this.field(this.words.occurredOn).fill(occurredOn)
    if (product) await this.field(this.words.product).fill(product)
  }

  /** Picks files, and waits until the server has checked them. */
  async attach(files: Attachment[]): Promise<void> {
    const choosing = this.visit.page.waitForEvent('filechooser')
    await this.button(this.words.choose).click()
    await (await choosing).setFiles(files)
    for (const { name } of files)
      await this.app.getByRole('listitem').filter({ hasText: name }).getByText(this.words.fileAdded).waitFor()
  }

  async tellWish({ wish, amount, wishText }: Told): Promise<void> {
    if (wish) await this.app.getByRole('radio', { name: wish }).check()
    if (amount) await this.field(this.words.amount).fill(amount)
    if (wishText) await this.field(this.words.wishText).fill(wishText)
  }

  async tellWho({ name, email, phone }: Told): Promise<void> {
    await this.field(this.words.name).fill(name)
    await this.field(this.words.email).fill(email)
    if (phone) await this.field(this.words.phone).fill(phone)
  }

  async agree(): Promise<void> {
    await this.app.getByRole('checkbox').check()
  }

  /** Fills every step up to the last, on which everything is read again; `onStep` sees each one filled. */
  async fill(told: Told, onStep: (step: string) => Promise<void> = async () => {}): Promise<void> {
    await this.begin()
    await this.tellWhat(told)
    await onStep('what')
    await this.next('evidence')
    await this.attach(told.files ?? [])
    await onStep('evidence')
    await this.next('wish')
    await this.tellWish(told)
    await onStep('wish')
    await this.next('you')
    await this.tellWho(told)
    await onStep('you')
    await this.next('check')
    await this.agree()
    await onStep('check')
  }

  async next(step: keyof typeof this.words.steps): Promise<void> {
    await this.button(this.words.next).click()
    await this.at(step)
  }

  at(step: keyof typeof this.words.steps): Promise<void> {
    return this.app.getByRole('heading', { level: 1, name: this.words.steps[step] }).waitFor()
  }

  async send(): Promise<Receipt> {
    await this.button(this.words.send).click()
    return this.receipt()
  }

  /** Reads number and code off the receipt. */
  async receipt(): Promise<Receipt> {
    await this.app.getByRole('heading', { level: 1, name: this.words.sentTitle }).waitFor()
    const read = (label: string) =>
      this.app
        .locator('dl > div')
        .filter({ has: this.visit.page.getByRole('term').getByText(label, { exact: true }) })
        .getByRole('code')
    return {
      reference: (await read(this.words.number).textContent()) ?? '',
      accessCode: (await read(this.words.code).textContent()) ?? '',
    }
  }

  /** From the receipt on to the tracker. */
  async follow(): Promise<Tracker> {
    await this.button(this.words.openTracker).click()
    return this.tracker()
  }

  /** From the first screen to the tracker, with number and code. */
  async signIn({ reference, accessCode }: Receipt): Promise<Tracker> {
    await this.button(this.words.startFollow).click()
    await this.field(this.words.number).fill(reference)
    await this.field(this.words.code).fill(accessCode)
    await this.button(this.words.signIn).click()
    return this.tracker()
  }

  async tracker(): Promise<Tracker> {
    const tracker = new Tracker(this)
    await tracker.shown()
    return tracker
  }

  button(name: string): Locator {
    return this.app.getByRole('button', { name })
  }

  field(label: string): Locator {
    return this.app
      .getByRole('textbox', { name: label })
      .or(this.app.getByLabel(label, { exact: true }))
      .first()
  }

  /** Everything that can be read now. */
  async text(): Promise<string> {
    return (await this.app.locator('body').allInnerTexts()).join('\n')
  }

  /** Pictures what the complainant sees: the whole page of its own, what is in sight of a host page. */
  picture(name: string): Promise<void> {
    return this.visit.picture(name, this.app === this.visit.page)
  }

  /** The document the form is in. */
  async document(): Promise<Frame> {
    const frame = this.visit.page.frames().find((f) => /\/(embed|c)\/pk_/.test(f.url()))
    if (!frame) throw new Error(`no form among ${this.visit.page.frames().map((f) => f.url())}`)
    return frame
  }
}
