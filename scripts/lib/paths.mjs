import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '')

/** Node 24, installed as a package; the Node that runs these scripts may be older. */
export const node24 = `${root}/node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`

export const wrangler = `${root}/node_modules/wrangler/bin/wrangler.js`

/** D1, R2 and queues of the local instance. */
export const localState = `${root}/.wrangler/state`
