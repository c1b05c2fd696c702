import type { People } from '../notify/types.ts'
import { type ContactKind, normaliseEmail, normalisePhone } from '../vault/blindIndex.ts'

/** Whether two cases have a contact of the complainant in common. */
export const sameComplainant = (a: People, b: People): boolean =>
  sameAddress('email', a.complainant.email, b.complainant.email) ||
  sameAddress('phone', a.complainant.phone, b.complainant.phone)

/** Whether two addresses or numbers, as typed, are one: by the form under which the blind index knows them. */
export const sameAddress = (kind: ContactKind, a: string | undefined, b: string | undefined): boolean => {
  if (a === undefined || b === undefined) return false
  const normalise = kind === 'email' ? normaliseEmail : normalisePhone
  const normal = normalise(a)
  return normal !== null && normal === normalise(b)
}
