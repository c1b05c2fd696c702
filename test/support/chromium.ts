import { existsSync } from 'node:fs'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/**
 * A headless Chromium: the one named by `$CHROMIUM`, an installed one, or the one that comes as a package
 * (`CHROMIUM=packaged` asks for that one).
 *
 * @example
 * const browser = await launchChromium()
 * const page = await browser.newPage()
 */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser> {
  const { CHROMIUM } = process.env
  const installed =
    CHROMIUM === 'packaged' ? undefined : [CHROMIUM, ...INSTALLED].find((path) => path && existsSync(path))
  const { executablePath, args } = installed ? { executablePath: installed, args: [] } : await packagedChromium()
  return chromium.launch({
    headless: true,
    executablePath,
    ...options,
    args: [...FLAGS, ...args, ...(options.args ?? [])],
  })
}

async function packagedChromium() {
  const { default: packaged } = await import('@sparticuz/chromium')
  return { executablePath: await packaged.executablePath(), args: packaged.args }
}
