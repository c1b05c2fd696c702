import type { ComponentChildren } from 'preact'
import { fill } from '../../locales/index.ts'
import { useDesk } from '../desk.ts'

export type Tone = 'plain' | 'good' | 'warn' | 'bad' | 'info'

/** A short word in a colour; the word alone must say it. */
export const Badge = ({ tone = 'plain', children }: { tone?: Tone; children: ComponentChildren }) => (
  <span class={`badge ${tone}`}>{children}</span>
)

/** Date and time in the zone of the policy. */
export const Time = ({ at }: { at: string }) => {
  const { format } = useDesk()
  return <time dateTime={at}>{format.at(at)}</time>
}

/** A calendar date, or the date of a moment. */
export const Day = ({ date }: { date: string }) => {
  const { format } = useDesk()
  return <time dateTime={date}>{format.day(date)}</time>
}

/** How a deadline stands, in words first and in colour second. */
export const dueTone = (now: string, at: string): Tone => {
  const left = Date.parse(at) - Date.parse(now)
  return left < 0 ? 'bad' : left < 86_400_000 ? 'warn' : 'plain'
}

export const Due = ({ at }: { at: string }) => {
  const { format, now, text } = useDesk()
  const tone = dueTone(now, at)
  const words = { bad: text.due.overdue, warn: text.due.soon, plain: text.due.later } as const
  return (
    <span class={`due ${tone}`}>
      <strong>{fill(words[tone as keyof typeof words], { from: format.from(now, at) })}</strong>{' '}
      <span class="when">
        <Time at={at} />
      </span>
    </span>
  )
}

/** What somebody wrote, exactly as they wrote it. `lang` is the language it is likely in. */
export const Prose = ({ text, lang }: { text: string; lang?: string | undefined }) => (
  <div class="prose" dir="auto" lang={lang}>
    {text}
  </div>
)

/** A list of names and values; pairs without a value are left out. */
export const Facts = ({ of }: { of: readonly (readonly [string, ComponentChildren] | null | false | '')[] }) => (
  <dl class="facts">
    {of.map((pair) =>
      pair && pair[1] !== null && pair[1] !== undefined && pair[1] !== false && pair[1] !== '' ? (
        <div key={pair[0]}>
          <dt>{pair[0]}</dt>
          <dd>{pair[1]}</dd>
        </div>
      ) : null,
    )}
  </dl>
)

export const Section = ({ id, title, children }: { id: string; title: string; children: ComponentChildren }) => (
  <section id={id} aria-labelledby={`${id}-title`} class="card">
    <h2 id={`${id}-title`}>{title}</h2>
    {children}
  </section>
)

/** What every form of a signed-in page carries. */
export const Token = () => <input type="hidden" name="csrf" value={useDesk().csrf} />

/** A member of staff by name; the id where the name is not known any more. */
export const Person = ({ id }: { id: string }) => {
  const { names, me, text } = useDesk()
  const name = names.get(id) ?? id
  return <>{id === me?.id ? fill(text.nameIsYou, { name }) : name}</>
}
