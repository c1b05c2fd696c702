import { hear } from './events.ts'
import type { Hello, ToFrame, ToHost } from './messages.ts'
import type { Prefill, RedressEvents, RedressMethods, Theme } from './redress-widget.d.ts'
import { widgetSheet } from './sheet.ts'
import { wordsOf } from './words.ts'

const THEME = ['accent', 'radius', 'font'] as const

/** How long a frame that has loaded may take to answer, in milliseconds. */
const PATIENCE = 5000

/** `<redress-widget>`; see redress-widget.d.ts for what it offers. `base` is an address on the Worker's origin. */
export const widgetOf = (base: string) =>
  class extends HTMLElement implements RedressMethods {
    static observedAttributes = ['site', 'mode', 'label', 'locale', 'theme']

    #frame: HTMLIFrameElement | undefined
    #port: MessagePort | undefined
    #dialog: HTMLDialogElement | undefined
    #fields: Prefill = {}

    connectedCallback() {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' })
      root.adoptedStyleSheets = [widgetSheet]
      this.#frame = undefined
      this.toggleAttribute('open', false)
      if (this.#is('inline')) return root.replaceChildren(this.#load())
      const dialog = document.createElement('dialog')
      const closer = document.createElement('button')
      const opener = document.createElement(this.#is('dialog') ? 'slot' : 'button')
      const [label, close] = this.#words()
      this.#dialog = dialog
      dialog.ariaLabel = label
      dialog.onclose = () => {
        this.toggleAttribute('open', false)
        this.#say('close')
      }
      dialog.append(closer)
      closer.textContent = close
      closer.onclick = () => this.close()
      if (!this.#is('dialog')) opener.textContent = label
      opener.onclick = (event) => {
        // What stands in the slot may be a link, for pages without script.
        event.preventDefault()
        this.open()
      }
      root.replaceChildren(opener, dialog)
    }

    attributeChangedCallback(name: string) {
      if (name === 'locale' || name === 'theme') this.#configure()
      else if (this.isConnected) this.connectedCallback()
    }

    open() {
      const dialog = this.#dialog
      if (dialog?.open !== false) return
      if (!this.#frame) dialog.append(this.#load())
      dialog.showModal()
      this.toggleAttribute('open', true)
      this.#say('open')
    }

    close() {
      this.#dialog?.close()
    }

    prefill(fields: Prefill) {
      Object.assign(this.#fields, fields)
      this.#send({ type: 'prefill', fields: this.#fields })
    }

    setLocale(locale: string) {
      this.setAttribute('locale', locale)
    }

    setTheme(theme: Theme) {
      for (const name of THEME) if (theme[name]) this.style.setProperty(`--redress-${name}`, theme[name])
      if (theme.scheme) this.setAttribute('theme', theme.scheme)
      this.#configure()
    }

    on<T extends keyof RedressEvents>(type: T, listener: (detail: RedressEvents[T]) => void) {
      return hear(this, type, listener)
    }

    #is(mode: string) {
      return this.getAttribute('mode') === mode
    }

    get #locale() {
      return this.getAttribute('locale') ?? this.closest<HTMLElement>('[lang]')?.lang ?? navigator.language
    }

    #words(): readonly [label: string, close: string] {
      const [label, close] = wordsOf(this.#locale)
      return [this.getAttribute('label') ?? label, close]
    }

    #say(type: string, detail: object = {}) {
      this.dispatchEvent(new CustomEvent(`redress:${type}`, { detail, bubbles: true }))
    }

    #send(message: ToFrame) {
      this.#port?.postMessage(message)
    }

    /**
     * The frame with the app. The port goes to the app's origin and no other: a page that the browser puts there instead,
     * because this one may not embed the site, never gets it and never answers.
     */
    #load() {
      const frame = document.createElement('iframe')
      const site = this.getAttribute('site')
      const { origin, href } = new URL(`/embed/${site}?locale=${this.#locale}`, base)
      const [label] = this.#words()
      this.#frame = frame
      frame.title = label
      frame.allow = 'clipboard-write'
      frame.src = href
      frame.onload = () => {
        const { port1, port2 } = new MessageChannel()
        const timer = setTimeout(() => {
          console.error(`Redress: no answer from ${href}. Is ${location.origin} allowed?`)
          const link = document.createElement('a')
          link.href = `${origin}/c/${site}`
          link.target = '_blank'
          link.textContent = label
          frame.replaceWith(link)
        }, PATIENCE)
        const hello: Hello = { redress: 1 }
        this.#port = port1
        port1.onmessage = ({ data }) => {
          clearTimeout(timer)
          this.#heard(data)
        }
        frame.contentWindow?.postMessage(hello, origin, [port2])
      }
      return frame
    }

    #heard({ type, ...detail }: ToHost & { height?: number }) {
      const frame = this.#frame
      if (type === 'close') return this.close()
      if (type === 'ready') {
        this.#configure()
        this.prefill({})
        // From here on the app has a button of its own to close it.
        while (frame?.previousSibling) frame.previousSibling.remove()
        if (this.#dialog?.open) frame?.focus()
      }
      if (detail.height && frame && this.#is('inline')) frame.style.height = `${detail.height}px`
      this.#say(type, detail)
    }

    #configure() {
      // Unless told, like the page around.
      const scheme = this.getAttribute('theme') ?? getComputedStyle(this.parentElement ?? this).colorScheme
      const theme: Theme = { scheme }
      for (const name of THEME) theme[name] = getComputedStyle(this).getPropertyValue(`--redress-${name}`).trim()
      const layout = this.#is('inline') ? 'inline' : 'dialog'
      this.#send({ type: 'configure', layout, locale: this.getAttribute('locale'), theme })
    }
  }
