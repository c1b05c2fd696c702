import { html, raw } from 'hono/html'
import type { LedgerEntry } from '../../actions/readLedger.ts'
import type { CaseView } from '../../core/view.ts'
import { directionOf, fill } from '../../locales/index.ts'
import type { Html } from '../pages/html.ts'
import { timeline } from './timeline.ts'
import type { DossierWords } from './words.ts'

export interface DossierFile {
  /** Within the ZIP. */
  path: string
  name: string
  type: string
  size: number
  sha256: string
}

export interface DossierContent {
  view: CaseView
  entries: readonly LedgerEntry[]
  files: readonly DossierFile[]
  madeAt: string
  /** For whom: a kind of actor. */
  reader: keyof DossierWords['labels']['actor']
  /** Address of the public keys. */
  keys: string
}

const STYLE = `body{max-width:50rem;margin:2rem auto;padding:0 1rem;font:16px/1.6 Georgia,"Songti SC",serif;overflow-wrap:anywhere}
dt{font-weight:bold}dd{margin:0 0 .5rem}pre{white-space:pre-wrap;font:inherit;margin:.25rem 0 .75rem}
section{border-top:1px solid #999;margin-top:1.5rem}.quiet{color:#555;font-size:.9rem}code{font-size:.8rem}
@media print{body{margin:0;max-width:none}}`

/** The case to read and to print: one file that needs nothing else, with every word escaped. */
export const casePage = (content: DossierContent, words: DossierWords): Html => {
  const { view, entries, files, madeAt, reader, keys } = content
  const { text, labels, at, language } = words
  const title = fill(text.title, { reference: view.reference })
  const section = (name: keyof typeof text.section, body: Html | null): Html =>
    body ? html`<section><h2>${text.section[name]}</h2>${body}</section>` : html``
  return html`<!doctype html>
<html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'">
<title>${title}</title><style>${raw(STYLE)}</style></head><body>
<h1>${title}</h1><p class="quiet">${fill(text.made, { at: at(madeAt), who: labels.actor[reader] })}</p>
${section('facts', facts(view, words))}
${section('complainant', complainant(view, words))}
${section('narrative', view.narrative ? html`<pre dir="auto">${view.narrative}</pre>` : null)}
${section('points', view.points.length > 0 ? points(view, words) : null)}
${section('decision', view.plan && decision(view.plan, words))}
${section('report', view.report && html`<pre dir="auto">${view.report.text}</pre>`)}
${section('appeal', view.appeal && appeal(view.appeal, words))}
${section('referrals', view.referrals.length > 0 ? html`<ul>${view.referrals.map(({ kind, body }) => html`<li>${labels.referral[kind]}${body ? `: ${body}` : ''}</li>`)}</ul>` : null)}
${section('files', files.length > 0 ? html`<ol>${files.map((file) => html`<li><a href="${encodeURI(file.path)}">${file.name}</a> <span class="quiet">${file.type}, ${file.size} B</span><br><code>${file.sha256}</code></li>`)}</ol>` : null)}
${section('timeline', timeline(entries, words))}
${section('proof', html`<p>${fill(text.proof, { keys })}</p>`)}
</body></html>
`
}

type Row = [keyof DossierWords['text']['fact'], string | null | undefined]

const list = (rows: readonly Row[], { text }: DossierWords): Html =>
  html`<dl>${rows.map(([name, value]) => (value ? html`<dt>${text.fact[name]}</dt><dd dir="auto">${value}</dd>` : ''))}</dl>`

const facts = (view: CaseView, words: DossierWords): Html => {
  const { labels, at } = words
  const { wish } = view
  const category = (labels.category as Readonly<Record<string, string>>)[view.category] ?? view.category
  return list(
    [
      ['reference', view.reference],
      ['stage', labels.stage[view.stage]],
      ['outcome', view.outcome && labels.outcome[view.outcome]],
      ['receivedAt', at(view.receivedAt)],
      ['closedAt', view.closedAt && at(view.closedAt)],
      ['channel', labels.channel[view.channel]],
      ['category', category],
      ['product', view.product],
      ['occurredOn', view.occurredOn],
      ['subject', view.subject],
      ['wish', wish && [labels.remedy[wish.kind], amountOf(wish.money, words), wish.text].filter(Boolean).join(' · ')],
      ['erasedAt', view.erasedAt && at(view.erasedAt)],
    ],
    words,
  )
}

const complainant = ({ complainant: person, representative, anonymous }: CaseView, words: DossierWords): Html =>
  list(
    [
      ['anonymous', anonymous ? words.text.yes : null],
      ['name', person.name],
      ['email', person.email],
      ['phone', person.phone],
      ['preferredChannel', person.preferredChannel],
      ['customerReference', person.customerReference],
      ['representative', representative && `${representative.name}, ${representative.relation}`],
    ],
    words,
  )

const amountOf = (money: { amount: number; currency: string } | null, { language }: DossierWords): string => {
  if (!money) return ''
  const format = new Intl.NumberFormat(language, { style: 'currency', currency: money.currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(money.amount / 10 ** digits)
}

const points = (view: CaseView, { labels, text }: DossierWords): Html =>
  html`<ol>${view.points.map(
    ({ text: point, finding }) => html`<li><pre dir="auto">${point}</pre>
${finding ? html`<p><strong>${labels.finding[finding.result]}</strong></p><pre dir="auto">${finding.reasons}</pre>` : html`<p>${text.noFinding}</p>`}</li>`,
  )}</ol>`

const decision = (plan: NonNullable<CaseView['plan']>, words: DossierWords): Html => {
  const { labels, text } = words
  const said = [plan.reasons, plan.timetable, plan.howToAppeal, plan.whomElse, plan.note]
  const remedy = (one: (typeof plan.remedies)[number]) =>
    html`<li><strong>${labels.remedy[one.kind]}</strong> ${amountOf(one.money, words)} <span dir="auto">${one.content}</span>
${one.due ? html`<span class="quiet">${fill(text.due, { date: one.due })}</span>` : ''} ${one.done ? html`<span class="quiet">${fill(text.done, { date: one.done.on })}</span>` : ''}</li>`
  return html`${said.map((part) => (part ? html`<pre dir="auto">${part}</pre>` : ''))}
${plan.remedies.length > 0 ? html`<h3>${text.remedies}</h3><ul>${plan.remedies.map(remedy)}</ul>` : ''}`
}

const appeal = ({ at: made, grounds, decided }: NonNullable<CaseView['appeal']>, { labels, at }: DossierWords): Html =>
  html`<p class="quiet">${at(made)}</p><pre dir="auto">${grounds}</pre>
${decided ? html`<p><strong>${labels.appealResult[decided.result]}</strong> <span class="quiet">${at(decided.at)}</span></p><pre dir="auto">${decided.reasons}</pre>` : ''}`
