/**
 * Writes the SDK's types from the API's own document: `npm run generate`. A test fails while they differ.
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Document, Schema } from '../worker/http/docs/json.ts'

export const TYPES = fileURLToPath(new URL('../sdk/src/api.gen.ts', import.meta.url))

export async function generateTypes(): Promise<string> {
  const { newApi } = await import('../worker/http/api.ts')
  const { documentOf } = await import('../worker/http/openapi/document.ts')
  const document = documentOf(newApi(), 'https://redress.example') as unknown as Document
  const { schemas } = document.components
  const sent = namesIn(document.paths, schemas)
  const types = Object.entries(schemas).map(([name, schema]) => {
    // Callers build what they send from values that may be undefined; what the API answers never is.
    const typeOf = typesFor(sent.has(name) ? ' | undefined' : '')
    return `${comment(schema, '')}export type ${name} =${spaced(typeOf(schema, ''))}\n`
  })
  return `// Made by \`npm run generate\` from the API's document. Do not edit.\n\n${types.join('\n')}`
}

/** Names of the schemas that requests consist of. */
function namesIn(paths: Document['paths'], schemas: Document['components']['schemas']): Set<string> {
  const names = new Set<string>()
  const visit = (value: unknown): void => {
    for (const [, name = ''] of JSON.stringify(value ?? null).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (names.has(name)) continue
      names.add(name)
      visit(schemas[name])
    }
  }
  for (const methods of Object.values(paths)) for (const { requestBody } of Object.values(methods)) visit(requestBody)
  return names
}

/** `missing` is what stands for an optional property besides its type. */
function typesFor(missing: string): (schema: Schema, indent: string) => string {
  function typeOf(schema: Schema, indent: string): string {
    if (schema.$ref) return schema.$ref.split('/').at(-1) ?? 'unknown'
    if (schema.const !== undefined) return literal(schema.const)
    if (schema.enum) return schema.enum.map(literal).join(' | ')
    const parts = schema.oneOf ?? schema.anyOf
    if (parts) return unionOf(parts.map((part) => typeOf(part, indent)))
    if (schema.allOf) return schema.allOf.map((part) => typeOf(part, indent)).join(' & ')
    return [schema.type ?? 'unknown']
      .flat()
      .map((type) => typeNamed(type, schema, indent))
      .join(' | ')
  }

  function typeNamed(type: string, schema: Schema, indent: string): string {
    switch (type) {
      case 'integer':
        return 'number'
      case 'array':
        return schema.prefixItems
          ? `[${schema.prefixItems.map((item) => typeOf(item, indent)).join(', ')}]`
          : listOf(typeOf(schema.items ?? {}, indent))
      case 'object':
        return objectOf(schema, indent)
      default:
        return type
    }
  }

  function objectOf(schema: Schema, indent: string): string {
    const inner = `${indent}  `
    const properties = Object.entries(schema.properties ?? {}).map(([name, property]) => {
      const type = typeOf(property, inner)
      const key = /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name)
      const declared = schema.required?.includes(name) ? `${key}: ${type}` : `${key}?: ${type}${missing}`
      return `${comment(property, inner)}${inner}${declared}\n`
    })
    const rest = schema.additionalProperties
    const others = typeof rest === 'object' ? typeOf(rest, inner) : 'unknown'
    if (properties.length === 0) return rest === false ? 'Record<never, never>' : `Record<string, ${others}>`
    const open = rest === true || typeof rest === 'object' ? `${inner}[more: string]: unknown\n` : ''
    return `{\n${properties.join('')}${open}${indent}}`
  }

  return typeOf
}

const spaced = (type: string): string => (type.startsWith('\n') ? type : ` ${type}`)

const unionOf = (types: string[]): string =>
  types.length > 4 ? types.map((type) => `\n  | ${type}`).join('') : types.join(' | ')

const listOf = (item: string): string => (/^\w+$/.test(item) ? `${item}[]` : `(${item})[]`)

const literal = (value: unknown): string => (typeof value === 'string' ? `'${value}'` : JSON.stringify(value))

const comment = ({ description }: Schema, indent: string): string =>
  description ? `${indent}/** ${description.replaceAll('*/', '*\\/')} */\n` : ''

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(TYPES, await generateTypes())
  console.log('Wrote sdk/src/api.gen.ts')
}
