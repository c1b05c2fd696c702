import type { Frame, Page } from 'playwright-core'

/** Names of languages are given in that language. */
const LANGUAGES = ['English']

/**
 * What stands in a document in Latin letters, `known` words apart: text that nobody translated, the key of a text, a
 * place left unfilled. Looks at what is read and at what is read out.
 */
export const foreign = async (document: Page | Frame, known: readonly string[]): Promise<string[]> => {
  const texts = await document.evaluate(() => {
    const said = ['aria-label', 'title', 'alt', 'placeholder']
    const found: string[] = []
    for (const element of window.document.body.querySelectorAll('*')) {
      if (element.matches('script, style, noscript')) continue
      for (const node of element.childNodes)
        if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) found.push(node.textContent.trim())
      for (const name of said) found.push(element.getAttribute(name) ?? '')
    }
    return found
  })
  // The longest first: a number of a case may well hold a unit.
  const words = [...known, ...LANGUAGES].sort((one, other) => other.length - one.length)
  return texts.filter((text) => {
    const rest = words.reduce((left, word) => left.replaceAll(word, ''), text)
    return /\p{Script=Latin}{2}|[{}]|undefined|null/u.test(rest)
  })
}
