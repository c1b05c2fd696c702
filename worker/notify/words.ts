import en from '../locales/en/mail.ts'
import { labels } from '../locales/index.ts'
import { fill, type Language, type Texts } from '../locales/language.ts'
import zh from '../locales/zh-CN/mail.ts'
import type { Template } from './letters.ts'

type Mail = typeof en
// A template without a title fails here.
const english: Mail & Record<Template, { title: string }> = en
const mail: Readonly<Record<Language, Texts<Mail>>> = { en: english, 'zh-CN': zh }

/** The `{places}` of a text. */
type Places<T> = T extends `${string}{${infer Place}}${infer Rest}` ? Place | Places<Rest> : never
type Values<T> = [Places<T>] extends [never] ? [] : [values: Record<Places<T>, string | number>]

export type Group = keyof Mail
/** Says one text of a group in a language. A text with places cannot be said without their values. */
export type Say<G extends Group> = <K extends keyof Mail[G] & string>(key: K, ...values: Values<Mail[G][K]>) => string

export const say =
  <G extends Group>(language: Language, group: G): Say<G> =>
  (key, ...[values]) =>
    fill((mail[language][group] as Record<string, string>)[key] ?? '', values ?? {})

export const labelsIn = (language: Language) => labels[language]
