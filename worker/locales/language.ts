/** Languages every text of the Worker exists in. The first is the one for whoever asks for none of them. */
export const LANGUAGES = ['en', 'zh-CN'] as const
export type Language = (typeof LANGUAGES)[number]

/** The shape of a locale's texts: the same keys, any words. What `en` has, every other language must have. */
export type Texts<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Texts<T[Key]> }

/**
 * Picks a language for a BCP 47 tag or an `Accept-Language` header (RFC 9110, 12.5.4), by primary language where the
 * exact tag is not at hand: `zh-Hans-SG` gets `zh-CN`.
 */
export const pickLanguage = <L extends string = Language>(
  wanted: string | null | undefined,
  among: readonly L[] = LANGUAGES as readonly string[] as readonly L[],
): L => {
  const exact = (tag: string) => among.find((language) => language.toLowerCase() === tag)
  const related = (tag: string) => among.find((language) => primary(language) === primary(tag))
  for (const tag of inOrder(wanted ?? '')) {
    const found = exact(tag) ?? related(tag)
    if (found) return found
  }
  return among[0] as L
}

const primary = (tag: string) => tag.toLowerCase().split('-')[0]

/** Tags in the order of preference; a tag refused with `q=0` is left out. */
const inOrder = (header: string): string[] =>
  header
    .slice(0, 1000)
    .toLowerCase()
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.split(';').map((text) => text.trim())
      const weight = parameters.find((text) => text.startsWith('q='))?.slice(2)
      return { tag, weight: weight === undefined ? 1 : Number(weight) || 0 }
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)

/** Right-to-left scripts, for `dir`; none of the languages at hand, but a site may add its own. */
export const directionOf = (language: string): 'ltr' | 'rtl' =>
  ['ar', 'fa', 'he', 'ur'].includes(primary(language) ?? '') ? 'rtl' : 'ltr'

/** Puts values into `{name}` places. A place without a value stays as it is, so that a test can find it. */
export const fill = (template: string, values: Readonly<Record<string, string | number>>): string =>
  template.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place))
