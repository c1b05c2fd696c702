import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Unstable_RawConfig as RawConfig, experimental_readRawConfig as readRawConfig } from 'wrangler'
import { startDemo } from '../../scripts/demo-server.mjs'
import { buildWidget } from '../../scripts/lib/build.mjs'
import { root, wrangler } from '../../scripts/lib/paths.mjs'
import { freePort } from '../../scripts/lib/ports.mjs'
import { mustRunNode } from '../../scripts/lib/run.mjs'
import { newSecrets } from '../../scripts/lib/secrets.mjs'
import { applyMigrations, runCron, startWorker } from '../../scripts/lib/worker.mjs'

export interface ServerOptions {
  /** What scripts/seed.ts puts into the fresh database: everything unless told otherwise, or sites and staff alone. */
  seed?: 'all' | 'people' | 'nothing'
  /** More variables for the Worker, or other values. */
  vars?: Record<string, string>
  /** Keep the rate limits of wrangler.toml; otherwise they are set so high that no test meets them. */
  rateLimits?: boolean
}

/** A real Worker in workerd with a database of its own, and the demo host pages on another origin. */
export interface TestServer {
  origin: string
  demoOrigin: string
  /** The folder with the raw files of D1 and R2. */
  state: string
  secrets: ReturnType<typeof newSecrets>
  /** What the Worker has printed since it was last started. */
  output(): string
  /** Runs the cron trigger once. */
  cron(): Promise<void>
  /** Ends the Worker with SIGKILL, wherever it is. */
  kill(): Promise<void>
  /** Starts it again (ending it first if need be) on the same port, with the same data and secrets. */
  restart(): Promise<void>
  /** Ends everything and removes its files. */
  stop(): Promise<void>
}

/** Where the e2e project's global setup has put the built Worker, so that each server does not build its own. */
const BUILD = 'REDRESS_TEST_BUILD'

const seedScript = join(root, 'scripts/seed.ts')

/**
 * @example
 * const server = await startServer()
 * await fetch(`${server.origin}/health`)
 * await server.stop()
 */
export async function startServer(options: ServerOptions = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-server-'))
  try {
    return await startIn(folder, options)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

async function startIn(folder: string, { seed = 'all', vars = {}, rateLimits = false }: ServerOptions) {
  const build = process.env[BUILD]
  if (build) cpSync(build, folder, { recursive: true })
  else await buildWorker(folder)

  const port = await freePort()
  const demoPort = await freePort()
  const origin = `http://localhost:${port}`
  const demoOrigin = `http://localhost:${demoPort}`
  const state = join(folder, 'state')
  const secrets = newSecrets()
  const config = writeConfig(folder, rateLimits, {
    ENVIRONMENT: 'local',
    PUBLIC_ORIGIN: origin,
    ...secrets,
    ...vars,
  })

  if (existsSync(join(root, 'worker/migrations'))) await applyMigrations(state, config)
  if (seed !== 'nothing') {
    const instance = { REDRESS_ORIGIN: origin, DEMO_ORIGIN: demoOrigin, REDRESS_CONFIG: config, REDRESS_STATE: state }
    const env = { ...instance, REDRESS_SEED: seed }
    await mustRunNode('Seeding', [seedScript], { env })
  }

  let worker = await startWorker({ port, state, config })
  const demo = await startDemo({ port: demoPort, redress: origin })

  const server: TestServer = {
    origin,
    demoOrigin,
    state,
    secrets,
    output: () => worker.lines.join('\n'),
    cron: async () => {
      const { ok, status } = await runCron(origin)
      if (!ok) throw new Error(`The cron trigger answered ${status}:\n${server.output()}`)
    },
    kill: () => worker.kill(),
    restart: async () => {
      await worker.stop()
      worker = await startWorker({ port, state, config })
    },
    stop: async () => {
      await Promise.all([worker.stop(), demo.stop()])
      rmSync(folder, { recursive: true, force: true })
    },
  }
  return server
}

/** Bundles the Worker and copies the built widget into the folder, so that later changes of the sources do not matter. */
export async function buildWorker(folder: string): Promise<void> {
  const widget = join(root, 'dist/widget')
  if (!existsSync(join(widget, 'manifest.json')) || !existsSync(join(widget, 'widget.js'))) await buildWidget()
  cpSync(widget, join(folder, 'widget'), { recursive: true })
  const args = ['deploy', '--dry-run', '--outdir', join(folder, 'worker'), '--config', join(root, 'wrangler.toml')]
  await mustRunNode('Bundling the Worker', [wrangler, ...args])
}

/** Builds once for all servers that this process and its children start. */
export async function shareBuild(): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'redress-build-'))
  await buildWorker(folder)
  process.env[BUILD] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}

/** wrangler.toml, changed to serve what was built into the folder. */
function writeConfig(folder: string, rateLimits: boolean, vars: Record<string, string>): string {
  const rawConfig: RawConfig = readRawConfig({ config: join(root, 'wrangler.toml') }).rawConfig
  const config = {
    ...rawConfig,
    main: 'worker/index.js',
    no_bundle: true,
    vars: { ...rawConfig.vars, ...vars },
    assets: { ...rawConfig.assets, directory: 'widget' },
    d1_databases: rawConfig.d1_databases?.map((database) => ({
      ...database,
      migrations_dir: database.migrations_dir && join(root, database.migrations_dir),
    })),
    ratelimits: rawConfig.ratelimits?.map((limit) =>
      rateLimits ? limit : { ...limit, simple: { ...limit.simple, limit: 1_000_000 } },
    ),
  }
  const file = join(folder, 'wrangler.json')
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, JSON.stringify(config, null, 2))
  return file
}
