import { beforeAll, describe, expect, it } from 'vitest'
import { app } from '../../worker/app.ts'
import { commands } from '../../worker/core/decide/index.ts'
import { commandSchema } from '../../worker/http/complaints/command.ts'
import { exampleOf } from '../../worker/http/docs/example.ts'
import type { Document, Operation, Schema } from '../../worker/http/docs/json.ts'
import { STATUS } from '../../worker/http/problem/status.ts'
import { call } from './support.ts'

let document: Document
let operations: { path: string; method: string; operation: Operation }[]

beforeAll(async () => {
  document = await (await call('/openapi.json')).json()
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
})

describe('the document', () => {
  it('is OpenAPI 3.1 of this installation', () => {
    expect(document).toMatchObject({
      openapi: '3.1.0',
      info: { title: 'Redress' },
      servers: [{ url: 'https://redress.test' }],
    })
  })

  it('has every route of the API, and nothing else', () => {
    const routed = app.routes
      .filter(({ method, path }) => method !== 'ALL' && path.startsWith('/v1/'))
      .map(({ method, path }) => `${method.toLowerCase()} ${path.replace(/:(\w+)/g, '{$1}')}`)
    const documented = operations.map(({ path, method }) => `${method} ${path}`)
    expect(documented.toSorted()).toEqual([...new Set(routed)].toSorted())
  })

  it('resolves every reference it makes, and names every operation once', () => {
    const refs = JSON.stringify(document).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g)
    for (const [, name = ''] of refs) expect(document.components.schemas).toHaveProperty(name)
    const ids = operations.map(({ operation }) => operation.operationId)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('declares what is in each path, who may call, what can go wrong', () => {
    for (const { path, method, operation } of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const declared = operation.parameters?.filter((one) => one.in === 'path').map(({ name }) => name) ?? []
      expect(declared.toSorted(), path).toEqual(named.toSorted())
      for (const scheme of (operation.security ?? []).flatMap((one) => Object.keys(one))) {
        expect(document.components.securitySchemes).toHaveProperty(scheme)
      }
      expect(operation.security !== undefined, path).toBe(
        ('401' in operation.responses && path !== '/v1/sessions') || method === 'delete',
      )
      expect(operation.summary, path).toBeTruthy()
      expect(operation.responses, path).toHaveProperty('500')
      const hasKey = operation.parameters?.some(({ name }) => name === 'idempotency-key') ?? false
      expect(hasKey, `${method} ${path}`).toBe(method === 'post')
    }
  })

  it('gives every command a schema of its own, strict, with its summary', () => {
    const named = document.components.schemas.Command?.oneOf ?? []
    const schemas = named.map(({ $ref = '' }) => document.components.schemas[$ref.split('/').at(-1) ?? ''] as Schema)
    const typeOf = (schema: Schema) => schema.properties?.type?.enum?.[0] ?? schema.properties?.type?.const
    expect(schemas.map(typeOf).toSorted()).toEqual(Object.keys(commands).toSorted())
    for (const schema of schemas) {
      const { summary } = commands[typeOf(schema) as keyof typeof commands]
      expect(schema).toMatchObject({ description: summary, additionalProperties: false })
      expect(schema.properties).toHaveProperty('expectedVersion')
    }
  })

  it('names every code that a command can be refused with', () => {
    const command = document.paths['/v1/complaints/{reference}/commands']?.post
    const described = Object.values(command?.responses ?? {})
      .map(({ description }) => description)
      .join()
    for (const [code, status] of Object.entries(STATUS)) {
      if ([403, 409].includes(status)) expect(described).toContain(`\`${code}\``)
    }
  })

  it('has examples that the API itself would take', () => {
    for (const { $ref = '' } of document.components.schemas.Command?.oneOf ?? []) {
      const example = exampleOf(document, { $ref })
      const parsed = commandSchema.safeParse(example)
      expect(parsed.error?.issues ?? [], $ref).toEqual([])
    }
  })
})

describe('the reference', () => {
  it('is a page of words and styles, without anything from elsewhere', async () => {
    const answer = await call('/docs')
    const page = await answer.text()
    expect(answer.headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    )
    expect(page).not.toMatch(/<script|style=|https?:\/\/(?!redress\.test)/)
    for (const { operation } of operations) expect(page).toContain(`id="${operation.operationId}"`)
    for (const code of Object.keys(STATUS)) expect(page).toContain(`id="problem-${code}"`)
    const targets = new Set([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(targets).toContain(id)
    const style = await call('/docs/style.css')
    expect(style.headers.get('content-type')).toBe('text/css; charset=utf-8')
  })
})
