import type { CasePage, CaseSummary } from '../../actions/listCases.ts'
import { STAGES } from '../../core/vocabulary.ts'
import { fill } from '../../locales/index.ts'
import { RISK_TONE, STAGE_TONE } from '../case/banner.tsx'
import { useDesk } from '../desk.ts'
import type { Option } from '../forms/field.ts'
import { Page } from '../ui/page.tsx'
import { Badge, Due, Person } from '../ui/parts.tsx'
import { type Asked, addressOf, VIEWS } from './filters.ts'

interface Props {
  asked: Asked
  page: CasePage
  sites: readonly Option[]
  categories: readonly Option[]
}

export const QueuePage = ({ asked, page, sites, categories }: Props) => {
  const { text } = useDesk()
  const here = { ...asked, cursor: '' }
  return (
    <Page title={`${text.queue.title}: ${text.queue.filter[asked.view]}`} at="queue">
      <h1>
        {text.queue.title} <span class="hint">{text.queue.filter[asked.view]}</span>
      </h1>
      <nav class="tabs" aria-label={text.queue.filters}>
        {VIEWS.map((view) => (
          <a key={view} href={addressOf({ ...here, view })} aria-current={view === asked.view ? 'page' : undefined}>
            {text.queue.filter[view]}
          </a>
        ))}
      </nav>
      <Narrow asked={asked} sites={sites} categories={categories} />
      {page.data.length === 0 ? (
        <p class="card">{page.next ? text.queue.noneOnPage : text.queue.none}</p>
      ) : (
        <Table cases={page.data} sites={sites} categories={categories} />
      )}
      <nav class="pages" aria-label={text.queue.next}>
        {asked.cursor && <a href={addressOf(here)}>{text.queue.first}</a>}
        {page.next && (
          <a class="button" href={addressOf({ ...asked, cursor: page.next })}>
            {text.queue.next}
          </a>
        )}
        <span class="hint">{fill(text.queue.shown, { count: page.data.length })}</span>
      </nav>
    </Page>
  )
}

const Narrow = ({ asked, sites, categories }: Omit<Props, 'page'>) => {
  const { text, labels } = useDesk()
  const stages = STAGES.map((stage) => ({ value: stage, label: labels.stage[stage] }))
  const narrowed = Boolean(asked.stage || asked.site || asked.category || asked.contact)
  return (
    <details class="narrowing" open={narrowed}>
      <summary>{text.queue.narrow}</summary>
      <form method="get" action="/admin">
        <input type="hidden" name="view" value={asked.view} />
        <Choice name="stage" label={text.queue.stage} options={stages} value={asked.stage} />
        <Choice name="category" label={text.field.category} options={categories} value={asked.category} />
        {sites.length > 1 && <Choice name="site" label={text.queue.site} options={sites} value={asked.site} />}
        <div class="field">
          <label for="contact">{text.queue.contact}</label>
          <input id="contact" name="contact" value={asked.contact} autoComplete="off" />
        </div>
        <p class="buttons">
          <button type="submit" class="quiet">
            {text.queue.apply}
          </button>
          {narrowed && <a href={addressOf({ view: asked.view })}>{text.queue.clear}</a>}
        </p>
      </form>
    </details>
  )
}

interface ChoiceProps {
  name: string
  label: string
  options: readonly Option[]
  value: string
}

const Choice = ({ name, label, options, value }: ChoiceProps) => {
  const { text } = useDesk()
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <select id={name} name={name}>
        <option value="">{text.any}</option>
        {options.map((o) => (
          <option key={o.value} value={o.value} selected={o.value === value}>
            {o.label}
          </option>
        ))}
      </select>
    </div>
  )
}

const Table = ({
  cases,
  sites,
  categories,
}: { cases: readonly CaseSummary[] } & Pick<Props, 'sites' | 'categories'>) => {
  const { text } = useDesk()
  return (
    <table class="queue">
      <thead>
        <tr>
          <th scope="col">{text.queue.case}</th>
          <th scope="col">{text.queue.stage}</th>
          <th scope="col">{text.queue.waits}</th>
          <th scope="col">{text.queue.due}</th>
          <th scope="col">{text.assignee}</th>
          <th scope="col">{text.risk}</th>
        </tr>
      </thead>
      <tbody>
        {cases.map((summary) => (
          <Row key={summary.reference} of={summary} sites={sites} categories={categories} />
        ))}
      </tbody>
    </table>
  )
}

const Row = ({ of: c, sites, categories }: { of: CaseSummary } & Pick<Props, 'sites' | 'categories'>) => {
  const { text, labels, format } = useDesk()
  const category = categories.find((o) => o.value === c.category)?.label ?? c.category
  const site = sites.length > 1 ? sites.find((o) => o.value === c.site)?.label : null
  return (
    <tr>
      <th scope="row">
        <a href={`/admin/cases/${c.reference}`} dir="auto">
          {c.subject ?? text.queue.noSubject}
        </a>
        <span class="hint">
          <span class="reference">{c.reference}</span> · {c.complainant ?? text.queue.someone} · {category}
          {site && ` · ${site}`}
        </span>
      </th>
      <td data-label={text.queue.stage}>
        <Badge tone={STAGE_TONE[c.stage] ?? 'info'}>{labels.stage[c.stage]}</Badge>
        {c.outcome && <Badge>{labels.outcome[c.outcome]}</Badge>}
      </td>
      <td data-label={text.queue.waits}>{c.awaiting ? text.next.waits[c.awaiting] : text.next.nobody}</td>
      <td data-label={text.queue.due}>
        {c.closedAt ? (
          fill(text.queue.closedOn, { day: format.day(c.closedAt) })
        ) : c.nextDueAt ? (
          <Due at={c.nextDueAt} />
        ) : (
          text.queue.noDeadline
        )}
      </td>
      <td data-label={text.assignee}>{c.assignee ? <Person id={c.assignee} /> : text.unassigned}</td>
      <td data-label={text.risk}>
        <Badge tone={RISK_TONE[c.risk]}>{labels.risk[c.risk]}</Badge>
        {c.escalation > 1 && <Badge tone="warn">{text.level[c.escalation as keyof typeof text.level]}</Badge>}
      </td>
    </tr>
  )
}
