import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Staff } from '../actions/types.ts'
import type { Instant } from '../core/vocabulary.ts'
import type { Format } from './format.ts'
import type { Words } from './words.ts'

/** What every page of the staff desk is drawn with. */
export interface Desk extends Words {
  format: Format
  now: Instant
  /** Path and query of the page, to come back to after the language was changed. */
  here: string
  /** Proves that a form came from a page of this session; empty before signing in. */
  csrf: string
  me: Staff | null
  /** Names of staff by id. */
  names: ReadonlyMap<string, string>
}

const Context = createContext<Desk | null>(null)
export const DeskProvider = Context.Provider

export const useDesk = (): Desk => {
  const desk = useContext(Context)
  if (!desk) throw new Error('drawn outside of a page')
  return desk
}
