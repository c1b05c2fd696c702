import { join } from 'node:path'
import { getPlatformProxy } from 'wrangler'
import { createServices, type Services } from '../../worker/actions/services.ts'
import type { Env } from '../../worker/env.ts'
import { instance } from './instance.ts'

/**
 * Does something with the local instance's data while its Worker may be running: both open the same database files.
 * Standard output is left to the caller.
 */
export const withServices = async <T>(work: (services: Services) => Promise<T>): Promise<T> => {
  process.env.WRANGLER_LOG ??= 'error'
  const { env, dispose } = await getPlatformProxy<Env>({
    configPath: instance.config,
    persist: { path: join(instance.state, 'v3') },
    remoteBindings: false,
  })
  try {
    if (env.ENVIRONMENT !== 'local') throw new Error('There is no local instance yet: npm start makes one.')
    return await work(createServices(env))
  } finally {
    await dispose()
  }
}

/** Ends the process with a message for a person. */
export const fail = (message: string): never => {
  console.error(message)
  process.exit(1)
}
