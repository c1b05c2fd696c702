import enLabels from './en/labels.ts'
import enPages from './en/pages.ts'
import enProblems from './en/problems.ts'
import type { Language, Texts } from './language.ts'
import zhLabels from './zh-CN/labels.ts'
import zhPages from './zh-CN/pages.ts'
import zhProblems from './zh-CN/problems.ts'

export { directionOf, fill, LANGUAGES, type Language, pickLanguage, type Texts } from './language.ts'

export type Labels = Texts<typeof enLabels>
export type Pages = Texts<typeof enPages>
export type Problems = Texts<typeof enProblems>

export const labels: Readonly<Record<Language, Labels>> = { en: enLabels, 'zh-CN': zhLabels }
export const pages: Readonly<Record<Language, Pages>> = { en: enPages, 'zh-CN': zhPages }
export const problems: Readonly<Record<Language, Problems>> = { en: enProblems, 'zh-CN': zhProblems }
