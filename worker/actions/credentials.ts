import { parseToken } from '../vault/tokens.ts'
import { isIntakeToken } from './intakeToken.ts'
import type { Credential } from './types.ts'

/** What a bearer token claims to be, told from its form alone. `none` for what is no token of ours. */
export const credentialOf = (bearer: string | null | undefined): Credential => {
  const text = bearer?.trim() ?? ''
  if (isIntakeToken(text)) return { kind: 'intake', token: text }
  const parsed = parseToken(text)
  switch (parsed?.kind) {
    case 'session':
      return { kind: 'session', token: parsed.token }
    case 'key':
      return { kind: 'key', token: parsed.token }
    case 'personal':
      return { kind: 'staff_token', token: parsed.token }
    default:
      return { kind: 'none' }
  }
}
