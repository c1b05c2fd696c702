import type { CaseView } from '../../core/view.ts'
import type { ClockKind, Money } from '../../core/vocabulary.ts'
import { fill } from '../../locales/index.ts'
import { type Desk, useDesk } from '../desk.ts'
import { Badge, Prose, Section, Time } from '../ui/parts.tsx'
import { clockName, word } from '../words.ts'

type Entry = CaseView['timeline'][number]

/** Entries in which somebody says something to somebody, or to a colleague. */
const SAID = new Set([
  'message_added',
  'message_sent',
  'noted',
  'information_requested',
  'information_recorded',
  'points_confirmed',
  'plan_questioned',
  'plan_rejected',
  'plan_accepted',
  'outcome_questioned',
  'outcome_confirmed',
  'progress_reported',
  'holding_response_sent',
  'handling_commented',
  'reply_recorded',
  'escalation_requested',
  'referral_requested',
])

/** What was said to and by the complainant, and between colleagues: internal notes look different and say so. */
export const Conversation = ({ view }: { view: CaseView }) => {
  const { text } = useDesk()
  const said = view.timeline.filter((e) => SAID.has(e.type) && (e.text || e.evidence.length > 0))
  return (
    <Section id="messages" title={text.section.messages}>
      {view.timelineFrom > 1 && <Earlier reference={view.reference} />}
      {said.length === 0 && <p class="hint">{text.noMessages}</p>}
      <ol class="talk">
        {said.map((entry) => (
          <li key={entry.seq} class={entry.internal ? 'internal' : entry.by === 'staff' ? 'ours' : 'theirs'}>
            <EntryView view={view} entry={entry} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** A long case shows its newest entries; the ledger has all of them. */
const Earlier = ({ reference }: { reference: string }) => {
  const { text } = useDesk()
  return (
    <p>
      <a href={`/admin/cases/${reference}/ledger`}>{text.earlier}</a>
    </p>
  )
}

/** The whole ledger as people read it, newest first. */
export const Timeline = ({ view }: { view: CaseView }) => {
  const { text } = useDesk()
  return (
    <Section id="timeline" title={text.section.timeline}>
      <p class="hint">
        <a href={`/admin/cases/${view.reference}/verify`}>{text.verify.link}</a>
      </p>
      <ol class="timeline" reversed>
        {[...view.timeline].reverse().map((entry) => (
          <li
            key={entry.seq}
            id={`event-${entry.seq}`}
            value={entry.seq}
            class={entry.internal ? 'internal' : undefined}
          >
            <EntryView view={view} entry={entry} />
          </li>
        ))}
      </ol>
      {view.timelineFrom > 1 && <Earlier reference={view.reference} />}
    </Section>
  )
}

/** Longer ones, a decision or the complaint itself, are folded: the page shows what stands in them on top. */
const MOST_PARTS = 2

/** One entry: what happened, who did it, and what was said. */
export const EntryView = ({ view, entry }: { view: Pick<CaseView, 'evidence' | 'language'>; entry: Entry }) => {
  const { text, labels, names } = useDesk()
  const who = entry.staff ? (names.get(entry.staff) ?? entry.staff) : word(labels.actor, entry.by)
  const detail = useDetail(entry)
  const said = Object.entries(entry.text ?? {})
  const words = said.map(([key, value]) => (
    <Said key={key} name={key} value={value} alone={said.length === 1} lang={view.language} />
  ))
  return (
    <>
      <p class="head">
        <strong>{word(text.event, entry.type)}</strong>
        {detail && <span> · {detail}</span>} {entry.internal && <Badge tone="info">{text.internal}</Badge>}
        <span class="hint">
          {' '}
          {entry.onBehalfOf ? fill(text.recordedFor, { name: who }) : who} · <Time at={entry.at} />
        </span>
      </p>
      {said.length > MOST_PARTS ? (
        <details>
          <summary>{text.inFull}</summary>
          {words}
        </details>
      ) : (
        words
      )}
      {entry.evidence.length > 0 && (
        <p class="hint">
          {text.section.evidence}:{' '}
          {entry.evidence.map((id) => view.evidence.find((e) => e.id === id)?.name || id).join(', ')}
        </p>
      )}
    </>
  )
}

const Said = ({ name, value, alone, lang }: { name: string; value: unknown; alone: boolean; lang: string }) => {
  const { text } = useDesk()
  const label = word(text.field, name)
  if (typeof value === 'string')
    return (
      <>
        {!alone && <p class="hint">{label}</p>}
        <Prose text={value} lang={lang} />
      </>
    )
  if (typeof value !== 'object' || value === null) return null
  return (
    <>
      <p class="hint">{label}</p>
      <ul>
        {Object.entries(value).map(([key, inner]) => (
          <li key={key} dir="auto">
            {key in text.field && `${word(text.field, key)}: `}
            {typeof inner === 'string' ? inner : JSON.stringify(inner)}
          </li>
        ))}
      </ul>
    </>
  )
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value

/** The facts of an entry that its name alone does not tell. */
const useDetail = ({ type, facts }: Entry): string => {
  const desk = useDesk()
  const told = Object.entries(facts).flatMap(([name, value]) => tell(desk, type, name, value) ?? [])
  return [...told, ...movedDates(desk, facts)].join(' · ')
}

/** The dates that a changed calendar moved. */
const movedDates = (desk: Desk, { moved }: Entry['facts']): string[] =>
  (Array.isArray(moved) ? (moved as { kind: ClockKind; from: string; to: string }[]) : []).map(({ kind, from, to }) =>
    fill(desk.text.fact.date, { clock: clockName(desk, kind), from: desk.format.at(from), to: desk.format.at(to) }),
  )

/** One fact in words; null where it says nothing to people. */
const tell = (desk: Desk, type: string, name: string, value: unknown): string | null => {
  const { text, labels, names, format } = desk
  if (isMoney(value)) return format.money(value)
  if (typeof value === 'boolean')
    return name in text.fact ? `${word(text.fact, name)}: ${value ? text.yes : text.no}` : null
  if (typeof value === 'number') return name in text.fact ? `${word(text.fact, name)} ${value}` : null
  if (typeof value !== 'string') return null
  switch (name) {
    case 'stage':
      return `→ ${word(labels.stage, value)}`
    case 'category':
    case 'nature':
    case 'risk':
    case 'rootCause':
    case 'outcome':
      return word(labels[name], value)
    case 'result':
      return word(type === 'appeal_decided' ? labels.appealResult : labels.finding, value)
    case 'of':
      return word(labels.asked, value)
    case 'channel':
      return type === 'received' ? word(labels.channel, value) : word(text.delivery, value)
    case 'kind':
      if (type.startsWith('clock_') || type === 'window_passed') return clockName(desk, value as ClockKind)
      return type.startsWith('referral_') ? word(labels.referral, value) : null
    case 'state':
      return word(text.delivery, value)
    case 'how':
    case 'because':
    case 'relation':
    case 'purpose':
      return word(text[name], value)
    case 'to':
    case 'staff':
    case 'appointee':
      return value === 'complainant' ? labels.actor.complainant : (names.get(value) ?? value)
    case 'until':
    case 'deliveredOn':
    case 'madeOn':
      return format.day(value)
    case 'command':
      return word(text.replies, value)
    case 'calendars':
      return type === 'received' ? null : value
    case 'reference':
      return type === 'received' ? null : value
    default:
      return null
  }
}
