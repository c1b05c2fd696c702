import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWidget } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { root } from './lib/paths.mjs'
import { runNode } from './lib/run.mjs'

const packages = `${root}/node_modules`
const reports = mkdtempSync(join(tmpdir(), 'redress-test-'))
let passed = 0
let failed = 0

try {
  await ensureInstalled()
  await check('Widget build', async () => {
    await buildWidget()
    return { code: 0, output: '' }
  })
  await check('Format and lint', () =>
    runNode([`${packages}/@biomejs/biome/bin/biome`, 'check', '--error-on-warnings', '--colors=off']),
  )
  await check('Types', () => runNode([`${packages}/@typescript/native/bin/tsc`, '--build', '--pretty', 'false']))
  await check('Import rules', () =>
    runNode([
      `${packages}/dependency-cruiser/bin/dependency-cruiser.mjs`,
      ...['--config', '.dependency-cruiser.cjs', 'worker', 'widget', 'sdk'],
    ]),
  )
  // The browser tests run by themselves: they are the ones that mind being slowed down.
  await tests('core', 'worker')
  await tests('e2e')
} catch (error) {
  failed++
  console.error(error instanceof Error ? error.message : error)
} finally {
  rmSync(reports, { recursive: true, force: true })
}

process.exitCode = failed > 0 ? 1 : 0
console.log(`\n${passed} passed, ${failed} failed`)

/**
 * A static check counts as one test.
 * @param {string} name
 * @param {() => Promise<{ code: number, output: string }>} work
 */
async function check(name, work) {
  const begun = Date.now()
  const { code, output } = await work().catch((error) => ({ code: 1, output: String(error?.message ?? error) }))
  const seconds = ((Date.now() - begun) / 1000).toFixed(1)
  if (code === 0) {
    passed++
    console.log(`✓ ${name} (${seconds} s)`)
  } else {
    failed++
    console.log(`✗ ${name} (${seconds} s)\n${output.trim()}\n`)
  }
}

/** @param {...string} projects */
async function tests(...projects) {
  const report = join(reports, `${projects.join('-')}.json`)
  const { code } = await runNode(
    [
      `${packages}/vitest/vitest.mjs`,
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { show: true },
  )
  const totals = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
  passed += totals.passed
  // Something can go wrong outside of every test: an unhandled rejection, a setup, the runner itself.
  failed += totals.failed || (code === 0 ? 0 : 1)
}

/**
 * A file that could not even be loaded is one failure.
 * @param {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 */
function count({ numPassedTests, numFailedTests, testResults }) {
  const unloaded = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((assertion) => assertion.status === 'failed'),
  )
  return { passed: numPassedTests, failed: numFailedTests + unloaded.length }
}
