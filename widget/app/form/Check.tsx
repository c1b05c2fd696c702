import type { Site } from '../../../sdk/src/index.ts'
import { day, money } from '../format.ts'
import { fill, t } from '../i18n.ts'
import type { Attached } from '../intake/uploads.ts'
import { languageName } from '../languages.ts'
import { Tick } from '../ui/more.tsx'
import { amountOf, type Draft } from './draft.ts'
import { Out } from './Start.tsx'
import type { Step } from './validate.ts'

interface Props {
  site: Site
  draft: Draft
  files: readonly Attached[]
  authority: readonly Attached[]
  change: (step: Step) => void
}

/** Lines without a value are left out, unless it should be seen that there is none. */
type Line = [label: string, value: string | undefined, always?: 1]

/** Everything that will be sent, each part with its way back. */
export const Check = ({ site, draft: d, files, authority, change }: Props) => {
  const label = (list: readonly { id: string; label: string }[], id: string) => list.find((i) => i.id === id)?.label
  const amount = amountOf(d)
  const yesNo = { yes: t.yes, no: t.no, '': '' }
  const names = (list: readonly Attached[]) => list.map(({ name }) => name).join('\n')
  const named = d.behalf || !d.anonymous
  const parts: [Step, Line[]][] = [
    [
      'what',
      [
        [t.category, label(site.categories, d.category), 1],
        [t.subject, d.subject, 1],
        [t.narrative, d.narrative, 1],
        [t.occurredOn, d.occurredOn && day(d.occurredOn)],
        [t.product, d.product],
        [t.department, label(site.departments, d.department)],
        [t.person, d.person],
      ],
    ],
    ['evidence', [[t.steps.evidence, names(files), 1]]],
    [
      'wish',
      [
        [t.wish, site.remedies.find(({ kind }) => kind === d.wish)?.label ?? t.wishNone, 1],
        [t.amount, amount === null ? '' : money({ amount, currency: d.currency })],
        [t.wishText, d.wishText],
      ],
    ],
    [
      'you',
      [
        ...(d.behalf
          ? ([
              [t.yourName, `${d.yourName} (${d.relation})`],
              [t.email, d.yourEmail],
              [t.phone, d.yourPhone],
              [t.authority, names(authority) || t.notGiven],
              [t.complainantTitle, d.name],
            ] as Line[])
          : ([[t.name, d.anonymous ? t.anonymous : d.name, 1]] as Line[])),
        ...(named
          ? ([
              [t.email, d.email],
              [t.phone, d.phone],
              [t.preferredChannel, (t.channels as Record<string, string>)[d.preferredChannel]],
              [t.customerReference, d.customerReference],
            ] as Line[])
          : []),
        [t.correspondence, languageName(d.language)],
        [t.willing, yesNo[d.willing]],
        [t.vulnerable, d.vulnerable],
      ],
    ],
  ]
  return (
    <>
      <p class="lead">{t.checkIntro}</p>
      {parts.map(([step, lines]) => (
        <section key={step} class="part">
          <header>
            <h2>{t.steps[step]}</h2>
            <button type="button" class="link" onClick={() => change(step)}>
              {t.change}
              <span class="unseen"> {t.steps[step]}</span>
            </button>
          </header>
          <dl>
            {lines.map(
              ([name, value, always]) =>
                (value || always) && (
                  <div key={name}>
                    <dt>{name}</dt>
                    <dd>{value || t.notGiven}</dd>
                  </div>
                ),
            )}
          </dl>
        </section>
      ))}
      <Tick name="consent" label={fill(t.consent, { name: site.name })} />
      <p class="row hint">
        <Out url={site.links.terms}>{t.terms}</Out>
        <Out url={site.links.privacy}>{t.privacy}</Out>
      </p>
    </>
  )
}
