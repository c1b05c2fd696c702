/// <reference types="vite/client" />
import type form from './locales/en/form.ts'
import type later from './locales/en/later.ts'
import type tracker from './locales/en/tracker.ts'

/** One text per CLDR plural category that the language has. */
export type Plural = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** The shape of a language's texts: the keys of English, any words. */
export type Shape<T> = {
  [K in keyof T]: T[K] extends string ? string : keyof T[K] extends Intl.LDMLPluralRule ? Plural : Shape<T[K]>
}
export type FormTexts = Shape<typeof form>
export type LaterTexts = Shape<typeof later>
export type TrackerTexts = Shape<typeof tracker>
export type Texts = FormTexts & LaterTexts & TrackerTexts

const FILES = import.meta.glob<{ default: Partial<Texts> }>('./locales/*/*.ts')
const spoken = [...new Set(Object.keys(FILES).map((path) => path.split('/')[2] as string))]
/** Parts of the texts that are loaded. */
const parts = new Set(['form'])

/** Texts in the language of the moment. Components read them when they render; a part is there when its code is. */
export const t = {} as Texts
export let locale = 'en'

/** The language we speak that comes closest to a BCP 47 tag: exact, then the same language, then English. */
export const closest = (tag: string, languages: readonly string[] = spoken): string => {
  const wanted = tag.toLowerCase()
  const main = (name: string) => name.split('-')[0]
  return (
    languages.find((name) => name.toLowerCase() === wanted) ??
    languages.find((name) => main(name) === main(wanted)) ??
    'en'
  )
}

const fetchPart = async (name: string, part: string) => (await FILES[`./locales/${name}/${part}.ts`]?.())?.default

/** Loads more parts of the texts. */
export const learn = async (more: readonly string[]): Promise<void> => {
  Object.assign(t, ...(await Promise.all(more.map((part) => fetchPart(locale, part)))))
  for (const part of more) parts.add(part)
}

/** Makes a language the current one, for the document too, once all parts in use are there. */
export const speak = async (tag: string): Promise<void> => {
  const name = closest(tag)
  setTexts(name, ...(await Promise.all([...parts].map((part) => fetchPart(name, part)))))
  document.documentElement.lang = name
  document.documentElement.dir = t.direction
}

export const setTexts = (name: string, ...texts: (Partial<Texts> | undefined)[]): void => {
  Object.assign(t, ...texts)
  locale = name
}

export const fill = (text: string, values: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))

export const plural = (texts: Plural, n: number, values: Record<string, string> = {}): string =>
  fill(texts[new Intl.PluralRules(locale).select(n)] ?? texts.other, {
    n: new Intl.NumberFormat(locale).format(n),
    ...values,
  })

export const unit = (unit: string, n: number, options: Intl.NumberFormatOptions = {}): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, ...options }).format(n)
