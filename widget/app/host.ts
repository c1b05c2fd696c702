import type { Hello, ToFrame, ToHost } from '../loader/messages.ts'
import type { Theme } from '../loader/redress-widget.d.ts'
import type { Config } from './config.ts'

let port: MessagePort | null = null
const unsent: ToHost[] = []
let unheard: ToFrame[] | null = []
let hear = (message: ToFrame): void => void unheard?.push(message)

/** To the page that embeds us, as soon as it has opened the channel; to nobody on a page of our own. */
export const tell = (message: ToHost): void => {
  if (port) port.postMessage(message)
  else unsent.push(message)
}

/** From the page that embeds us, from the first message on. */
export const whenTold = (heard: (message: ToFrame) => void): void => {
  hear = heard
  unheard?.forEach(heard)
  unheard = null
}

/**
 * Waits for the loader to open the channel, which it does once this page has loaded. Only the window that frames us may,
 * and `frame-ancestors` has already made sure that it is one of the site's origins; where the browser names that origin, it
 * must be the one that speaks.
 */
export const listen = (config: Config): void => {
  if (config.mode !== 'embed' || parent === window) return
  addEventListener('message', ({ source, origin, data, ports }: MessageEvent<Hello>) => {
    const framedBy = location.ancestorOrigins?.[0]
    if (source !== parent || (framedBy && framedBy !== origin) || data?.redress !== 1 || !ports[0]) return
    port = ports[0]
    port.onmessage = (event: MessageEvent<ToFrame>) => hear(event.data)
    tell({ type: 'ready' })
    for (const message of unsent.splice(0)) tell(message)
  })
  const height = () => tell({ type: 'resize', height: document.documentElement.offsetHeight })
  new ResizeObserver(height).observe(document.body)
  addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) tell({ type: 'close' })
  })
}

/**
 * Wears a theme by custom properties; what the browser does not understand is ignored. The host page's goes over the
 * site's, whichever comes first.
 */
export const wear = ({ scheme, accent, radius, font }: Theme, over = true): void => {
  const { style } = document.documentElement
  if (scheme) style.colorScheme = scheme === 'auto' ? 'light dark' : scheme.replace('normal', 'light')
  const set = (name: string, property: string, value = '') => {
    if (CSS.supports(property, value) && (over || !style.getPropertyValue(name))) style.setProperty(name, value)
  }
  set('--accent', 'color', accent)
  set('--radius', 'border-radius', radius)
  set('--font', 'font-family', font)
}
