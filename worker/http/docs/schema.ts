import { html } from 'hono/html'
import type { Html } from '../pages/html.ts'
import { nameOf, type Schema } from './json.ts'
import { inlineCode } from './prose.ts'

/** A type in a few words, names of other schemas as links. */
export const typeOf = (schema: Schema): Html => {
  if (schema.$ref) return html`<a href="#schema-${nameOf(schema.$ref)}">${nameOf(schema.$ref)}</a>`
  const parts = schema.oneOf ?? schema.anyOf ?? schema.allOf
  if (parts) return html`${parts.map((part, index) => html`${index > 0 ? ' | ' : ''}${typeOf(part)}`)}`
  if (schema.const !== undefined) return html`<code>${JSON.stringify(schema.const)}</code>`
  if (schema.enum)
    return html`${schema.enum.map((value, index) => html`${index > 0 ? ' | ' : ''}<code>${JSON.stringify(value)}</code>`)}`
  if (schema.items) return html`array of ${typeOf(schema.items)}`
  if (schema.prefixItems)
    return html`[${schema.prefixItems.map((item, index) => html`${index > 0 ? ', ' : ''}${typeOf(item)}`)}]`
  const types = [schema.type ?? 'any'].flat().join(' | ')
  return html`${types}${schema.format ? ` (${schema.format})` : ''}`
}

const limitsOf = (schema: Schema): string =>
  [
    schema.minLength !== undefined && `at least ${schema.minLength} characters`,
    schema.maxLength !== undefined && `at most ${schema.maxLength} characters`,
    schema.minItems !== undefined && `at least ${schema.minItems}`,
    schema.maxItems !== undefined && `at most ${schema.maxItems}`,
    schema.minimum !== undefined && schema.minimum > Number.MIN_SAFE_INTEGER && `from ${schema.minimum}`,
    schema.maximum !== undefined && schema.maximum < Number.MAX_SAFE_INTEGER && `to ${schema.maximum}`,
    schema.pattern !== undefined && `matches ${schema.pattern}`,
    schema.default !== undefined && `default ${JSON.stringify(schema.default)}`,
  ]
    .filter((text) => typeof text === 'string')
    .join(', ')

/** A property in a row; what it consists of in rows below, so that nothing has to be unfolded. */
const rowsOf = (name: string, schema: Schema, isRequired: boolean, depth: number): Html => {
  const inner = schema.items?.properties ? schema.items : schema
  const limits = limitsOf(schema)
  return html`<tr><th scope="row" class="depth-${Math.min(depth, 4)}"><code>${name}</code>${isRequired ? '' : html` <small>optional</small>`}</th>
<td>${inner.properties ? (schema.items ? 'array of objects' : 'object') : typeOf(schema)}</td>
<td>${inlineCode(schema.description ?? '')}${limits ? html` <small>${limits}</small>` : ''}</td></tr>
${propertiesOf(inner, depth + 1)}`
}

const propertiesOf = (schema: Schema, depth: number): Html =>
  html`${Object.entries(schema.properties ?? {}).map(([name, property]) =>
    rowsOf(name, property, schema.required?.includes(name) ?? false, depth),
  )}`

export const tableOf = (schema: Schema, caption: string): Html =>
  schema.properties
    ? html`<div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table><thead><tr><th scope="col">Field</th><th scope="col">Type</th><th scope="col">Meaning</th></tr></thead>
<tbody>${propertiesOf(schema, 0)}</tbody></table></div>`
    : html`<p>${typeOf(schema)}</p>`
