import { html } from 'hono/html'
import type { Html } from '../pages/html.ts'
import { curlOf } from './example.ts'
import type { Body, Document, Operation } from './json.ts'
import { inlineCode } from './prose.ts'
import { tableOf, typeOf } from './schema.ts'

const STATUS: Record<string, string> = { '200': 'OK', '201': 'Created', '204': 'No content', '304': 'Not modified' }

export const operationSection = (document: Document, method: string, path: string, operation: Operation): Html => {
  const { operationId, summary = '', description, parameters = [], requestBody, responses, security } = operation
  return html`<section id="${operationId}" aria-labelledby="${operationId}-title">
<h3 id="${operationId}-title"><span class="method ${method}">${method.toUpperCase()}</span> <code>${path}</code></h3>
<p>${inlineCode(summary)} ${description ? inlineCode(description) : ''}</p>
<p class="quiet">${security ? html`Credential: ${security.flatMap((one) => Object.keys(one)).join(', ')}` : 'No credential.'}</p>
${parameters.length > 0 ? parameterTable(parameters) : ''}
${requestBody ? bodyOf('Body', requestBody) : ''}
<h4>Answers</h4>
<dl>${Object.entries(responses).map(([status, answer]) => answerOf(status, answer))}</dl>
<pre tabindex="0" role="group" aria-label="Example of ${operationId}"><code>${curlOf(document, method, path, operation)}</code></pre>
</section>`
}

const parameterTable = (parameters: NonNullable<Operation['parameters']>): Html =>
  html`<div class="scroll" tabindex="0" role="group" aria-label="Parameters"><table><thead><tr><th scope="col">Parameter</th><th scope="col">In</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
<tbody>${parameters.map(
    ({ name, in: place, required, description, schema }) =>
      html`<tr><th scope="row"><code>${name}</code>${required ? '' : html` <small>optional</small>`}</th><td>${place}</td><td>${schema ? typeOf(schema) : ''}</td><td>${inlineCode(description ?? schema?.description ?? '')}</td></tr>`,
  )}</tbody></table></div>`

const bodyOf = (title: string, { content = {} }: Body): Html =>
  html`${Object.entries(content).map(
    ([type, { schema }]) => html`<h4>${title} <code>${type}</code></h4>${schema ? tableOf(schema, title) : ''}`,
  )}`

const answerOf = (status: string, { description = '', content = {} }: Body): Html =>
  html`<dt><code>${status}</code> ${STATUS[status] ?? ''}</dt>
<dd>${inlineCode(description)} ${Object.values(content).map(({ schema }) => (schema ? typeOf(schema) : ''))}</dd>`
