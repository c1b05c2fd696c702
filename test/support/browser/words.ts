import type { Texts } from '../../../widget/app/i18n.ts'
import enForm from '../../../widget/app/locales/en/form.ts'
import enLater from '../../../widget/app/locales/en/later.ts'
import enTracker from '../../../widget/app/locales/en/tracker.ts'
import zhForm from '../../../widget/app/locales/zh-CN/form.ts'
import zhLater from '../../../widget/app/locales/zh-CN/later.ts'
import zhTracker from '../../../widget/app/locales/zh-CN/tracker.ts'
import enDesk from '../../../worker/locales/en/admin.ts'
import enLabels from '../../../worker/locales/en/labels.ts'
import zhDesk from '../../../worker/locales/zh-CN/admin.ts'
import zhLabels from '../../../worker/locales/zh-CN/labels.ts'

/** What the buttons and fields of the widget are called, by language. */
export const widgetWords: Record<'en' | 'zh-CN', Texts> = {
  en: { ...enForm, ...enLater, ...enTracker },
  'zh-CN': { ...zhForm, ...zhLater, ...zhTracker },
}

/** The same for the staff desk. */
export const deskWords = {
  en: { ...enDesk, labels: enLabels },
  'zh-CN': { ...zhDesk, labels: zhLabels },
}

export type Language = keyof typeof widgetWords
