import type { Complaint, Site } from '../../../sdk/src/index.ts'
import { day, moment } from '../format.ts'
import { fill, t } from '../i18n.ts'

type Entry = Complaint['timeline'][number]

interface Props {
  site: Site
  view: Complaint
  as: 'complainant' | 'representative'
}

/** Entries whose words stand elsewhere on the page. */
const ELSEWHERE = ['finding_recorded', 'plan_proposed', 'outcome_reported', 'appeal_decided']

/** Words of an entry that are shown with it. */
const SAID = ['message', 'question', 'report', 'content', 'reasons', 'reason', 'comment', 'note'] as const

/** Facts that turn an entry's sentence into another one. */
const variantOf = ({ type, facts }: Entry): string => {
  const denied = [facts.agreed, facts.inScope, facts.accepted, facts.satisfied].includes(false)
  const variant = denied ? 'no' : type === 'plan_offered' && facts.final ? 'final' : facts.silence
  return `${type}_${variant}`
}

const sentenceOf = (entry: Entry): string => {
  const { type, facts } = entry
  const texts: Record<string, string> = t.events
  const named = (table: Readonly<Record<string, string>>, key: unknown) => table[String(key)] ?? String(key)
  return fill(texts[variantOf(entry)] ?? texts[type] ?? '', {
    channel: named(t.channels, facts.channel),
    how: named(t.media, facts.how),
    kind: named({ ...t.clocks, ...t.referralKinds }, facts.kind),
    result: named({ ...t.findings, ...t.appealResults }, facts.result),
    reference: String(facts.reference),
    until: typeof facts.until === 'string' ? day(facts.until) : '',
  })
}

/** What has happened, the newest first, in words. */
export const Timeline = ({ site, view, as }: Props) => {
  const actor = (by: Entry['by']) => (by === as ? t.actors.you : by === 'staff' ? site.name : t.actors[by])
  return (
    <section>
      <h2>{t.history}</h2>
      <ol class="path">
        {view.timeline
          .filter(({ type }) => type in t.events)
          .reverse()
          .map((entry) => {
            const said = SAID.flatMap((name) => {
              const words = entry.text?.[name]
              return typeof words === 'string' && !ELSEWHERE.includes(entry.type) ? [words] : []
            })
            return (
              <li key={entry.seq} class={said.length && entry.by === 'staff' ? 'on' : ''}>
                {sentenceOf(entry)}
                <small>
                  {actor(entry.by)}
                  {entry.onBehalfOf && `, ${t.onBehalf}`} · <time dateTime={entry.at}>{moment(entry.at)}</time>
                </small>
                {said.map((words) => (
                  <blockquote key={words} class="words">
                    {words}
                  </blockquote>
                ))}
                {entry.evidence.length > 0 && (
                  <small>
                    {view.evidence
                      .filter(({ id }) => entry.evidence.includes(id))
                      .map(({ name }) => name)
                      .join(', ')}
                  </small>
                )}
              </li>
            )
          })}
      </ol>
      {view.timelineFrom > 1 && <p class="hint">{t.earlier}</p>}
    </section>
  )
}
