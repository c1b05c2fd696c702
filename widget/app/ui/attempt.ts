import { useState } from 'preact/hooks'

export interface Attempt {
  busy: boolean
  /** Why the last one failed as a whole. */
  failure: string
  /** Grows with every attempt; see Faults. */
  count: number
  /** Begins one; `busy` unless told that it goes no further. */
  begin: (busy?: boolean) => void
  fail: (words: string) => void
}

/** Attempts to get something through: whether one is under way, and how the last one failed. */
export const useAttempt = (failed = ''): Attempt => {
  const [state, set] = useState({ busy: false, failure: failed, count: 0 })
  const next = (busy: boolean, failure: string) => set(({ count }) => ({ busy, failure, count: count + 1 }))
  return { ...state, begin: (busy = true) => next(busy, ''), fail: (words) => next(false, words) }
}
