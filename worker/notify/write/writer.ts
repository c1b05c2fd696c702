import { type Language, pickLanguage } from '../../locales/language.ts'
import { type Format, formatIn } from '../format.ts'
import type { Body, Common, Letters, PlannedRemedy, Template } from '../letters.ts'
import { type Block, section, text } from '../page.ts'
import type { Envelope } from '../types.ts'
import { type Group, labelsIn, type Say, say } from '../words.ts'

/** The tools a letter is written with: words, names, dates in its language and its time zone. */
export interface Writer extends Format {
  language: Language
  say: <G extends Group>(group: G) => Say<G>
  labels: ReturnType<typeof labelsIn>
  link: Envelope['link']
}

export const writerFor = (language: string, timeZone: string, link: Envelope['link']): Writer => {
  const picked = pickLanguage(language)
  return {
    ...formatIn(picked, timeZone),
    language: picked,
    say: (group) => say(picked, group),
    labels: labelsIn(picked),
    link,
  }
}

/** Writes the body of one kind of letter. */
export type Write<T extends Template> = (params: Common & Letters[T], w: Writer) => Block[]

/** A sentence about a moment, where there is one. */
export const at = (moment: string | null, w: Writer, sentence: (when: string) => string): Block | null =>
  moment ? text(sentence(w.time(moment))) : null

/** Whom else to turn to (PROCESS rule 9). */
export const elsewhere = (bodies: readonly Body[], w: Writer): Block[] =>
  section(w.say('frame')('elsewhere'), bodies, { kind: 'links', items: bodies })

export const appealUntil = (until: string | null, w: Writer): Block | null =>
  at(until, w, (until) => w.say('frame')('appealUntil', { until }))

/** Remedies under a heading: what, how much, by when. */
export const remedies = (
  title: string,
  planned: readonly PlannedRemedy[],
  due: (day: string) => string,
  w: Writer,
): Block[] =>
  section(title, planned, {
    kind: 'items',
    items: planned.map((r) => ({
      title: w.labels.remedy[r.kind],
      detail: [r.money && w.money(r.money), r.due && due(w.date(r.due))].filter(Boolean).join(' · '),
      text: r.content,
    })),
  })

export const listed = (title: string, items: readonly string[]): Block[] =>
  section(title, items, { kind: 'list', items })
