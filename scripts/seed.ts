import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unstable_startWorker as startWorker } from 'wrangler'
import { instance } from '../demo/seed/instance.ts'
import type { Order, Seeded } from '../demo/seed/worker.ts'

/** Milliseconds after which something must have gone wrong: without it, a broken build is waited for. */
const LIMIT = 90_000

/**
 * Fills a local instance with the demo: sites, staff, and cases in every stage, each carried through the real actions at
 * times in the past. Sites and staff are written anew each time; cases only where there is none, and not at all with
 * `REDRESS_SEED=people`.
 */
const folder = join(import.meta.dirname, '../demo')
const files: Order['files'] = {}
for (const name of await readdir(join(folder, 'data/files')))
  files[name] = await readFile(join(folder, 'data/files', name), 'base64url')
const order: Order = { demoOrigin: instance.demoOrigin, cases: process.env.REDRESS_SEED !== 'people', files }

const worker = await startWorker({
  entrypoint: join(folder, 'seed/worker.ts'),
  config: instance.config,
  // Letters wait for an origin to link to, and a case whose acknowledgement never left is overdue.
  bindings: { PUBLIC_ORIGIN: { type: 'plain_text', value: instance.origin } },
  build: { bundle: true },
  dev: { persist: instance.state, watch: false, inspector: false, server: { port: 0 }, logLevel: 'error' },
})
try {
  const answer = await worker.fetch('http://seed/', {
    method: 'POST',
    body: JSON.stringify(order),
    signal: AbortSignal.timeout(LIMIT),
  })
  if (!answer.ok) throw new Error(await answer.text())
  const { access } = (await answer.json()) as Seeded
  if (access) await writeFile(instance.accessFile, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 })
} finally {
  await worker.dispose()
}
