import type { Kind, Refused } from './kinds.ts'
import { identifyOle } from './ole.ts'
import { hintOf, MARKUP } from './signatures.ts'
import { latin1, type Source } from './source.ts'
import { identifyText } from './text.ts'
import { directoryOf, identifyZip } from './zip.ts'

export type Identified = { kind: Kind } | { refused: Refused }

/** Enough for signatures, and for a good sample of text. */
const HEAD = 256 * 1024

/**
 * What a file is by its content. The name is asked only where content cannot tell: plain text, CSV and e-mail.
 *
 * The head and, because a ZIP is read from its end, the tail are looked at: a file that is two things at once, one for
 * whoever checks it and another for whoever opens it, is refused.
 */
export const identify = async (source: Source, name: string): Promise<Identified> => {
  const head = await source.read(0, HEAD)
  const hint = hintOf(head)
  if ('look' in hint && hint.look === 'zip') return identifyZip(source)
  const found = await follow(hint, source, head, name)
  if ('refused' in found) return found
  if (hasMarkup(head) && !found.kind.startsWith('text/') && found.kind !== 'message/rfc822')
    return { refused: 'two_formats' }
  return (await directoryOf(source)) ? { refused: 'two_formats' } : found
}

/** From the first part alone: whether sending the rest is in vain. */
export const refuseEarly = (head: Uint8Array): Refused | null => {
  const hint = hintOf(head)
  return 'refused' in hint ? hint.refused : null
}

const follow = async (
  hint: ReturnType<typeof hintOf>,
  source: Source,
  head: Uint8Array,
  name: string,
): Promise<Identified> => {
  if (!('look' in hint)) return hint
  return hint.look === 'ole' ? identifyOle(source) : identifyText(head, head.length === source.size, name)
}

const hasMarkup = (head: Uint8Array): boolean => MARKUP.test(latin1(head.subarray(0, 1024)))
