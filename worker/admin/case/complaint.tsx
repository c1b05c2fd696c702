import type { CaseView } from '../../core/view.ts'
import { useDesk } from '../desk.ts'
import type { Option } from '../forms/field.ts'
import { Badge, Day, Facts, Person, Prose, Section, Time } from '../ui/parts.tsx'
import { word } from '../words.ts'

interface Props {
  view: CaseView
  departments: readonly Option[]
  categories: readonly Option[]
}

const CONTACT_TONE = { none: 'plain', unconfirmed: 'warn', confirmed: 'good', bounced: 'bad' } as const

/** What the complainant said and wants, who they are, and how the case was classified. */
export const TheComplaint = ({ view, departments, categories }: Props) => {
  const { text, labels, format } = useDesk()
  const { staff, wish } = view
  const department = (id: string) => departments.find((d) => d.value === id)?.label ?? id
  const language = new Intl.DisplayNames(useDesk().locale, { type: 'language' }).of(view.language) ?? view.language
  return (
    <Section id="complaint" title={text.section.complaint}>
      {view.narrative ? (
        <Prose text={view.narrative} lang={view.language} />
      ) : (
        <p class="hint">{view.erasedAt ? text.erasedText : text.noText}</p>
      )}
      {wish && (
        <div class="wish">
          <h3>{text.wish}</h3>
          <p>
            <strong>{labels.remedy[wish.kind]}</strong>
            {wish.money && ` · ${format.money(wish.money)}`}
          </p>
          {wish.text && <Prose text={wish.text} lang={view.language} />}
        </div>
      )}
      <Facts
        of={[
          [
            text.field.category,
            categories.find((c) => c.value === view.category)?.label ?? word(labels.category, view.category),
          ],
          [text.field.product, view.product],
          [text.occurredOn, view.occurredOn && <Day date={view.occurredOn} />],
          [text.receivedAt, <Time at={view.receivedAt} />],
          [text.channel, labels.channel[view.channel]],
          [text.language, language],
          [text.externalReference, view.externalReference],
          [text.field.nature, staff?.nature && labels.nature[staff.nature]],
          [
            text.respondent,
            staff && isKnown(staff.respondent) && <Respondent of={staff.respondent} department={department} />,
          ],
          [text.willing, staff && staff.willing !== null && (staff.willing ? text.yes : text.no)],
          view.gaps.length > 0 && [
            text.gaps,
            <Badge tone="warn">{view.gaps.map((g) => labels.gap[g]).join(' · ')}</Badge>,
          ],
          [text.field.rootCause, staff?.rootCause && labels.rootCause[staff.rootCause]],
          [text.field.cause, staff?.cause],
        ]}
      />
      {staff?.vulnerable && (
        <div class="attention">
          <h3>{text.vulnerable}</h3>
          <Prose text={staff.vulnerable} lang={view.language} />
        </div>
      )}
      <h3>{text.section.complainant}</h3>
      <Complainant view={view} />
    </Section>
  )
}

type Respondent = NonNullable<CaseView['staff']>['respondent']

const isKnown = ({ department, staff, person }: Respondent) => Boolean(department || staff || person)

const Respondent = ({ of, department }: { of: Respondent; department: (id: string) => string }) => (
  <>
    {of.department && department(of.department)} {of.staff && <Person id={of.staff} />} {of.person}
  </>
)

const Complainant = ({ view }: { view: CaseView }) => {
  const { text, labels } = useDesk()
  const { complainant: who, representative: rep, staff } = view
  if (view.anonymous) return <p>{text.anonymous}</p>
  const state = (name: 'email' | 'phone') => {
    const is = (staff?.contact[name] ?? 'none') as keyof typeof CONTACT_TONE
    return is === 'none' ? null : <Badge tone={CONTACT_TONE[is]}>{text.contactState[is]}</Badge>
  }
  return (
    <Facts
      of={[
        [text.field.name, who.name],
        [
          text.field.email,
          who.email && (
            <>
              {who.email} {state('email')}
            </>
          ),
        ],
        [
          text.field.phone,
          who.phone && (
            <>
              {who.phone} {state('phone')}
            </>
          ),
        ],
        [text.field.preferredChannel, who.preferredChannel && word(labels.channel, who.preferredChannel)],
        [text.field.customerReference, who.customerReference],
        [
          text.representative,
          rep && (
            <>
              {rep.name}, {rep.relation}{' '}
              <Badge tone={rep.state === 'verified' ? 'good' : 'warn'}>{text.repState[rep.state]}</Badge>
            </>
          ),
        ],
      ]}
    />
  )
}
