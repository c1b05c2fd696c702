import type { LedgerPage as Ledger, LedgerEntry } from '../../actions/readLedger.ts'
import type { CaseVerdict } from '../../actions/verifyCase.ts'
import { type FoldableEvent, partySees } from '../../core/events.ts'
import type { CaseView } from '../../core/view.ts'
import { useDesk } from '../desk.ts'
import { Page } from '../ui/page.tsx'
import { Badge, Facts } from '../ui/parts.tsx'
import { EntryView } from './timeline.tsx'

type Entry = CaseView['timeline'][number]

/** A ledger entry as the timeline shows it; null for one that only its body is known of. */
const entryOf = (entry: LedgerEntry): Entry | null => {
  if (!('facts' in entry)) return null
  const { type, ...facts } = entry.facts as unknown as FoldableEvent['facts'] & { type: string }
  const { seq, at, by, clocks: _clocks, evidence, onBehalfOf, ...rest } = facts
  const { fileNames: _names, ...words } = ('text' in entry && entry.text) || {}
  return {
    seq,
    at,
    type,
    by: by.kind,
    staff: by.kind === 'staff' ? by.id : null,
    onBehalfOf: onBehalfOf ?? null,
    facts: rest,
    text: Object.keys(words).length > 0 ? words : null,
    evidence: (evidence ?? []).map((e) => e.id),
    internal: !partySees({ type, facts } as FoldableEvent),
  }
}

/** The ledger from its start, page by page: for cases longer than their page shows. */
export const LedgerPage = ({ view, page }: { view: CaseView; page: Ledger }) => {
  const { text } = useDesk()
  return (
    <Page title={`${text.ledger.title} · ${view.reference}`}>
      <h1>
        {text.ledger.title} <span class="reference">{view.reference}</span>
      </h1>
      <p>
        <a href={`/admin/cases/${view.reference}`}>{text.backToCase}</a>
      </p>
      <ol class="timeline card">
        {page.data.map(entryOf).map((entry) =>
          entry ? (
            <li key={entry.seq} value={entry.seq} class={entry.internal ? 'internal' : undefined}>
              <EntryView view={view} entry={entry} />
            </li>
          ) : null,
        )}
      </ol>
      {page.next !== null && (
        <p>
          <a class="button" href={`/admin/cases/${view.reference}/ledger?after=${page.next}`}>
            {text.ledger.next}
          </a>
        </p>
      )}
    </Page>
  )
}

/** What verifying the whole ledger found, for whoever has to prove it. */
export const VerdictPage = ({ reference, verdict }: { reference: string; verdict: CaseVerdict }) => {
  const { text } = useDesk()
  const { ledger, folds } = verdict
  const good = ledger.ok && folds
  const state = (ok: boolean) => <Badge tone={ok ? 'good' : 'bad'}>{ok ? text.verify.intact : text.verify.fails}</Badge>
  return (
    <Page title={`${text.verify.title} · ${reference}`}>
      <div class="narrow card">
        <h1>{text.verify.title}</h1>
        <p class="reference">{reference}</p>
        <p class={good ? 'done' : 'errors'} role="status">
          <strong>{good ? text.verify.holds : text.verify.broken}</strong>
        </p>
        {good && <p>{text.verify.holdsDetail}</p>}
        <Facts
          of={[
            [text.verify.chain, state(ledger.ok)],
            [text.verify.folds, state(folds)],
            ledger.ok && [text.verify.entries, ledger.length],
            ledger.ok && [text.verify.head, <code class="hash">{ledger.head}</code>],
            !ledger.ok && [text.verify.at, ledger.seq],
            !ledger.ok && [text.verify.problem, text.verify.fault[ledger.fault]],
          ]}
        />
        <p>
          <a href={`/admin/cases/${reference}`}>{text.backToCase}</a>
        </p>
      </div>
    </Page>
  )
}
