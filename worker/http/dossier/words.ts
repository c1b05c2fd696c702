import enAdmin from '../../locales/en/admin.ts'
import enDossier from '../../locales/en/dossier.ts'
import { type Labels, type Language, labels, type Texts } from '../../locales/index.ts'
import zhAdmin from '../../locales/zh-CN/admin.ts'
import zhDossier from '../../locales/zh-CN/dossier.ts'

export interface DossierWords {
  language: Language
  labels: Labels
  text: Texts<typeof enDossier>
  /** What happened, by the type of the event. */
  event: Readonly<Record<string, string>>
  /** What words of an event are, by their field. */
  field: Readonly<Record<string, string>>
  at: (instant: string) => string
}

const TEXTS = {
  en: { text: enDossier, admin: enAdmin },
  'zh-CN': { text: zhDossier, admin: zhAdmin },
} as const

export const wordsIn = (language: Language): DossierWords => {
  const { text, admin } = TEXTS[language]
  const time = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })
  return {
    language,
    labels: labels[language],
    text,
    event: admin.event,
    field: admin.field,
    at: (instant) => `${time.format(new Date(instant))} UTC`,
  }
}
