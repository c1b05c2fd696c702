import { type Document, nameOf, type Operation, type Schema } from './json.ts'

const FORMATS: Record<string, unknown> = {
  'date-time': '2026-03-02T21:13:55.000Z',
  date: '2026-03-02',
  email: 'ada@example.org',
}

/** Values of well-known fields, so that an example reads like a complaint. */
const FIELDS: Record<string, unknown> = {
  siteKey: 'pk_demo_trading',
  narrative: 'The fee was taken twice on 2 March.',
  language: 'en',
  consent: true,
  reference: 'RD-04KD-9QTZ-7',
  name: 'statement.pdf',
  size: 184_320,
  currency: 'USD',
  message: 'The statement is attached.',
}

/** A value that fits a schema: required fields only, from the schema's own examples where it has them. */
export const exampleOf = (document: Document, schema: Schema, field = ''): unknown => {
  if (schema.example !== undefined) return schema.example
  if (schema.$ref) return exampleOf(document, document.components.schemas[nameOf(schema.$ref)] ?? {}, field)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return schema.enum[0]
  const first = (schema.oneOf ?? schema.anyOf)?.[0]
  if (first) return exampleOf(document, first, field)
  if (schema.properties) {
    const required = Object.entries(schema.properties).filter(([name]) => schema.required?.includes(name))
    return Object.fromEntries(required.map(([name, property]) => [name, exampleOf(document, property, name)]))
  }
  if (field in FIELDS) return FIELDS[field]
  if (schema.format && schema.format in FORMATS) return FORMATS[schema.format]
  switch ([schema.type].flat()[0]) {
    case 'integer':
    case 'number':
      return schema.minimum !== undefined && schema.minimum > 0 ? schema.minimum : 1
    case 'boolean':
      return true
    case 'array':
      return schema.minItems ? [exampleOf(document, schema.items ?? {})] : []
    case 'object':
      return {}
    default:
      return schema.pattern ? 'example' : '…'
  }
}

/** The request as a line for a shell. Tokens come from the environment, so that none stands in its history. */
export const curlOf = (document: Document, method: string, path: string, operation: Operation): string => {
  const url = `${document.servers[0]?.url ?? ''}${path.replace(/\{(\w+)\}/g, (place, name: string) => {
    const parameter = operation.parameters?.find((one) => one.in === 'path' && one.name === name)
    return String(parameter?.schema?.example ?? place)
  })}`
  const content = operation.requestBody?.content ?? {}
  const body = content['application/json']?.schema
  return [
    `curl${method === 'get' ? '' : ` -X ${method.toUpperCase()}`} '${url}'`,
    operation.security && `-H "Authorization: Bearer $TOKEN"`,
    method === 'post' && `-H "Idempotency-Key: $(uuidgen)"`,
    body && "-H 'Content-Type: application/json'",
    body && `-d '${JSON.stringify(exampleOf(document, body))}'`,
    content['application/octet-stream'] &&
      `-H "Content-Digest: sha-256=:$(openssl dgst -sha256 -binary part | base64):"`,
    content['application/octet-stream'] && '--data-binary @part',
  ]
    .filter(Boolean)
    .join(' \\\n  ')
}
