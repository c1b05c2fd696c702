import type { Instant } from '../core/vocabulary.ts'
import type { Env } from '../env.ts'
import { type Keys, loadKeys } from '../vault/keys.ts'
import { newId } from '../vault/tokens.ts'

/** What every action works with. */
export interface Services {
  env: Env
  db: D1Database
  /** The symbol that references and tokens name this database by. */
  database: string
  now(): Instant
  /** The installation's secrets. Rejects with `SecretError` when one is missing or malformed. */
  keys(): Promise<Keys>
  /** A fresh id, e.g. `id('pt')`. */
  id(prefix: string): string
  /** For what may still run after the answer. */
  waitUntil(work: Promise<unknown>): void
}

export interface ServicesOptions {
  /** The time to act at, if not the present: seeds and tests file cases in the past. */
  now?: () => Instant
  waitUntil?: (work: Promise<unknown>) => void
}

/** Runs in the Worker and, with the bindings of wrangler's `getPlatformProxy`, in Node. Keys are read when first asked for. */
export const createServices = (env: Env, options: ServicesOptions = {}): Services => {
  const now = options.now ?? (() => new Date().toISOString())
  return {
    env,
    db: env.DB,
    database: '0',
    now,
    keys: () => loadKeys(env),
    id: (prefix) => newId(prefix, Date.parse(now())),
    // Without a request to outlive, the runtime lets it finish; its failure is told by the next sweep.
    waitUntil: options.waitUntil ?? ((work) => void work.catch(() => undefined)),
  }
}

/** `at` so many milliseconds later. */
export const later = (at: Instant, milliseconds: number): Instant =>
  new Date(Date.parse(at) + milliseconds).toISOString()
