/**
 * Lets through what the Worker says and what went wrong, and drops wrangler's chatter.
 * @param {(line: string) => void} print
 */
export function quietly(print) {
  let inNotice = false
  return (/** @type {string} */ line) => {
    const plain = stripColours(line)
    if (plain.includes('Scheduled Workers are not automatically triggered')) inNotice = true
    if (inNotice) {
      if (plain.includes('For more details')) inNotice = false
      return
    }
    if (plain.trim() === '' || /^(⎔|🪵|⛅️|─+$|\[wrangler:info\])/u.test(plain.trim())) return
    print(line)
  }
}

/** @param {string} text */
export function stripColours(text) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what colours are made of
  return text.replace(/\u001b\[[\d;]*m/g, '')
}
