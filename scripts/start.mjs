import { existsSync } from 'node:fs'
import { startDemo } from './demo-server.mjs'
import { ensureWidget } from './lib/build.mjs'
import { ensureInstalled } from './lib/install.mjs'
import { quietly } from './lib/output.mjs'
import { localState, root } from './lib/paths.mjs'
import { isTaken } from './lib/ports.mjs'
import { mustRunNode, runNode } from './lib/run.mjs'
import { ensureDevVars } from './lib/secrets.mjs'
import { hashOf, onceFor } from './lib/stamp.mjs'
import { applyMigrations, runCron, startWorker } from './lib/worker.mjs'

const port = portFrom('PORT', 8787)
const demoPort = portFrom('DEMO_PORT', port + 1)
const origin = `http://localhost:${port}`
const demoOrigin = `http://localhost:${demoPort}`

/** How other scripts are told which instance is meant. */
const instance = {
  REDRESS_ORIGIN: origin,
  DEMO_ORIGIN: demoOrigin,
  REDRESS_CONFIG: `${root}/wrangler.toml`,
  REDRESS_STATE: localState,
}

/** @type {(() => Promise<unknown>)[]} what must end before this process does, last started first */
const ending = []
/** @type {Promise<void> | undefined} */
let ended

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => void end(0))

try {
  await start()
} catch (error) {
  if (!ended) console.error(`\n${error instanceof Error ? error.message : error}`)
  await end(1)
}

async function start() {
  await refuseTakenPort(port, 'PORT')
  await refuseTakenPort(demoPort, 'DEMO_PORT')

  await ensureInstalled()
  if (await ensureWidget()) console.log('Built the widget.')
  ensureDevVars(`${root}/.dev.vars`)
  await prepareDatabase()

  console.log('Starting …')
  const print = quietly((line) => console.log(line))
  const worker = await startWorker({
    port,
    state: localState,
    vars: { PUBLIC_ORIGIN: origin },
    logLevel: 'warn',
    onLine: print,
  })
  ending.unshift(worker.stop)
  const demo = await startDemo({ port: demoPort, redress: origin })
  ending.unshift(demo.stop)
  runCronEveryMinute()
  worker.closed.then(() => {
    if (ended) return
    console.error('The Worker has ended.')
    void end(1)
  })

  await printWhereToGo()
}

async function prepareDatabase() {
  const migrations = `${root}/worker/migrations`
  if (existsSync(migrations)) {
    const applied = await onceFor(`${localState}/.redress-migrated`, hashOf(migrations), () =>
      applyMigrations(localState),
    )
    if (applied) console.log('Prepared the database.')
  }
  const seed = `${root}/scripts/seed.ts`
  if (existsSync(seed)) {
    const seeded = await onceFor(`${localState}/.redress-seeded`, 'done', () =>
      mustRunNode('Seeding the demo data', [seed], { env: instance }),
    )
    if (seeded) console.log('Seeded the demo data.')
  }
}

/** @param {number} wanted @param {string} variable */
async function refuseTakenPort(wanted, variable) {
  if (!(await isTaken(wanted))) return
  throw new Error(
    `Port ${wanted} is taken: something else is listening there (another npm start?).\n` +
      `End it, or choose another port: ${variable}=${wanted + 100} npm start`,
  )
}

/** @param {string} variable @param {number} otherwise */
function portFrom(variable, otherwise) {
  const text = process.env[variable]
  if (!text) return otherwise
  const number = Number(text)
  if (Number.isInteger(number) && number > 0 && number < 65_535) return number
  console.error(`${variable} must be a port number, not "${text}".`)
  process.exit(1)
}

/** What Cloudflare's cron does in production: on every full minute. */
function runCronEveryMinute() {
  let timer = setTimeout(async function tick() {
    await runCron(origin).catch(() => {})
    timer = setTimeout(tick, 60_000 - (Date.now() % 60_000))
  }, 1_000)
  ending.unshift(async () => clearTimeout(timer))
}

async function printWhereToGo() {
  const places = [
    ['Demo page (trading)', `${demoOrigin}/trading/`],
    ['Demo page (events)', `${demoOrigin}/events/`],
    ['Hosted form', `${origin}/c/pk_demo_trading`],
    ['Tracker', `${origin}/c/pk_demo_trading#track`],
    ['Admin', `${origin}/admin`],
    ['Mailbox', `${origin}/mailbox`],
    ['API docs', `${origin}/docs`],
  ]
  console.log('\nRedress is running.\n')
  for (const [name = '', url] of places) console.log(`  ${name.padEnd(22)}${url}`)

  const staff = `${root}/scripts/staff.ts`
  if (existsSync(staff)) {
    const { code, output } = await runNode([staff], { env: instance })
    if (code === 0) console.log(`\n${output.trimEnd()}`)
  }
  console.log('\nCtrl-C ends it; npm run reset clears its data.\n')
}

/** @param {number} code */
function end(code) {
  ended ??= (async () => {
    for (const stop of ending) await stop()
    process.exit(code)
  })()
  return ended
}
