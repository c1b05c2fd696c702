/** Typings of /widget.js for host pages: `/// <reference path="redress-widget.d.ts" />`, or import the types. */

export interface Theme {
  /**
   * `light`, `dark`, `auto` (like the visitor's device), or any value of the CSS property `color-scheme`. Default: like the
   * page around the widget.
   */
  scheme?: string | undefined
  /** CSS colour of buttons, links and marks; also `--redress-accent`. */
  accent?: string | undefined
  /** CSS length by which corners are rounded; also `--redress-radius`. */
  radius?: string | undefined
  /** CSS font family list, of fonts installed on the device; also `--redress-font`. */
  font?: string | undefined
}

/** Values the page already knows. Only fields that the visitor left empty are filled. */
export interface Prefill {
  /** Id of a category of the site. */
  category?: string | undefined
  subject?: string | undefined
  narrative?: string | undefined
  product?: string | undefined
  /** `YYYY-MM-DD` */
  occurredOn?: string | undefined
  name?: string | undefined
  email?: string | undefined
  phone?: string | undefined
  customerReference?: string | undefined
}

/** What a listener hears. As DOM events they are called `redress:ready` and so on, bubble, and carry this as `detail`. */
export interface RedressEvents {
  /** The app is there. */
  ready: Record<string, never>
  open: Record<string, never>
  close: Record<string, never>
  /** A complaint was filed. Its access code never leaves the frame. */
  submitted: { reference: string }
  /** Height of an inline widget's content, in CSS pixels; the widget has already followed. */
  resize: { height: number }
}

export interface RedressMethods {
  /** Opens the dialog. Without effect on an inline widget. */
  open(): void
  close(): void
  prefill(fields: Prefill): void
  /** BCP 47. Default: the `lang` of the page around the widget, else the browser's. */
  setLocale(locale: string): void
  setTheme(theme: Theme): void
  /** Returns the function that ends it. */
  on<T extends keyof RedressEvents>(type: T, listener: (detail: RedressEvents[T]) => void): () => void
}

/**
 * `<redress-widget site="pk_…">`. Attributes: `site`; `mode`: `button` (default), `dialog` (what stands inside opens it,
 * best a link to the hosted page, for browsers without script), `inline`; `label` of the button; `locale`; `theme`: see
 * `Theme.scheme`; `position`: `end` or `start` makes the button float in that lower corner (`--redress-z-index`).
 */
export interface RedressWidgetElement extends HTMLElement, RedressMethods {}

/**
 * `window.Redress`. Methods act on the first widget of the page, `on` hears all. Usable before the script has loaded:
 *
 * @example
 * (window.Redress = window.Redress || []).push((redress) => redress.on('submitted', ({ reference }) => thank(reference)))
 */
export interface RedressApi extends RedressMethods {
  /** Calls back at once, or as soon as the script has loaded. */
  push(use: (redress: RedressApi) => void): void
}

declare global {
  interface Window {
    Redress?: RedressApi | ((redress: RedressApi) => void)[]
  }
  interface HTMLElementTagNameMap {
    'redress-widget': RedressWidgetElement
  }
  interface HTMLElementEventMap {
    'redress:ready': CustomEvent<RedressEvents['ready']>
    'redress:open': CustomEvent<RedressEvents['open']>
    'redress:close': CustomEvent<RedressEvents['close']>
    'redress:submitted': CustomEvent<RedressEvents['submitted']>
    'redress:resize': CustomEvent<RedressEvents['resize']>
  }
}
