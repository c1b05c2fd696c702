import { readdirSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'
import { startServer, type TestServer } from '../support/server.ts'

describe('the shared Worker', () => {
  it('opens in Chromium', async () => {
    const browser = await launchChromium()
    try {
      const page = await browser.newPage()
      const response = await page.goto(`${inject('origin')}/health`)
      expect(response?.status()).toBe(200)
      expect(await page.textContent('body')).toContain('ok')
    } finally {
      await browser.close()
    }
  })

  it('has the demo pages on another origin', async () => {
    expect(new URL(inject('demoOrigin')).origin).not.toBe(new URL(inject('origin')).origin)
    const response = await fetch(`${inject('demoOrigin')}/../../package.json`)
    expect(response.status).toBe(404)
  })
})

describe('a Worker of its own', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startServer({ seed: 'people' })
  })
  afterAll(() => server.stop())

  it('can be killed and started again on its data', async () => {
    await server.kill()
    await expect(fetch(`${server.origin}/health`)).rejects.toThrow()
    expect(readdirSync(server.state)).not.toHaveLength(0)
    await server.restart()
    expect((await fetch(`${server.origin}/health`)).status).toBe(200)
  })
})
