import { credentialOf } from '../actions/credentials.ts'
import type { Credential } from '../actions/types.ts'
import type { HttpContext } from './http.ts'

/** `Authorization: Bearer <token>` (RFC 6750, 2.1); the scheme's case does not matter. */
export const credentialFrom = (c: HttpContext): Credential =>
  credentialOf(/^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1])

/** Who may call a route, for the API reference. Tokens of all kinds go into the same header. */
export const allow = (...kinds: ('intake' | 'session' | 'partner' | 'staff')[]): Record<string, string[]>[] =>
  kinds.map((kind) => ({ [kind]: [] }))
