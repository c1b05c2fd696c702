/** The name of a language in that language. Chinese is told apart by its script, as its readers do. */
export const languageName = (tag: string): string => {
  const name = tag.startsWith('zh') ? `zh-${new Intl.Locale(tag).maximize().script}` : tag
  return new Intl.DisplayNames(tag, { type: 'language' }).of(name) ?? tag
}
