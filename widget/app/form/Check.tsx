import type { Site } from '../../../sdk/src/index.ts'
import { day, money } from '../format.ts'
import { fill, t } from '../i18n.ts'
import type { Attached } from '../intake/uploads.ts'
import { languageName } from '../languages.ts'
import { Tick } from '../ui/more.tsx'
import { amountOf, type Draft } from './draft.ts'
import type { Step } from './validate.ts'

interface Props {
  site: Site
  draft: Draft
  files: readonly Attached[]
  authority: readonly Attached[]
  change: (step: Step, field?: string) => void
}

type Line = [label: string, value: string | undefined, field?: string]

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
        [t.category, label(site.categories, d.category), 'category'],
        [t.subject, d.subject, 'subject'],
        [t.narrative, d.narrative, 'narrative'],
        [t.occurredOn, d.occurredOn && day(d.occurredOn)],
        [t.product, d.product],
        [t.department, label(site.departments, d.department)],
        [t.person, d.person],
      ],
    ],
    ['evidence', [[t.steps.evidence, names(files), 'evidence']]],
    [
      'wish',
      [
        [t.wish, site.remedies.find(({ kind }) => kind === d.wish)?.label ?? t.wishNone, 'wish'],
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
          : ([[t.name, d.anonymous ? t.anonymous : d.name, 'name']] as Line[])),
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
            <button type="button" class="link" onClick={() => change(step, lines.find(([, , field]) => field)?.[2])}>
              {t.change}
              <span class="unseen"> {t.steps[step]}</span>
            </button>
          </header>
          <dl>
            {lines.map(
              ([name, value, field]) =>
                (value || field) && (
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
      <p class="hint">
        <Links site={site} />
      </p>
    </>
  )
}

/** The sentence with the links to terms and privacy notice, wherever the language puts them. */
const Links = ({ site }: { site: Site }) => (
  <>
    {t.consentLinks.split(/\{(\w+)\}/).map((text, i) =>
      i % 2 ? (
        <a key={text} href={site.links[text as 'terms']} target="_blank" rel="noopener">
          {t[text as 'terms']}
        </a>
      ) : (
        text
      ),
    )}
  </>
)
