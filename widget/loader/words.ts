/** The words the host page itself needs, by language: the button, and closing a dialog before the app is there. */
const WORDS: Record<string, readonly [open: string, close: string]> = {
  zh: ['我要投诉', '关闭'],
}

export const wordsOf = (locale: string) => WORDS[locale.slice(0, 2)] ?? (['Make a complaint', 'Close'] as const)
