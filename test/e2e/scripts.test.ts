import { spawn } from 'node:child_process'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { node24, root } from '../../scripts/lib/paths.mjs'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ seed: 'people' })
})
afterAll(() => server.stop())

/** Runs a script on the data of the running Worker, as npm would; what it writes where. */
const run = async (script: string, args: string[] = [], more: Record<string, string> = {}) => {
  const env = {
    ...process.env,
    REDRESS_ORIGIN: server.origin,
    DEMO_ORIGIN: server.demoOrigin,
    REDRESS_CONFIG: join(dirname(server.state), 'wrangler.json'),
    REDRESS_STATE: server.state,
    ...more,
  }
  const child = spawn(node24, [join(root, script), ...args], { env })
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  return { out, err, code }
}

const get = (path: string, token: string) =>
  fetch(`${server.origin}${path}`, { headers: { authorization: `Bearer ${token}` } })

describe('npm run token', () => {
  it('prints a token, nothing else, that the running Worker takes', async () => {
    const { out, code } = await run('scripts/token.ts', ['Hanna@norvane.example'])
    expect(code).toBe(0)
    expect(out).toMatch(/^rp_[0-9A-Za-z]+\n$/)
    expect((await get('/v1/complaints', out.trim())).status).toBe(200)
  })

  it('names those it could be for', async () => {
    const { out, err, code } = await run('scripts/token.ts', ['nobody@norvane.example'])
    expect({ out, code }).toEqual({ out: '', code: 1 })
    expect(err).toContain('hanna@norvane.example')
  })
})

describe('npm run key', () => {
  it('prints a key, nothing else, that can do what its scopes say', async () => {
    const { out, code } = await run('scripts/key.ts', ['pk_demo_trading', 'complaints:read'])
    expect(code).toBe(0)
    expect(out).toMatch(/^rk_[0-9A-Za-z]+\n$/)
    expect((await get('/v1/complaints', out.trim())).status).toBe(200)
    expect((await get('/v1/reports/summary', out.trim())).status).toBe(403)
  })

  it.each([
    [['pk_other', 'complaints:read'], 'pk_demo_trading'],
    [['pk_demo_trading', 'everything'], 'complaints:read'],
    [[], 'Usage'],
  ])('says what is wrong with %j', async (args, hint) => {
    const { out, err, code } = await run('scripts/key.ts', args)
    expect({ out, code }).toEqual({ out: '', code: 1 })
    expect(err).toContain(hint)
  })
})

describe('scripts/staff.ts', () => {
  it('tells whom one can sign in as, and where', async () => {
    const { out, code } = await run('scripts/staff.ts')
    expect(code).toBe(0)
    for (const word of [
      `${server.origin}/admin`,
      'hanna@norvane.example',
      'supervisor',
      'reviewer',
      'auditor',
      'admin',
    ])
      expect(out).toContain(word)
  })
})

describe('demo/partner', () => {
  it('files a complaint with a file through the SDK and reads it back', async () => {
    const { out: key } = await run('scripts/key.ts', ['pk_demo_trading', 'complaints:write,complaints:read'])
    const { out, err, code } = await run('demo/partner/index.ts', [], { REDRESS_KEY: key.trim() })
    expect({ err, code }).toEqual({ err: '', code: 0 })
    expect(out).toMatch(/Filed RD-/)
    expect(out).toContain('Evidence: statement.pdf')
    expect(out).toContain('Refused as it should be: not_permitted')
  })
})
