import type { Refusal } from '../../core/refusal.ts'
import { type Language, labels, problems } from '../../locales/index.ts'

/** What stands in the places of a text. */
export type Values = Record<string, string | number>

/** What a refused file turned out to be; an accepted kind has its media type for a name. */
export const foundIn = (language: Language, found: string | number | undefined): Values => {
  const texts = problems[language].found
  return typeof found === 'string' && found in texts ? { found: texts[found as keyof typeof texts] } : {}
}

export const needsIn = (language: Language, needs: readonly string[]): string => {
  const texts = problems[language]
  const word = (need: string) => (need in texts.needs ? texts.needs[need as keyof typeof texts.needs] : need)
  return needs.map(word).join(texts.separator)
}

/** What a refusal carries, in words: stages and parts by their names, lists by their length, moments as dates. */
export const valuesOf = (refusal: Refusal, language: Language): Values => {
  const texts = problems[language]
  const values: Values = {}
  for (const [name, value] of Object.entries(refusal)) {
    if (typeof value === 'number') values[name] = value
    else if (Array.isArray(value)) values.count = value.length
    else if (typeof value === 'string') values[name] = MOMENTS.has(name) ? inWords(value, language) : value
  }
  switch (refusal.refused) {
    case 'wrong_stage': {
      const { stage } = labels[language]
      values.stage = stage[refusal.stage]
      values.allowedIn = refusal.allowedIn.map((one) => stage[one]).join(texts.separator)
      break
    }
    case 'not_permitted':
    case 'ineligible_staff':
      values.needs = needsIn(language, refusal.needs)
      break
    case 'conflict_of_interest':
      values.conflict = texts.conflict[refusal.conflict]
      break
    case 'decision_incomplete':
      values.missing = refusal.missing.map((part) => texts.part[part]).join(texts.separator)
      break
  }
  return values
}

const MOMENTS = new Set(['until', 'than', 'latest', 'receivedAt'])

/** A day as a day, a moment to the minute in UTC. */
const inWords = (text: string, language: Language): string =>
  /^\d{4}-\d\d-\d\d$/.test(text)
    ? new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(text))
    : `${new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(new Date(text))} UTC`
