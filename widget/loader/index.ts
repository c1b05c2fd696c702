import { widgetOf } from './element.ts'
import { hear } from './events.ts'
import type { RedressApi } from './redress-widget.d.ts'
import { pageSheet } from './sheet.ts'

const NAME = 'redress-widget'

const script = document.currentScript as HTMLScriptElement
const { dataset } = script

// The page may include the script more than once, or a framework may run it again: the first one stays.
if (!customElements.get(NAME)) {
  customElements.define(NAME, widgetOf(script.src))
  document.adoptedStyleSheets.push(pageSheet)
  const waiting = window.Redress as ((redress: RedressApi) => void)[] | undefined
  const api = {
    push: (use) => use(api),
    // Events bubble, so this hears every widget of the page, also those that come later.
    on: (type, listener) => hear(document, type, listener),
  } as RedressApi
  for (const method of ['open', 'close', 'prefill', 'setLocale', 'setTheme'] as const) {
    api[method] = ((value: never) => document.querySelector(NAME)?.[method](value)) as () => void
  }
  window.Redress = api
  waiting?.forEach(api.push)
}

/** The floating button of a script tag, once for each site. */
const float = () => {
  if (document.querySelector(`${NAME}[position][site="${dataset.site}"]`)) return
  const widget = document.createElement(NAME)
  dataset.position ??= 'end'
  for (const name in dataset) widget.setAttribute(name, dataset[name] as string)
  widget.setTheme(dataset)
  const add = () => widget.isConnected || document.body.append(widget)
  add()
  // Frameworks that swap the whole body on navigation take the button with them.
  new MutationObserver(add).observe(document.documentElement, { childList: true })
}
if (dataset.site) {
  if (document.body) float()
  else addEventListener('DOMContentLoaded', float)
}
