import { type Challenge, challenge, type Grant, redeem } from '../../../sdk/src/index.ts'
import { api } from '../api.ts'
import solverUrl from './solver.ts?worker&url'

/** Asks for a challenge, solves it in a Web Worker, and exchanges the solution for an intake token. */
export const earn = async (siteKey: string): Promise<Grant> => {
  const asked = await challenge(api(), siteKey)
  return redeem(api(), await solveIn(new Worker(trusted(solverUrl), { type: 'module' }), asked))
}

const solveIn = (worker: Worker, asked: Challenge) =>
  new Promise<string>((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      worker.terminate()
      resolve(data)
    }
    worker.onerror = reject
    worker.postMessage(asked)
  })

interface Factory {
  /** Gives a TrustedScriptURL, which the DOM's typings still call a string. */
  createScriptURL: (url: string) => string
}

const types = (globalThis as { trustedTypes?: { createPolicy: (name: string, rules: Factory) => Factory } })
  .trustedTypes
const policy = types?.createPolicy('redress', { createScriptURL: (url) => url })

/** The one URL that this app turns into code itself; see `require-trusted-types-for` in the page's policy. */
const trusted = (url: string): string => policy?.createScriptURL(url) ?? url
