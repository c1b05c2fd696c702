import type { Prefill, Theme } from './redress-widget.d.ts'

/**
 * What host page and frame say to each other. The loader opens the channel: once the frame has loaded it posts a `Hello`
 * with one end of a MessageChannel to the frame's own origin, and everything else goes through that port.
 */

export interface Hello {
  /** Version of this channel. */
  redress: 1
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
