import { fill } from '../../../locales/index.ts'
import type { Setting } from '../../forms/field.ts'
import { type AdminTexts, word } from '../../words.ts'

/** Names to look a text up by: `propose_plan.remedies.due`, `remedies.due`, `propose_plan.due`, `due`. */
const keysOf = (of: string, name: string, prefix: string): string[] => {
  const path = (prefix + name)
    .replace(/\.\d+\./g, '.')
    .replaceAll(':', '.')
    .split('.')
  return path.map((_, i) => path.slice(i).join('.')).flatMap((suffix) => [`${of}.${suffix}`, suffix])
}

/** The label of a field: the command's own, or the one all fields of that name have. */
export const labelOf = (text: AdminTexts, of: string, name: string, prefix = ''): string => {
  const key = keysOf(of, name, prefix).find((k) => k in text.field)
  return key ? word(text.field, key) : name
}

/** The label of an input by its whole name, with the number of the row it is in: `Claim 2`. */
export const labelOfInput = (text: AdminTexts, of: string, name: string): string => {
  const field = name.replace(/\.(amount|currency)$/, '')
  const cut = field.lastIndexOf('.') + 1
  const row = /\.(\d+)\./.exec(name)?.[1]
  return labelOf(text, of, field.slice(cut), field.slice(0, cut)) + (row ? ` ${Number(row) + 1}` : '')
}

/** What helps to fill a field in: how, in which time zone, in whose language. */
export const hintOf = (scene: Setting, of: string, field: { name: string; letter?: true }, prefix: string): string => {
  const { text, format } = scene.desk
  const key = keysOf(of, field.name, prefix).find((k) => k in text.hint)
  const language = field.letter ? languageOf(scene) : null
  return [
    key && fill(word(text.hint, key), { zone: format.zone.replace('Etc/', '') }),
    language && fill(text.letterIn, { language }),
  ]
    .filter(Boolean)
    .join(' ')
}

/** Name of the language of whoever reads what is typed, where it is not that of the page. */
const languageOf = ({ reader, desk }: Setting): string | null =>
  reader === null || reader.split('-')[0] === desk.locale.split('-')[0]
    ? null
    : (new Intl.DisplayNames(desk.locale, { type: 'language' }).of(reader) ?? reader)
