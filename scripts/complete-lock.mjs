import { readFileSync, writeFileSync } from 'node:fs'
import { root } from './lib/paths.mjs'

/**
 * npm leaves platform packages out of the lockfile when it could not see them while installing; npm ci then refuses the
 * lockfile, on this platform and on theirs. This names them, so that each machine can install its own.
 * Run it after npm install has changed package-lock.json.
 */
const file = `${root}/package-lock.json`
const lock = JSON.parse(readFileSync(file, 'utf8'))

const OS = { darwin: 'darwin', linux: 'linux', windows: 'win32', win32: 'win32', android: 'android' }
const MORE_OS = { freebsd: 'freebsd', openbsd: 'openbsd', netbsd: 'netbsd', sunos: 'sunos', aix: 'aix' }
const RARE_OS = { openharmony: 'openharmony', linuxmusl: 'linux' }
const CPU = { x64: 'x64', 64: 'x64', arm64: 'arm64', arm: 'arm', ia32: 'ia32', ppc64: 'ppc64', s390x: 's390x' }
const RARE_CPU = { riscv64: 'riscv64', loong64: 'loong64', mips64el: 'mips64el', wasm32: 'wasm32' }

let added = 0
for (const [path, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    if (path === '' || isLocked(path, name)) continue
    const platform = platformOf(name)
    if (!platform) {
      console.error(`${path} wants ${name}@${version}, whose platform its name does not tell: add it by hand.`)
      process.exitCode = 1
      continue
    }
    const { os, cpu, libc } = platform
    // In the order in which npm writes them.
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu,
      ...(parent.dev ? { dev: true } : {}),
      ...(libc ? { libc } : {}),
      optional: true,
      ...(os ? { os } : {}),
    }
    added++
  }
}

if (added > 0) {
  const { '': project, ...rest } = lock.packages
  const others = Object.entries(rest).sort(([one], [other]) => one.localeCompare(other, 'en'))
  lock.packages = { '': project, ...Object.fromEntries(others) }
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
}
console.log(`${added} platform packages added to package-lock.json`)

/** Whether the package is found from there, in that folder or one above. */
function isLocked(/** @type {string} */ path, /** @type {string} */ name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    if (lock.packages[`${at}${at ? '/' : ''}node_modules/${name}`]) return true
    if (at === '') return false
  }
}

/** @param {string} name */
function platformOf(name) {
  const words = (name.split('/').pop() ?? '').split(/[-.]/)
  const os = find(words, { ...OS, ...MORE_OS, ...RARE_OS })
  const cpu = find(words, { ...CPU, ...RARE_CPU })
  if (!cpu || !(os || cpu === 'wasm32')) return undefined
  const musl = words.some((word) => word.includes('musl'))
  const libc = os === 'linux' && (musl || words.includes('gnu')) ? [musl ? 'musl' : 'glibc'] : undefined
  return { cpu: [cpu], os: os ? [os] : undefined, libc }
}

/** @param {string[]} words @param {Record<string, string>} table */
function find(words, table) {
  const word = words.find((candidate) => candidate in table)
  return word && table[word]
}
