import type { CaseView } from '../../core/view.ts'
import type { Money } from '../../core/vocabulary.ts'
import { fill } from '../../locales/index.ts'
import { useDesk } from '../desk.ts'
import { Badge, Prose, Section, Time } from '../ui/parts.tsx'
import { type AdminTexts, word } from '../words.ts'

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
      {view.timelineFrom > 1 && (
        <p>
          <a href={`/admin/cases/${view.reference}/ledger`}>{text.earlier}</a>
        </p>
      )}
    </Section>
  )
}

/** One entry: what happened, who did it, and what was said. */
export const EntryView = ({ view, entry }: { view: Pick<CaseView, 'evidence' | 'language'>; entry: Entry }) => {
  const { text, labels, names } = useDesk()
  const who = entry.staff ? (names.get(entry.staff) ?? entry.staff) : word(labels.actor, entry.by)
  const detail = useDetail(entry)
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
      {Object.entries(entry.text ?? {}).map(([key, value]) => (
        <Said
          key={key}
          name={key}
          value={value}
          alone={Object.keys(entry.text ?? {}).length === 1}
          lang={view.language}
        />
      ))}
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
const useDetail = (entry: Entry): string => {
  const desk = useDesk()
  const { facts } = entry
  const told = Object.entries(facts).flatMap(([key, value]) => {
    if (isMoney(value)) return desk.format.money(value)
    if (typeof value === 'boolean') return key in desk.text.fact ? tellBoolean(desk.text, key, value) : []
    if (typeof value === 'number')
      return key === 'round' || key === 'rating' || key === 'to' ? numbered(desk.text, key, value) : []
    if (typeof value !== 'string') return []
    const part = PARTS[key]
    if (part)
      return word(
        (part in desk.labels ? desk.labels[part as keyof typeof desk.labels] : desk.text[part as 'purpose']) as object,
        value,
      )
    if (STAFF.has(key))
      return desk.names.get(value) ?? (value === 'complainant' ? desk.labels.actor.complainant : value)
    if (DAYS.has(key)) return desk.format.day(value)
    if (key === 'reference' && entry.type !== 'received') return value
    if (key === 'command') return word(desk.text.replies, value)
    return []
  })
  const stage = typeof facts.stage === 'string' ? [`→ ${word(desk.labels.stage, facts.stage)}`] : []
  return [...told, ...stage].join(' · ')
}

const PARTS: Record<string, string> = {
  category: 'category',
  nature: 'nature',
  risk: 'risk',
  result: 'finding',
  rootCause: 'rootCause',
  outcome: 'outcome',
  how: 'how',
  because: 'because',
  of: 'asked',
  relation: 'relation',
  purpose: 'purpose',
}
const STAFF = new Set(['to', 'staff', 'appointee'])
const DAYS = new Set(['until', 'deliveredOn', 'madeOn'])

const tellBoolean = (text: AdminTexts, key: string, value: boolean) =>
  `${word(text.fact, key)}: ${value ? text.yes : text.no}`
const numbered = (text: AdminTexts, key: string, value: number) => `${word(text.fact, key)} ${value}`
