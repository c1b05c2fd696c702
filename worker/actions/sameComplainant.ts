import type { People } from '../notify/types.ts'
import { normaliseEmail, normalisePhone } from '../vault/blindIndex.ts'

/** Whether two cases have a contact of the complainant in common. */
export const sameComplainant = (a: People, b: People): boolean =>
  same(a.complainant.email, b.complainant.email, normaliseEmail) ||
  same(a.complainant.phone, b.complainant.phone, normalisePhone)

const same = (a: string | undefined, b: string | undefined, normalise: (value: string) => string | null): boolean => {
  const normal = a === undefined ? null : normalise(a)
  return normal !== null && b !== undefined && normal === normalise(b)
}
