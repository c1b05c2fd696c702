import { env, exports } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'

describe('the Worker in workerd', () => {
  it('answers /health', async () => {
    const response = await exports.default.fetch('https://redress.test/health')
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ status: 'ok' })
  })

  it('has its bindings', async () => {
    expect((await env.DB.prepare('SELECT 1 AS one').first())?.one).toBe(1)
    await env.EVIDENCE.put('smoke', 'text')
    expect(await (await env.EVIDENCE.get('smoke'))?.text()).toBe('text')
    expect(await env.LIMIT_PUBLIC.limit({ key: 'smoke' })).toMatchObject({ success: true })
    expect(JSON.parse(env.MASTER_KEYS)).toHaveProperty('1')
  })

  it('starts each file with empty storage and the migrations applied', async () => {
    const tables = await env.DB.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all<{ name: string }>()
    expect(env.TEST_MIGRATIONS.length === 0 || tables.results.length > 0).toBe(true)
  })
})
