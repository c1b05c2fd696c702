import { existsSync } from 'node:fs'
import { root } from './paths.mjs'
import { mustRunNode } from './run.mjs'
import { hashOf, onceFor } from './stamp.mjs'

const vite = `${root}/node_modules/vite/bin/vite.js`
const config = `${root}/widget/vite.config.ts`
const built = `${root}/dist/widget`

/** Builds the framed app and the loader into dist/widget. */
export async function buildWidget() {
  await mustRunNode('The widget build', [vite, 'build', '--config', config])
  await mustRunNode('The loader build', [vite, 'build', '--config', config, '--mode', 'loader'])
}

/** Builds the widget if its sources changed since the last time. */
export function ensureWidget() {
  const stamp = `${root}/dist/.widget`
  const complete = existsSync(`${built}/widget.js`) && existsSync(`${built}/manifest.json`)
  const sources = hashOf(
    `${root}/widget`,
    `${root}/sdk`,
    `${root}/worker/core`,
    `${root}/package-lock.json`,
    `${root}/tsconfig.base.json`,
  )
  return onceFor(stamp, complete ? sources : '', buildWidget)
}
