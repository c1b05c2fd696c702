import axe, { type Result } from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { launchChromium } from '../support/chromium.ts'

let browser: Browser
beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

/** Opens a demo page and collects what the browser complains about, violations of the page's policy among it. */
const open = async (path: string, width: number): Promise<{ page: Page; complaints: string[] }> => {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${inject('demoOrigin')}/${path}`, { waitUntil: 'load' })
  return { page, complaints }
}

const violations = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe.source)
  const found = await page.evaluate<Result[]>(
    `axe.run({ exclude: 'redress-widget' }, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  )
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(', ')}`)
}

describe.each(['trading/', 'events/', 'trading/legal.html', 'events/legal.html'])('the page %s', (path) => {
  it.each([320, 375, 768, 1280, 1440])('fits %i pixels and keeps its own policy', async (width) => {
    const { page, complaints } = await open(path, width)
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width)
    expect(complaints).toEqual([])
    await page.close()
  })

  it.each([375, 1280])('has no barrier that axe finds at %i pixels', async (width) => {
    const { page } = await open(path, width)
    expect(await violations(page)).toEqual([])
    await page.close()
  })
})

describe('the widget', () => {
  it('floats on the trading page and opens in a dialog', async () => {
    const { page, complaints } = await open('trading/', 1280)
    await page.getByRole('button', { name: 'Make a complaint' }).click()
    const frame = page.frameLocator('redress-widget iframe')
    await frame.getByRole('heading', { level: 1 }).waitFor()
    expect(await frame.getByRole('heading', { level: 1 }).textContent()).toContain('Norvane')
    expect(complaints).toEqual([])
    await page.close()
  })

  it('stands in the events page, and behind a button of that page', async () => {
    const { page, complaints } = await open('events/', 1280)
    const inline = page.frameLocator('redress-widget[mode=inline] iframe')
    expect(await inline.getByRole('heading', { level: 1 }).textContent()).toContain('Larkfield')
    await page.getByRole('link', { name: 'Something looks wrong?' }).click()
    await page.frameLocator('redress-widget[mode=dialog] iframe').getByRole('heading', { level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/events/')
    expect(complaints).toEqual([])
    await page.close()
  })

  it('begins with the tracker where a link says so', async () => {
    const { page } = await open('events/', 1280)
    await page.getByRole('link', { name: 'Follow a complaint' }).click()
    await page.locator('#reference').waitFor()
    expect(new URL(page.url()).origin).toBe(inject('origin'))
    await page.close()
  })
})
