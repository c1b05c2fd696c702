import type { Unit } from '../../core/calendar.ts'
import type { Duration } from '../../core/policy.ts'
import type { CaseView } from '../../core/view.ts'
import { fill } from '../../locales/index.ts'
import { type Desk, useDesk } from '../desk.ts'
import { Badge, Due, Time } from '../ui/parts.tsx'
import { clockName } from '../words.ts'

type Clock = CaseView['clocks'][number]

/** Every running clock, and why each date is what it is. */
export const Clocks = ({ clocks }: { clocks: readonly Clock[] }) => {
  const { text } = useDesk()
  return (
    <details class="clocks">
      <summary>{fill(text.clock.all, { count: clocks.length })}</summary>
      <ul>
        {clocks.map((clock) => (
          <li key={clock.id}>
            <ClockView clock={clock} />
          </li>
        ))}
      </ul>
    </details>
  )
}

const ClockView = ({ clock }: { clock: Clock }) => {
  const desk = useDesk()
  const { text, format, labels } = desk
  return (
    <>
      <strong>{clockName(desk, clock.kind)}</strong>{' '}
      {clock.pausedAt ? <Time at={clock.dueAt} /> : <Due at={clock.dueAt} />}{' '}
      {clock.pausedAt && <Badge tone="info">{fill(text.clock.pausedSince, { at: format.at(clock.pausedAt) })}</Badge>}{' '}
      {clock.extended && <Badge tone="info">{text.clock.extended}</Badge>}
      <p class="hint">
        {fill(text.clock.since, { at: format.at(clock.since), start: labels.clockStart[clock.starts] })}
        {clock.length && <> · {lengthIn(desk, clock.length)}</>}
        {clock.source && <> · {clock.source}</>}
        {clock.pauses.map(([from, to]) => (
          <span key={from}> · {fill(text.clock.wasPaused, { from: format.at(from), to: format.at(to) })}</span>
        ))}
        {clock.moves.map(({ at, because, from, to }) => (
          <span key={at}>
            {' '}
            · {fill(text.clock.moved[because], { at: format.at(at), from: format.at(from), to: format.at(to) })}
          </span>
        ))}
        {clock.lapseAt && <> · {fill(text.clock.lapse, { at: format.at(clock.lapseAt) })}</>}
      </p>
      {clock.uncertain && (
        <p class="hint">
          <Badge tone="warn">{text.clock.uncertain}</Badge>
        </p>
      )}
      {clock.days.length > 0 && <Days days={clock.days} />}
      {clock.counted === null && <p class="hint">{text.clock.elapsed}</p>}
    </>
  )
}

/** A length in words: `8 weeks`. */
const lengthIn = ({ labels }: Pick<Desk, 'labels'>, length: Duration): string =>
  Object.entries(length)
    .flatMap(([unit, n]) => (typeof n === 'number' ? fill(labels.length[unit as Unit], { n }) : []))
    .join('')

const Days = ({ days }: { days: Clock['days'] }) => {
  const { text, format, locale } = useDesk()
  let counted = 0
  return (
    <details>
      <summary>{text.clock.why}</summary>
      <ol class="days">
        {days.map((day) => (
          <li key={day.date} class={day.counts ? 'counts' : 'skipped'}>
            {format.weekday(day.date)}{' '}
            <span class="hint">
              {day.counts ? fill(text.clock.counts, { number: ++counted }) : text.clock.day[day.why]}
              {day.why === 'extra' && ` · ${text.clock.day.extra}`}
              {day.name && ` · ${day.names?.[locale] ?? day.name}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
