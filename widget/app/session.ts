import type { Grant } from '../../sdk/src/index.ts'

/** Somebody signed in to a case, in this tab. */
export interface Session extends Grant {
  reference: string
  as: 'complainant' | 'representative'
}
