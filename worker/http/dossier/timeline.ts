import { html } from 'hono/html'
import type { LedgerEntry } from '../../actions/readLedger.ts'
import type { Html } from '../pages/html.ts'
import type { DossierWords } from './words.ts'

interface Happened {
  type: string
  at: string
  by: { kind: keyof DossierWords['labels']['actor'] }
}

/** Every entry in order: opened, without its words where they were erased, or only counted. */
export const timeline = (entries: readonly LedgerEntry[], words: DossierWords): Html =>
  html`<ol>${entries.map((entry) => html`<li value="${entry.seq}">${entryOf(entry, words)}</li>`)}</ol>`

const entryOf = (entry: LedgerEntry, { labels, text, event, at, field }: DossierWords): Html => {
  if (!('facts' in entry)) return html`<span class="quiet">${text.hidden}</span>`
  const facts = entry.facts as unknown as Happened
  const said = 'text' in entry ? Object.entries(entry.text ?? {}) : null
  return html`<strong>${event[facts.type] ?? facts.type}</strong> <span class="quiet">${labels.actor[facts.by.kind]}, ${at(facts.at)}</span>
${said ? said.map(([name, value]) => words(field[name] ?? name, value)) : html`<p class="quiet">${text.erased}</p>`}`
}

const words = (name: string, value: unknown): Html =>
  typeof value === 'string'
    ? html`<p class="quiet">${name}</p><pre dir="auto">${value}</pre>`
    : html`<p class="quiet">${name}</p><ul>${Object.values(value ?? {}).map((inner) => html`<li dir="auto">${typeof inner === 'string' ? inner : JSON.stringify(inner)}</li>`)}</ul>`
