import type { ComponentChildren } from 'preact'
import type { Complaint } from '../../../sdk/src/index.ts'
import { day, moment } from '../format.ts'
import { fill, locale, plural, t } from '../i18n.ts'
import { isOpen } from './commands.ts'

/** Stages in their usual order; an appeal comes in between, from any of the later ones. */
const STAGES = [
  'received',
  'review',
  'investigation',
  'assessment',
  'planning',
  'offered',
  'execution',
  'confirmation',
  'appeal',
  'closed',
] as const

interface Props {
  view: Complaint
  /** What the person can do about it. */
  children: ComponentChildren
}

/** Where the case stands, who is waited for, what comes next, by when and why then. */
export const Now = ({ view, children }: Props) => {
  const { stage, next, awaiting, outcome } = view
  const clock = view.clocks.find(({ dueAt }) => dueAt === next.by)
  const asked = view.requests.filter(isOpen)
  const late = clock?.passedAt && next.who === 'organisation'
  const stages = STAGES.filter((name) => name !== 'appeal' || view.appeal)
  const at = stages.indexOf(stage)
  return (
    <section class={`card now ${awaiting ?? ''}`}>
      {awaiting && <p class="tag">{t.waitsFor[awaiting]}</p>}
      <h2>{outcome ? t.outcomes[outcome] : t.stages[stage]}</h2>
      <ol class="steps" aria-hidden="true">
        {stages.map((name, i) => (
          <li key={name} class={i <= at ? 'on' : ''} />
        ))}
      </ol>
      <p>{t.nextSteps[next.what]}</p>
      {next.by && (
        <p class={late ? 'fault' : ''}>
          <b>{fill(late ? t.overdue : t.by, { date: moment(next.by) })}</b>
        </p>
      )}
      {asked.map(({ id, about, question }) => (
        <blockquote key={id}>
          <b>{t.asked}</b>
          <p>{about === 'gaps' ? view.gaps.map((gap) => t.gaps[gap]).join('\n') : question}</p>
        </blockquote>
      ))}
      {children}
      {clock && (
        <details>
          <summary>{t.why}</summary>
          <Why clock={clock} />
        </details>
      )}
      {view.clocks.length > 1 && (
        <details>
          <summary>{t.allDates}</summary>
          <dl>
            {view.clocks.map((other) => (
              <div key={other.id}>
                <dt>{t.clocks[other.kind]}</dt>
                <dd>
                  {moment(other.dueAt)}
                  <details>
                    <summary>{t.why}</summary>
                    <Why clock={other} />
                  </details>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      <details>
        <summary>{t.allStages}</summary>
        <ol class="path">
          {stages.map((name, i) => (
            <li key={name} class={i <= at ? 'on' : ''} aria-current={i === at ? 'step' : undefined}>
              <b>{t.stages[name]}</b>
              <small>{t.stageHints[name]}</small>
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}

/** How a length was counted, by its unit. */
const counted = ({ length, counted, days }: Complaint['clocks'][number], since: string): string => {
  if (!length) return t.whySet
  if ('hours' in length) return fill(t.whyHours, { since })
  if ('workingDays' in length) return plural(t.whyDays, counted ?? days.filter((one) => one.counts).length, { since })
  const [unit, n] = Object.entries(length).find(([, value]) => typeof value === 'number') ?? ['days', 0]
  return fill(t.whyCalendar, { length: fill(t.lengths[unit as 'days'], { n: String(n) }), since })
}

/** Why this date: the days counted and skipped, what stood still, what was moved. */
const Why = ({ clock }: { clock: Complaint['clocks'][number] }) => {
  const skipped = clock.days.filter(({ counts }) => !counts)
  const since = moment(clock.since)
  return (
    <>
      <p>
        {counted(clock, since)} {fill(t.whyStart, { start: t.starts[clock.starts] })}{' '}
        {clock.source && fill(t.whySource, { source: clock.source })}
      </p>
      {skipped.length > 0 && (
        <>
          <p>{t.whySkipped}</p>
          <ul>
            {skipped.map(({ date, why, name, names }) => (
              <li key={date}>
                {day(date, { weekday: 'short', day: 'numeric', month: 'long' })}:{' '}
                {names?.[locale] ?? name ?? t.skipped[why as 'weekend']}
              </li>
            ))}
          </ul>
        </>
      )}
      {clock.pausedAt && <p>{fill(t.whyPaused, { date: moment(clock.pausedAt) })}</p>}
      {clock.moves.map(({ at, because, from, to }) => (
        <p key={at}>{fill(t.whyMoved[because], { at: moment(at), from: moment(from), to: moment(to) })}</p>
      ))}
      {clock.uncertain && <p>{t.whyUncertain}</p>}
      {clock.lapseAt && <p>{fill(t.whyLapse, { date: moment(clock.lapseAt) })}</p>}
    </>
  )
}
