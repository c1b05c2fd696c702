/**
 * What host page and frame say to each other. The loader opens the channel: once the frame has loaded it posts a `Hello`
 * with one end of a MessageChannel to the frame's own origin, and everything else goes through that port.
 */

export interface Hello {
  /** Version of this channel. */
  redress: 1
}

export interface Theme {
  /** `light`, `dark`, `auto` (like the device), or any value of the CSS property `color-scheme`. */
  scheme?: string
  /** CSS colour of buttons, links and marks. */
  accent?: string | undefined
  /** CSS length by which corners are rounded. */
  radius?: string | undefined
  /** CSS font family list; fonts must be installed on the device, for the frame loads none. */
  font?: string | undefined
}

/** Values a host page already knows. Only fields that are still empty are filled. */
export interface Prefill {
  /** Id of a category of the site. */
  category?: string
  subject?: string
  narrative?: string
  product?: string
  /** `YYYY-MM-DD` */
  occurredOn?: string
  name?: string
  email?: string
  phone?: string
  customerReference?: string
}

export type ToFrame =
  | { type: 'configure'; layout: 'dialog' | 'inline'; locale: string | null; theme: Theme }
  | { type: 'prefill'; fields: Prefill }

export type ToHost =
  | { type: 'ready' }
  /** Height of the content in CSS pixels. */
  | { type: 'resize'; height: number }
  | { type: 'close' }
  | { type: 'submitted'; reference: string }
