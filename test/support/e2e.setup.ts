import type { TestProject } from 'vitest/node'
import { shareBuild, startServer } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The Worker that all browser tests share; tests that break it start one of their own. */
    origin: string
    demoOrigin: string
  }
}

/** One real Worker for the whole e2e project. */
export default async function setup(project: TestProject) {
  const removeBuild = await shareBuild()
  const server = await startServer()
  project.provide('origin', server.origin)
  project.provide('demoOrigin', server.demoOrigin)
  return async () => {
    await server.stop()
    removeBuild()
  }
}
