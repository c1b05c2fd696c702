import { type Connection, RedressError } from '../../sdk/src/index.ts'
import { locale, t } from './i18n.ts'

/** The API on this page's own origin, in the language of the moment. */
export const api = (token?: string): Connection => ({ baseUrl: '', language: locale, ...(token && { token }) })

/** What went wrong, in the reader's language: the server's own words where it gave some. */
export const inWords = (error: unknown): string => {
  if (!(error instanceof RedressError) || error.status >= 500) return t.failed
  return error.status ? error.message : t.offline
}

export const statusOf = (error: unknown): number => (error instanceof RedressError ? error.status : -1)
