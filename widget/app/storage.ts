/**
 * What this tab keeps: the draft, and who is signed in. Browsers may refuse storage to frames; then everything lives in
 * memory, and the form says so.
 */
const memory = new Map<string, string>()
let prefix = ''

/** Sites that share this origin share nothing else. */
export const keepFor = (siteKey: string): void => {
  prefix = `redress:${siteKey}:`
}

export const storageWorks: boolean = (() => {
  try {
    sessionStorage.setItem('redress', '')
    sessionStorage.removeItem('redress')
    return true
  } catch {
    return false
  }
})()

export const keep = (key: string, value: unknown): void => {
  const text = JSON.stringify(value)
  memory.set(key, text)
  try {
    sessionStorage.setItem(prefix + key, text)
  } catch {
    // Refused or full; memory still has it.
  }
}

export const kept = <T>(key: string): T | null => {
  const text = memory.get(key) ?? (storageWorks ? sessionStorage.getItem(prefix + key) : null)
  return text ? (JSON.parse(text) as T) : null
}

export const forget = (key: string): void => {
  memory.delete(key)
  if (storageWorks) sessionStorage.removeItem(prefix + key)
}

/**
 * The idempotency key of a request: the same for the same words, also after a reload, so that what is sent twice happens
 * once. `slot` is where it is kept.
 */
export const keyFor = (slot: string, body: unknown): string => {
  const text = JSON.stringify(body)
  const last = kept<{ text: string; key: string }>(slot)
  const key = last?.text === text ? last.key : crypto.randomUUID()
  keep(slot, { text, key })
  return key
}
