import type { ClockKind } from '../core/vocabulary.ts'
import enAdmin from '../locales/en/admin.ts'
import {
  type Labels,
  type Language,
  labels,
  type Problems,
  pickLanguage,
  problems,
  type Texts,
} from '../locales/index.ts'
import zhAdmin from '../locales/zh-CN/admin.ts'

export type AdminTexts = Texts<typeof enAdmin>

const texts: Readonly<Record<Language, AdminTexts>> = { en: enAdmin, 'zh-CN': zhAdmin }

/** All words of one language that staff pages are drawn with. */
export interface Words {
  locale: Language
  text: AdminTexts
  labels: Labels
  problems: Problems
}

/** The words of a BCP 47 tag or an `Accept-Language` header, or of the nearest language there is. */
export const wordsIn = (wanted: string | undefined): Words => {
  const locale = pickLanguage(wanted)
  return { locale, text: texts[locale], labels: labels[locale], problems: problems[locale] }
}

/** A word by a name that comes from data; the name itself where it is unknown, e.g. a site's own category. */
export const word = (part: object, name: string): string => {
  const found = (part as Record<string, unknown>)[name]
  return typeof found === 'string' ? found : name
}

/** The name of a clock as staff say it. */
export const clockName = ({ text, labels }: Pick<Words, 'text' | 'labels'>, kind: ClockKind): string =>
  word(kind in text.clock.name ? text.clock.name : labels.clock, kind)
