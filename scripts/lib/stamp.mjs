import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * A hash over files and whole folders, by name and content; what does not exist counts as empty.
 * @param {...string} paths
 */
export function hashOf(...paths) {
  const hash = createHash('sha256')
  for (const path of paths) for (const file of filesUnder(path)) hash.update(`${file}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function filesUnder(path) {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .filter(({ name }) => name !== 'node_modules' && name !== 'dist')
    .map(({ name }) => join(path, name))
    .sort()
    .flatMap(filesUnder)
}

/**
 * Does the work unless the stamp says that it was done for the same input; stamps it once it is done.
 * @param {string} file where the stamp is kept
 * @param {string} value what the work depends on
 * @param {() => Promise<unknown>} work
 * @returns {Promise<boolean>} whether it was done now
 */
export async function onceFor(file, value, work) {
  if (existsSync(file) && readFileSync(file, 'utf8') === value) return false
  await work()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, value)
  return true
}
