import type { CaseView } from '../../core/view.ts'
import { fill } from '../../locales/index.ts'
import { useDesk } from '../desk.ts'
import type { StaffCommand } from '../forms/index.ts'
import { Badge, Due, Facts, Person, Time, type Tone } from '../ui/parts.tsx'
import { clockName } from '../words.ts'
import { Clocks } from './clocks.tsx'

export const STAGE_TONE: Partial<Record<CaseView['stage'], Tone>> = { closed: 'plain', appeal: 'warn', offered: 'info' }
export const RISK_TONE = { low: 'plain', medium: 'plain', high: 'warn', critical: 'bad' } as const satisfies Record<
  string,
  Tone
>

/** What must happen next, by whom and by when: the first thing on the page. */
export const Banner = ({ view, first }: { view: CaseView; first: StaffCommand | null }) => {
  const desk = useDesk()
  const { text, labels, now } = desk
  const { next, staff } = view
  const clock = view.clocks.find((k) => k.dueAt === next.by) ?? null
  return (
    <section class="banner" aria-labelledby="next-title">
      <div class="what">
        <p class="kicker" id="next-title">
          {text.next.title}
        </p>
        <p class="big">{text.next.step[next.what]}</p>
        {next.by && <Due at={next.by} />}
        {clock?.pausedAt && <Badge tone="info">{text.clock.paused}</Badge>}
      </div>
      <Facts
        of={[
          [text.next.waitedFor, view.awaiting ? text.next.waits[view.awaiting] : text.next.nobody],
          [text.assignee, staff?.assignee ? <Person id={staff.assignee} /> : <strong>{text.unassigned}</strong>],
          staff && [text.risk, <Badge tone={RISK_TONE[staff.risk]}>{labels.risk[staff.risk]}</Badge>],
          staff && [
            text.escalation,
            <Badge tone={staff.escalation > 1 ? 'warn' : 'plain'}>
              {text.level[staff.escalation as keyof typeof text.level] ?? staff.escalation}
            </Badge>,
          ],
          staff &&
            staff.breaches.length > 0 && [
              text.breaches,
              <Badge tone="bad">{staff.breaches.map((kind) => clockName(desk, kind)).join(' · ')}</Badge>,
            ],
          view.outcome && [text.outcome, labels.outcome[view.outcome]],
          view.closedAt !== null && [text.closedAt, <Time at={view.closedAt} />],
          view.appealUntil && view.appealUntil > now && [text.appealUntil, <Time at={view.appealUntil} />],
        ]}
      />
      <div class="links">
        {first && (
          <a class="button" href={`#do-${first}`}>
            {fill(text.next.go, { command: text.command[first].title })}
          </a>
        )}
        {view.clocks.length > 0 && <Clocks clocks={view.clocks} />}
      </div>
    </section>
  )
}
