import { html } from 'hono/html'
import type { Html } from '../pages/html.ts'

/** The little Markdown that descriptions use: `code` and **strong**. */
export const inlineCode = (text: string): Html =>
  html`${text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) => {
    if (part.startsWith('`')) return html`<code>${part.slice(1, -1)}</code>`
    return part.startsWith('**') ? html`<strong>${part.slice(2, -2)}</strong>` : part
  })}`

export const paragraphs = (text: string): Html =>
  html`${text.split('\n\n').map((paragraph) => html`<p>${inlineCode(paragraph)}</p>`)}`
