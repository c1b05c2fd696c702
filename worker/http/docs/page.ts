import { html } from 'hono/html'
import { problems } from '../../locales/index.ts'
import { newApi } from '../api.ts'
import type { HttpContext } from '../http.ts'
import { documentOf } from '../openapi/document.ts'
import { originOf } from '../origin.ts'
import { type Html, policy, sendPage } from '../pages/html.ts'
import { type ProblemCode, STATUS } from '../problem/status.ts'
import { exampleOf } from './example.ts'
import type { Document, Schema } from './json.ts'
import { operationSection } from './operation.ts'
import { inlineCode, paragraphs } from './prose.ts'
import { tableOf } from './schema.ts'
import { css } from './style.ts'

/** The API reference: drawn from the same document that /openapi.json serves, readable without a script or a network. */
export const docsPage = (c: HttpContext): Promise<Response> =>
  sendPage(c, reference(documentOf(newApi(), originOf(c)) as unknown as Document), {
    'content-security-policy': policy({
      'default-src': "'none'",
      'style-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
    }),
    'cache-control': 'public, max-age=300',
  })

export const docsStyle = (c: HttpContext): Response =>
  c.body(css, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': 'public, max-age=300' })

/** What is told apart by its `type` is a command. */
const isCommand = ({ properties }: Schema): boolean => properties?.type?.enum?.length === 1

const reference = (document: Document): Html => {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  const underTag = (tag: string) => operations.filter(({ operation }) => operation.tags?.includes(tag))
  const { info, tags, components } = document
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<title>${info.title} API</title><link rel="stylesheet" href="/docs/style.css"></head>
<body>
<a class="skip" href="#main">Skip to the reference</a>
<nav aria-label="Contents">
<p><strong>${info.title} API</strong> ${info.version}</p>
<ul>${tags.map(
    ({ name }) =>
      html`<li><a href="#tag-${name}">${name}</a><ul>${underTag(name).map(({ operation }) => html`<li><a href="#${operation.operationId}">${operation.operationId}</a></li>`)}</ul></li>`,
  )}
<li><a href="#schemas">Schemas</a></li><li><a href="#problems">Problems</a></li><li><a href="/openapi.json">openapi.json</a></li></ul>
</nav>
<main id="main">
<h1>${info.title} API</h1>
${paragraphs(info.description ?? '')}
<h2>Credentials</h2>
<dl>${Object.entries(components.securitySchemes).map(
    ([name, { bearerFormat = '', description = '' }]) =>
      html`<dt>${name} <code>${bearerFormat}</code></dt><dd>${inlineCode(description)}</dd>`,
  )}</dl>
${tags.map(
  ({ name, description = '' }) => html`<h2 id="tag-${name}">${name}</h2><p>${description}</p>
${underTag(name).map(({ method, path, operation }) => operationSection(document, method, path, operation))}`,
)}
<h2 id="schemas">Schemas</h2>
${Object.entries(components.schemas).map(
  ([
    name,
    schema,
  ]) => html`<section id="schema-${name}" aria-labelledby="schema-${name}-title"><h3 id="schema-${name}-title">${name}</h3>
${schema.description ? html`<p>${inlineCode(schema.description)}</p>` : ''}${tableOf(schema, name)}
${isCommand(schema) ? html`<pre tabindex="0" role="group" aria-label="Example of ${name}"><code>${JSON.stringify(exampleOf(document, schema))}</code></pre>` : ''}</section>`,
)}
<h2 id="problems">Problems</h2>
<dl>${(Object.keys(STATUS) as ProblemCode[]).map(
    (code) =>
      html`<dt id="problem-${code}"><code>${code}</code> <small>${STATUS[code]}</small></dt><dd><strong>${problems.en.problem[code].title}.</strong> ${problems.en.problem[code].detail}</dd>`,
  )}</dl>
</main>
</body>
</html>
`
}
