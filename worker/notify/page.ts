/** What a letter consists of, before it is set as HTML and as plain text. All strings are plain; nothing is escaped yet. */
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'heading'; text: string }
  /** Words of a person, kept as typed. */
  | { kind: 'said'; label: string; text: string }
  | { kind: 'list'; items: readonly string[] }
  | { kind: 'items'; items: readonly { title: string; detail: string; text: string }[] }
  | { kind: 'links'; items: readonly { name: string; url: string | null }[] }
  | { kind: 'action'; label: string; url: string; note: string | null }

export interface Page {
  title: string
  subject: string
  language: string
  greeting: string
  /** How plain text marks a label. */
  label: (label: string) => string
  blocks: readonly Block[]
  signature: readonly string[]
  footer: readonly string[]
}

/** Blocks of a letter; what does not apply is left out as null. */
export const blocks = (...parts: (Block | readonly Block[] | null)[]): Block[] =>
  parts.flat().filter((block): block is Block => block !== null)

export const text = (text: string | null): Block | null => (text ? { kind: 'text', text } : null)
export const heading = (text: string): Block => ({ kind: 'heading', text })
export const said = (label: string, text: string | null): Block | null => (text ? { kind: 'said', label, text } : null)

/** A heading with what belongs under it; nothing where there is nothing. */
export const section = (title: string, items: readonly unknown[], block: Block): Block[] =>
  items.length > 0 ? [heading(title), block] : []
