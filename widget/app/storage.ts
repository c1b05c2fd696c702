/**
 * What this tab keeps: the draft, and who is signed in. Browsers may refuse storage to frames; then everything lives in
 * memory, and the form says so.
 */
const memory = new Map<string, string>()

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
    sessionStorage.setItem(`redress:${key}`, text)
  } catch {
    // Refused or full; memory still has it.
  }
}

export const kept = <T>(key: string): T | null => {
  const text = memory.get(key) ?? (storageWorks ? sessionStorage.getItem(`redress:${key}`) : null)
  return text ? (JSON.parse(text) as T) : null
}

export const forget = (key: string): void => {
  memory.delete(key)
  if (storageWorks) sessionStorage.removeItem(`redress:${key}`)
}
