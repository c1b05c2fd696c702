import type { CaseView } from '../../core/view.ts'
import { useDesk } from '../desk.ts'
import { findingOf } from '../forms/options.ts'
import { Badge, Prose, Section, Time, type Tone } from '../ui/parts.tsx'

const TONE: Record<string, Tone> = {
  upheld: 'warn',
  partly_upheld: 'warn',
  not_upheld: 'plain',
  cannot_be_determined: 'plain',
}
const STATE_TONE: Record<CaseView['pointsState'], Tone> = {
  none: 'plain',
  asked: 'info',
  confirmed: 'good',
  disputed: 'bad',
  unanswered: 'warn',
}

/** Each point beside its finding and the evidence that relies on. */
export const Points = ({ view }: { view: CaseView }) => {
  const { text } = useDesk()
  return (
    <Section id="points" title={text.section.points}>
      <p>
        <Badge tone={STATE_TONE[view.pointsState]}>
          {view.pointsState === 'none' && view.points.length > 0
            ? text.pointsState.listed
            : text.pointsState[view.pointsState]}
        </Badge>
      </p>
      <ol class="points">
        {view.points.map((point) => (
          <li key={point.id} class="pair">
            <Prose text={point.text} lang={view.language} />
            <Finding view={view} point={point.id} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

const Finding = ({ view, point }: { view: CaseView; point: string }) => {
  const { text, labels } = useDesk()
  const finding = findingOf({ view }, point)
  if (!finding) return <p class="hint">{text.noFinding}</p>
  const published = view.points.find((p) => p.id === point)?.finding !== null && view.plan !== null
  return (
    <div>
      <p>
        <Badge tone={TONE[finding.result] ?? 'plain'}>{labels.finding[finding.result]}</Badge>{' '}
        <span class="hint">
          <Time at={finding.at} /> · {published ? text.toldToComplainant : text.notYetTold}
        </span>
      </p>
      <Prose text={finding.reasons} lang={view.language} />
      {finding.evidence.length > 0 && (
        <p class="hint">
          {text.field.reliesOn}:{' '}
          {finding.evidence.map((id, i) => (
            <>
              {i > 0 && ', '}
              <a key={id} href={`#evidence-${id}`}>
                {view.evidence.find((e) => e.id === id)?.name || id}
              </a>
            </>
          ))}
        </p>
      )}
    </div>
  )
}
