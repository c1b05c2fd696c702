import { existsSync, readFileSync } from 'node:fs'
import { node24, root } from './paths.mjs'
import { run } from './run.mjs'

/** Installs the packages of package-lock.json unless exactly those are there already. */
export async function ensureInstalled() {
  if (isInstalled()) return
  console.log('Installing packages (once, about a minute) …')
  const npm = process.env.npm_execpath
  const args = ['ci', '--loglevel=error', '--no-audit', '--no-fund']
  const { code, output } = npm ? await run(process.execPath, [npm, ...args]) : await run('npm', args)
  if (code !== 0) throw new Error(`npm ci failed:\n${output.trim()}`)
  if (!existsSync(node24)) throw new Error(`npm ci did not install Node 24 (${node24}):\n${output.trim()}`)
}

/** npm keeps a copy of the lockfile in node_modules, written last: the two are held against each other. */
function isInstalled() {
  if (!existsSync(node24)) return false
  const installed = readPackages(`${root}/node_modules/.package-lock.json`)
  const wanted = readPackages(`${root}/package-lock.json`)
  if (!installed || !wanted) return false
  return Object.entries(wanted).every(([path, { version, optional, devOptional, peer }]) => {
    if (path === '') return true
    const there = installed[path]
    return there ? there.version === version : Boolean(optional || devOptional || peer)
  })
}

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, peer?: boolean }} Locked
 * @param {string} file
 * @returns {Record<string, Locked> | undefined}
 */
function readPackages(file) {
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages
  } catch {
    return undefined
  }
}
