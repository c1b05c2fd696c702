import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { app } from '../../worker/app.ts'
import type { Env } from '../../worker/env.ts'

const ask = async (changes: Partial<Env>, path: string): Promise<Response> => {
  const context = createExecutionContext()
  const response = await app.fetch(new Request(`https://redress.test${path}`), { ...env, ...changes }, context)
  await waitOnExecutionContext(context)
  return response
}

afterEach(() => vi.restoreAllMocks())

describe.each([
  ['MASTER_KEYS', ''],
  ['MASTER_KEYS', '{"1":"c2hvcnQ="}'],
  ['INDEX_KEYS', 'not json'],
  ['SIGNING_KEYS', '{"k1":{"kty":"RSA"}}'],
] as const)('a production Worker whose %s is %j', (variable, value) => {
  it('serves nothing, tells the operator which secret and how to make one, and never quotes it', async () => {
    const log = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const changes = { ENVIRONMENT: 'production', [variable]: value }
    for (const path of ['/v1/sites/pk_demo_trading', '/c/pk_demo_trading', '/admin']) {
      const response = await ask(changes, path)
      expect(response.status, path).toBe(503)
      expect(await response.json()).toMatchObject({ code: 'unavailable' })
    }
    const said = log.mock.calls.flat().join('\n')
    expect(said).toContain(variable)
    expect(said).toMatch(/[Mm]ake one/)
    if (value) expect(said).not.toContain(value)
    expect((await ask(changes, '/health')).status).toBe(503)
  })
})
