import type { ComponentChildren } from 'preact'
import type { Complaint } from '../../../sdk/src/index.ts'
import { day, moment, money } from '../format.ts'
import { fill, t } from '../i18n.ts'

type Place = 'plan' | 'report' | 'points' | null

/** The part of the page that waits for an answer of the complainant, if one does. */
export const placeOf = ({ allowed, plan, report }: Complaint): Place => {
  if (plan && allowed.includes('accept_plan')) return 'plan'
  if (report && allowed.includes('confirm_outcome')) return 'report'
  return allowed.includes('confirm_points') ? 'points' : null
}

interface Props {
  view: Complaint
  /** Name of a remedy. */
  label: (kind: string) => string
  place: Place
  /** What the person can answer, for that place. */
  children: ComponentChildren
}

/** Plan, report, points with their findings, appeal, other bodies: whatever of it exists. */
export const Decision = ({ view, label, place, children }: Props) => {
  const { plan, report, appeal, points, referrals } = view
  return (
    <>
      {plan && (
        <section class="card">
          <p class="tag">{t.planStates[plan.state]}</p>
          <h2>{t.plan}</h2>
          <p class="words">{plan.reasons}</p>
          {plan.remedies.length ? (
            <ul class="list">
              {plan.remedies.map(({ id, kind, content, money: sum, due, done }) => (
                <li key={id} class={done ? 'done' : ''}>
                  <b>{[label(kind), sum && money(sum)].filter(Boolean).join(': ')}</b>
                  <p class="words">{content}</p>
                  <small>
                    {done ? fill(t.remedyDone, { date: day(done.on) }) : due && fill(t.by, { date: day(due) })}
                  </small>
                </li>
              ))}
            </ul>
          ) : (
            <p>{t.planEmpty}</p>
          )}
          {plan.final && <p>{t.planFinal}</p>}
          <dl>
            <Part name={t.timetable}>{plan.timetable}</Part>
            <Part name={t.howToAppeal}>{plan.howToAppeal}</Part>
            <Part name={t.whomElse}>{plan.whomElse}</Part>
            <Part name={t.comment}>{plan.note}</Part>
          </dl>
          {place === 'plan' && children}
        </section>
      )}
      {report && (
        <section class="card">
          <h2>{t.report}</h2>
          <p class="words">{report.text}</p>
          {place === 'report' && children}
        </section>
      )}
      {points.length > 0 && (
        <section>
          <h2>{t.points}</h2>
          <p class="hint">{t.pointsIntro}</p>
          <ol class="points">
            {points.map(({ id, text, finding }) => (
              <li key={id}>
                {text}
                {finding && (
                  <blockquote>
                    <b>{t.findings[finding.result]}</b>
                    <p class="words">{finding.reasons}</p>
                  </blockquote>
                )}
              </li>
            ))}
          </ol>
          {place === 'points' && children}
        </section>
      )}
      {appeal && (
        <section class="card">
          <h2>{t.yourAppeal}</h2>
          <p class="words">{appeal.grounds}</p>
          {appeal.decided && (
            <blockquote>
              <b>{t.appealResults[appeal.decided.result]}</b>
              <p class="words">{appeal.decided.reasons}</p>
            </blockquote>
          )}
        </section>
      )}
      {!appeal && view.appealUntil && view.allowed.includes('appeal') && (
        <p class="hint">{fill(t.appealUntil, { date: moment(view.appealUntil) })}</p>
      )}
      {referrals.length > 0 && (
        <section>
          <h2>{t.referrals}</h2>
          <ul>
            {referrals.map(({ id, kind, body, state }) => (
              <li key={id}>
                {body ?? t.referralKinds[kind]}: {t.referralStates[state]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

const Part = ({ name, children }: { name: string; children: ComponentChildren }) =>
  children ? (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : null
