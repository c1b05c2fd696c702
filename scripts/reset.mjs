import { existsSync, rmSync } from 'node:fs'
import { root } from './lib/paths.mjs'

const origin = `http://localhost:${process.env.PORT ?? 8787}`
const running = await fetch(`${origin}/health`).catch(() => undefined)
if (running?.ok) {
  console.error(`Redress is running on ${origin}: end it first (Ctrl-C), then reset.`)
  process.exit(1)
}

const targets = ['.wrangler', 'dist', 'node_modules/.cache/redress']
if (process.argv.includes('--secrets')) targets.push('.dev.vars')

for (const target of targets) {
  if (!existsSync(`${root}/${target}`)) continue
  rmSync(`${root}/${target}`, { recursive: true, force: true })
  console.log(`Removed ${target}`)
}
console.log('The next npm start begins anew.')
