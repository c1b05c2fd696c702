import { spawn } from 'node:child_process'
import { node24, root } from './paths.mjs'

/** Nothing is asked, reported or fetched by the tools. */
export const quietTools = {
  WRANGLER_SEND_METRICS: 'false',
  WRANGLER_SEND_ERROR_REPORTS: 'false',
  WRANGLER_HIDE_BANNER: 'true',
  WRANGLER_WRITE_LOGS: 'false',
  WRANGLER_NO_SKILLS_UPDATE_PROMPTS: 'true',
  CLOUDFLARE_CF_FETCH_ENABLED: 'false',
  CLOUDFLARE_LOAD_DEV_VARS_FROM_DOT_ENV: 'false',
  X_LOCAL_OBSERVABILITY: 'false',
  X_LOCAL_EXPLORER: 'false',
  VITE_CJS_IGNORE_WARNING: 'true',
}

/** The environment of a child: this one's, Node 24 and the installed tools first in PATH, quiet. */
export function childEnvironment(extra = {}) {
  const separator = process.platform === 'win32' ? ';' : ':'
  return {
    ...process.env,
    ...quietTools,
    PATH: [`${root}/node_modules/.bin`, process.env.PATH].join(separator),
    ...extra,
  }
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, show?: boolean, cwd?: string }} [options] `show`: straight to this terminal
 * @returns {Promise<{ code: number, output: string }>} output is empty when shown
 */
export function run(command, args, { env = {}, show = false, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: childEnvironment(env),
      stdio: show ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const collect = (/** @type {Buffer} */ chunk) => {
      output += chunk
    }
    child.stdout?.on('data', collect)
    child.stderr?.on('data', collect)
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }))
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })
}

/**
 * Runs a script or a tool's entry file under Node 24.
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const runNode = (args, options) => run(node24, args, options)

/**
 * The same, but what it printed is an error when it fails.
 * @param {string} what
 * @param {string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export async function mustRunNode(what, args, options) {
  const { code, output } = await runNode(args, options)
  if (code !== 0) throw new Error(`${what} failed:\n${output.trim()}`)
  return output
}
