import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { node24, root, wrangler } from './paths.mjs'
import { childEnvironment, mustRunNode } from './run.mjs'

const defaultConfig = `${root}/wrangler.toml`

/**
 * @typedef {object} WorkerOptions
 * @property {number} port
 * @property {string} state folder of D1, R2 and queues
 * @property {string} [config] another configuration than wrangler.toml
 * @property {Record<string, string>} [vars] besides those of the configuration and .dev.vars
 * @property {'log' | 'warn'} [logLevel]
 * @property {(line: string) => void} [onLine] what the Worker and wrangler print
 */

/**
 * Starts the Worker in workerd and waits until it answers.
 * @param {WorkerOptions} options
 */
export async function startWorker({ port, state, config = defaultConfig, vars = {}, logLevel = 'log', onLine }) {
  const args = [wrangler, 'dev', '--config', config, '--port', String(port), '--ip', 'localhost', '--persist-to', state]
  args.push('--local', '--inspector-port', '0', '--log-level', logLevel, '--show-interactive-dev-session=false')
  for (const [name, value] of Object.entries(vars)) args.push('--var', `${name}:${value}`)

  // A process group of its own, so that wrangler and workerd end together.
  const child = spawn(node24, args, {
    cwd: root,
    env: childEnvironment({ CI: '1', NO_COLOR: '1' }),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
  })
  /** @type {string[]} */
  const lines = []
  for (const stream of [child.stdout, child.stderr]) {
    let rest = ''
    stream.setEncoding('utf8').on('data', (/** @type {string} */ chunk) => {
      const parts = (rest + chunk).split('\n')
      rest = parts.pop() ?? ''
      for (const line of parts) {
        lines.push(line)
        onLine?.(line)
      }
    })
  }
  const closed = once(child, 'close')

  const signal = (/** @type {NodeJS.Signals} */ name) => {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    try {
      if (process.platform === 'win32') child.kill(name)
      else process.kill(-child.pid, name)
    } catch {
      // it has ended in the meantime
    }
  }

  // Whatever ends this process, the Worker does not stay behind.
  const endWithUs = () => signal('SIGKILL')
  process.on('exit', endWithUs)
  closed.then(() => process.off('exit', endWithUs))

  const worker = {
    origin: `http://localhost:${port}`,
    lines,
    closed,
    /** Asks it to end; makes it end when it does not. */
    async stop() {
      signal('SIGTERM')
      const late = setTimeout(() => signal('SIGKILL'), 5_000)
      await closed
      clearTimeout(late)
    },
    /** Ends it in the middle of whatever it is doing, as a crash would. */
    async kill() {
      signal('SIGKILL')
      await closed
    },
  }

  try {
    await untilHealthy(worker.origin, () => child.exitCode !== null || child.signalCode !== null)
  } catch (error) {
    await worker.kill()
    throw new Error(`${error instanceof Error ? error.message : error}\n${lines.join('\n')}`)
  }
  return worker
}

/**
 * @param {string} origin
 * @param {() => boolean} hasEnded
 */
async function untilHealthy(origin, hasEnded, patience = 60_000) {
  for (const end = Date.now() + patience; Date.now() < end; ) {
    if (hasEnded()) throw new Error('The Worker ended while it was starting:')
    const answer = await fetch(`${origin}/health`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The Worker did not answer ${origin}/health within ${patience / 1000} seconds:`)
}

/** Runs the cron trigger now; locally nothing else does. */
export const runCron = (/** @type {string} */ origin) => fetch(`${origin}/cdn-cgi/local/scheduled`)

/**
 * Applies the migrations that the database in this folder has not seen.
 * @param {string} state
 * @param {string} [config]
 */
export function applyMigrations(state, config = defaultConfig) {
  const args = ['d1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state, '--config', config]
  return mustRunNode('Applying the migrations', [wrangler, ...args], { env: { CI: '1', NO_COLOR: '1' } })
}
