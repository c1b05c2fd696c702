import type { CaseView } from '../../core/view.ts'
import { fill } from '../../locales/index.ts'
import { useDesk } from '../desk.ts'
import type { Option } from '../forms/field.ts'
import { Badge, Day, Due, Facts, Person, Prose, Section, Time, type Tone } from '../ui/parts.tsx'

type Remedies = NonNullable<CaseView['plan']>['remedies']

const TONE: Record<string, Tone> = {
  submitted: 'warn',
  draft: 'bad',
  ready: 'info',
  offered: 'info',
  accepted: 'good',
  rejected: 'bad',
  lapsed: 'warn',
}

/** The plan as it stands, then the decision as it was sent, the report and the outcome. */
export const ThePlan = ({ view, departments }: { view: CaseView; departments: readonly Option[] }) => {
  const { text, labels } = useDesk()
  const draft = view.staff?.draftPlan
  const open = draft && draft.id !== view.plan?.id ? draft : null
  return (
    <Section id="plan" title={text.section.plan}>
      {open && (
        <div class="internal">
          <p>
            <Badge tone={TONE[open.state] ?? 'plain'}>
              {text.planState[open.state as keyof typeof text.planState]}
            </Badge>{' '}
            {fill(text.proposedBy, { name: useDesk().names.get(open.proposedBy) ?? open.proposedBy })}
          </p>
          <Prose text={open.reasons} lang={view.language} />
          <RemedyTable remedies={open.remedies} departments={departments} lang={view.language} />
        </div>
      )}
      {view.plan && (
        <>
          <p>
            <Badge tone={TONE[view.plan.state] ?? 'plain'}>{text.planState[view.plan.state]}</Badge>{' '}
            {view.plan.final && <Badge tone="warn">{text.finalOffer}</Badge>}{' '}
            <span class="hint">
              {text.event.plan_offered}: <Time at={view.plan.offeredAt} />
            </span>
          </p>
          <Prose text={view.plan.reasons} lang={view.language} />
          <RemedyTable remedies={view.plan.remedies} departments={departments} lang={view.language} />
          <details>
            <summary>{text.asSent}</summary>
            <Facts
              of={[
                [
                  text.field.timetable,
                  view.plan.timetable && <Prose text={view.plan.timetable} lang={view.language} />,
                ],
                [
                  text.field.howToAppeal,
                  view.plan.howToAppeal && <Prose text={view.plan.howToAppeal} lang={view.language} />,
                ],
                [text.field.whomElse, view.plan.whomElse && <Prose text={view.plan.whomElse} lang={view.language} />],
                [text.field.note, view.plan.note && <Prose text={view.plan.note} lang={view.language} />],
              ]}
            />
          </details>
        </>
      )}
      {!open && !view.plan && <p class="hint">{text.noPlan}</p>}
      {view.report && (
        <>
          <h3>{text.section.report}</h3>
          <p class="hint">
            <Time at={view.report.at} />
          </p>
          <Prose text={view.report.text} lang={view.language} />
        </>
      )}
      {(view.outcome || view.rating) && (
        <>
          <h3>{text.outcome}</h3>
          <p>
            {view.outcome && <Badge tone="info">{labels.outcome[view.outcome]}</Badge>}{' '}
            {view.rating && fill(text.rated, { rating: view.rating })}
          </p>
        </>
      )}
    </Section>
  )
}

const RemedyTable = ({
  remedies,
  departments,
  lang,
}: {
  remedies: Remedies
  departments: readonly Option[]
  lang: string
}) => {
  const { text, labels, format } = useDesk()
  if (remedies.length === 0) return <p class="hint">{text.noRemedies}</p>
  const owner = (id: string) => departments.find((d) => d.value === id)?.label ?? <Person id={id} />
  return (
    <ul class="remedies">
      {remedies.map((r) => (
        <li key={r.id}>
          <p>
            <strong>{labels.remedy[r.kind]}</strong>
            {r.money && ` · ${format.money(r.money)}`}{' '}
            {r.done ? <Badge tone="good">{fill(text.doneOn, { day: format.day(r.done.on) })}</Badge> : null}
          </p>
          <Prose text={r.content} lang={lang} />
          <Facts
            of={[
              [text.field.owner, r.owner ? owner(r.owner) : <Badge tone="bad">{text.missing}</Badge>],
              [
                text.field.due,
                r.due ? (
                  r.done ? (
                    <Day date={r.due} />
                  ) : (
                    <RemedyDue date={r.due} />
                  )
                ) : (
                  <Badge tone="bad">{text.missing}</Badge>
                ),
              ],
              [text.field.budget, r.budget && format.money(r.budget)],
              [text.field.cost, r.done?.cost && format.money(r.done.cost)],
              [text.field.note, r.done && <Prose text={r.done.note} lang={lang} />],
            ]}
          />
        </li>
      ))}
    </ul>
  )
}

/** A date to come is only told; one that has passed is marked. */
const RemedyDue = ({ date }: { date: string }) => {
  const { format, now } = useDesk()
  return date < format.local(now).slice(0, 10) ? <Due at={`${date}T23:59:59.000Z`} /> : <Day date={date} />
}
