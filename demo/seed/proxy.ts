import { join } from 'node:path'
import { getPlatformProxy } from 'wrangler'
import { createServices, type Services } from '../../worker/actions/services.ts'
import type { Env } from '../../worker/env.ts'
import { instance } from './instance.ts'

/** How often to try while the running Worker holds the database. */
const TRIES = 5

/**
 * Does something with the local instance's data while its Worker may be running: both open the same database files, so
 * `work` must bear being done twice. Standard output is left to the caller.
 */
export const withServices = async <T>(work: (services: Services) => Promise<T>): Promise<T> => {
  process.env.WRANGLER_LOG ??= 'error'
  const { env, dispose } = await getPlatformProxy<Env>({
    configPath: instance.config,
    persist: { path: join(instance.state, 'v3') },
    remoteBindings: false,
  })
  try {
    if (env.ENVIRONMENT !== 'local') throw new Error(NOT_STARTED)
    return await patiently(() => work(createServices(env)))
  } finally {
    await dispose()
  }
}

const NOT_STARTED = 'There is no local instance yet: npm start makes one.'

const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let left = TRIES; ; left--) {
    try {
      return await work()
    } catch (error) {
      const message = error instanceof Error ? error.message : ''
      if (message.includes('no such table')) throw new Error(NOT_STARTED)
      // What workerd says when another process is writing: SQLITE_BUSY, at times as an internal error.
      if (left === 1 || !/SQLITE_BUSY|internal error/.test(message)) throw error
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

/** Prints the answer, or why there is none, and nothing else. */
export const printOnly = async (answer: () => Promise<string>): Promise<void> => {
  try {
    console.log(await answer())
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
