import { fromBase64url, toBase64url, utf8 } from '../core/encoding.ts'
import type { ListedCase, Order, Position } from '../store/lists.ts'

/** Cursors name their version and order: one made by other software, or for another order, begins the list anew. */
const VERSION = 1

export const cursorOf = (last: ListedCase, order: Order): string =>
  toBase64url(utf8(JSON.stringify([VERSION, order, order === 'due' ? last.nextDueAt : last.updatedAt, last.id])))

export const positionOf = (cursor: string | undefined, order: Order): Position | null => {
  const bytes = fromBase64url(cursor)
  if (!bytes) return null
  try {
    const [version, sorted, at, id] = JSON.parse(new TextDecoder().decode(bytes)) as unknown[]
    const ours = version === VERSION && sorted === order && typeof at === 'string' && typeof id === 'number'
    return ours ? { at, id } : null
  } catch {
    return null
  }
}
