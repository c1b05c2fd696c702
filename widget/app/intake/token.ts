import type { Grant } from '../../../sdk/src/index.ts'
import { forget, keep, kept } from '../storage.ts'
import { earn } from './earn.ts'

let wanted: Promise<string> | null = null

/**
 * The token with which files are uploaded and one complaint is filed. Earning it takes the device seconds of work, so the
 * form asks for it when somebody begins to type.
 */
export const intakeToken = (siteKey: string): Promise<string> => {
  const known = kept<Grant>('intake')
  if (known && Date.parse(known.expiresAt) - Date.now() > 60_000) return Promise.resolve(known.token)
  wanted ??= earn(siteKey)
    .then((grant) => {
      keep('intake', grant)
      return grant.token
    })
    .finally(() => {
      wanted = null
    })
  return wanted
}

/** After filing, and when the server no longer takes it. */
export const dropIntakeToken = (): void => forget('intake')
