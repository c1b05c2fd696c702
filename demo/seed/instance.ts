import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
const { REDRESS_ORIGIN, DEMO_ORIGIN, REDRESS_CONFIG, REDRESS_STATE } = process.env
const state = REDRESS_STATE ?? join(root, '.wrangler/state')

/** The local instance that the scripts work on: that of `npm start`, unless whoever runs them names another. */
export const instance = {
  /** Where the Worker answers. */
  origin: REDRESS_ORIGIN ?? 'http://localhost:8787',
  /** Where the demo pages are. */
  demoOrigin: DEMO_ORIGIN ?? 'http://localhost:8788',
  config: REDRESS_CONFIG ?? join(root, 'wrangler.toml'),
  /** Folder of D1, R2 and queues. */
  state,
  /** Number and code of cases for trying the tracker. */
  accessFile: join(state, '.redress-demo.json'),
}
