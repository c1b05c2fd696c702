import type { ComponentChildren } from 'preact'
import type { CaseView } from '../../core/view.ts'
import { fill } from '../../locales/index.ts'
import { useDesk } from '../desk.ts'
import { isStaffCommand } from '../forms/index.ts'
import type { Laid } from '../scene.ts'
import type { Trouble } from '../trouble.ts'
import { ErrorSummary } from '../ui/errors.tsx'
import { Page } from '../ui/page.tsx'
import { Badge } from '../ui/parts.tsx'
import { Actions, type Returned } from './actions.tsx'
import { Banner, STAGE_TONE } from './banner.tsx'
import { Beside, Evidence, Independence } from './beside.tsx'
import { TheComplaint } from './complaint.tsx'
import { ThePlan } from './plan.tsx'
import { Points } from './points.tsx'
import { isReachable, nextCommands } from './steps.ts'
import { Conversation, Timeline } from './timeline.tsx'

interface Props {
  laid: Laid
  /** The command just given. */
  done?: string | undefined
  returned?: Returned | null
  trouble?: Trouble | null
  /** A letter to look at before it is sent. */
  preview?: ComponentChildren
  newKey: () => string
}

/** One case: what must happen next on top, then the case itself, with the forms beside it. */
export const CasePage = ({ laid, done, returned = null, trouble = null, preview, newKey }: Props) => {
  const { text, labels } = useDesk()
  const { view, departments, categories } = laid
  return (
    <Page title={`${view.reference} · ${view.subject ?? text.queue.noSubject}`}>
      {trouble && <ErrorSummary trouble={trouble} ids={returned?.ids ?? ''} />}
      {done && isStaffCommand(done) && (
        <p class="done" role="status">
          {fill(text.actions.done, { command: text.command[done].title })}
        </p>
      )}
      {done === 'intake' && <Filed view={view} />}
      <div class="title">
        <h1 dir="auto">{view.subject ?? text.queue.noSubject}</h1>
        <p>
          <strong class="reference">{view.reference}</strong>{' '}
          <Badge tone={STAGE_TONE[view.stage] ?? 'info'}>{labels.stage[view.stage]}</Badge>
          {view.outcome && <Badge>{labels.outcome[view.outcome]}</Badge>}
        </p>
      </div>
      <Banner view={view} first={nextCommands(view)[0] ?? null} />
      {preview}
      <Contents />
      <div class="columns">
        <div class="main">
          <TheComplaint view={view} departments={departments} categories={categories} />
          <Points view={view} />
          <ThePlan view={view} departments={departments} />
          <Evidence view={view} />
          <Conversation view={view} />
          <Beside view={view} />
          <Independence view={view} />
          <Timeline view={view} />
        </div>
        <Actions laid={laid} returned={returned} newKey={newKey} />
      </div>
    </Page>
  )
}

/** After staff recorded a complaint: how the complainant learns of it, which is never through staff reading out a code. */
const Filed = ({ view }: { view: CaseView }) => {
  const { text } = useDesk()
  return (
    <div class="done" role="status">
      <p>{fill(text.intake.done, { reference: view.reference })}</p>
      <p class="hint">{isReachable(view) ? text.intake.access : text.intake.letter}</p>
    </div>
  )
}

const PLACES = ['actions', 'complaint', 'points', 'plan', 'evidence', 'messages', 'independence', 'timeline'] as const

const Contents = () => {
  const { text } = useDesk()
  return (
    <nav class="contents" aria-label={text.section.onThisPage}>
      {PLACES.map((place) => (
        <a key={place} href={`#${place}`}>
          {text.section[place]}
        </a>
      ))}
    </nav>
  )
}
