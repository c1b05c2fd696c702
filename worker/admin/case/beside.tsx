import type { CaseView } from '../../core/view.ts'
import { fill } from '../../locales/index.ts'
import { useDesk } from '../desk.ts'
import { Badge, Facts, Person, Prose, Section, Time, Token } from '../ui/parts.tsx'
import { word } from '../words.ts'

/** The files of the case. Each is taken down by a form, so that no address leads to one. */
export const Evidence = ({ view }: { view: CaseView }) => {
  const { text, labels, format } = useDesk()
  return (
    <Section id="evidence" title={text.section.evidence}>
      {view.evidence.length === 0 ? (
        <p class="hint">{text.noEvidence}</p>
      ) : (
        <ul class="files">
          {view.evidence.map((file) => (
            <li key={file.id} id={`evidence-${file.id}`} class={file.internal ? 'internal' : undefined}>
              <div>
                <strong dir="auto">{file.name || text.erasedText}</strong>{' '}
                {file.internal && <Badge tone="info">{text.internal}</Badge>}
                <p class="hint">
                  {file.type} · {format.size(file.size)} · {word(labels.actor, file.by)} · <Time at={file.at} />
                </p>
                <p class="hash hint">
                  <abbr title="SHA-256">SHA-256</abbr> {file.sha256}
                </p>
              </div>
              {!view.erasedAt && (
                <form action={`/admin/cases/${view.reference}/evidence/${file.id}`} method="post">
                  <Token />
                  <button type="submit" class="quiet">
                    {text.download} <span class="hidden">{file.name}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

/** Everything beside the complaint's own course: appeal, requests, referrals, links. */
export const Beside = ({ view }: { view: CaseView }) => (
  <>
    {view.appeal && <Appeal appeal={view.appeal} lang={view.language} />}
    {view.requests.length > 0 && <Requests view={view} />}
    {(view.referrals.length > 0 || view.links.length > 0) && <Elsewhere view={view} />}
  </>
)

const Appeal = ({ appeal, lang }: { appeal: NonNullable<CaseView['appeal']>; lang: string }) => {
  const { text, labels } = useDesk()
  return (
    <Section id="appeal" title={labels.stage.appeal}>
      <p class="hint">
        {text.event.appealed}: <Time at={appeal.at} />
      </p>
      <Prose text={appeal.grounds} lang={lang} />
      {appeal.decided && (
        <>
          <p>
            <Badge tone="info">{labels.appealResult[appeal.decided.result]}</Badge> <Time at={appeal.decided.at} />
          </p>
          <Prose text={appeal.decided.reasons} lang={lang} />
        </>
      )}
    </Section>
  )
}

const REQUEST_TONE = { open: 'warn', answered: 'good', lapsed: 'bad' } as const

const Requests = ({ view }: { view: CaseView }) => {
  const { text, labels, names } = useDesk()
  return (
    <Section id="requests" title={text.section.requests}>
      <ul class="list">
        {view.requests.map((r) => (
          <li key={r.id}>
            <p>
              <strong>{labels.asked[r.of]}</strong> {r.to && (names.get(r.to) ?? r.to)}{' '}
              <Badge tone={REQUEST_TONE[r.state]}>{text.requestState[r.state]}</Badge>{' '}
              <span class="hint">
                <Time at={r.askedAt} />
              </span>
            </p>
            {r.question ? <Prose text={r.question} /> : <p>{text.requestAbout[r.about]}</p>}
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Elsewhere = ({ view }: { view: CaseView }) => {
  const { text, labels } = useDesk()
  return (
    <Section id="elsewhere" title={text.section.elsewhere}>
      <ul class="list">
        {view.links.map((l) => (
          <li key={l.reference + l.kind}>
            {word(text.link, l.kind)}: <a href={`/admin/cases/${l.reference}`}>{l.reference}</a>
          </li>
        ))}
        {view.referrals.map((r) => (
          <li key={r.id}>
            {labels.referral[r.kind]} {r.body && `· ${r.body}`} <Badge>{text.referralState[r.state]}</Badge>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Who may act on the case, who may not and why, and what was appointed or waived (PROCESS rule 2). */
export const Independence = ({ view }: { view: CaseView }) => {
  const { text, names } = useDesk()
  const { staff } = view
  if (!staff) return null
  const list = (ids: readonly string[]) =>
    ids.length > 0 ? ids.map((id) => names.get(id) ?? id).join(', ') : <Badge tone="bad">{text.nobodyEligible}</Badge>
  const appointed = view.timeline.filter((e) => e.type === 'outside_appointed')
  const waived = view.timeline.filter((e) => e.type === 'independence_waived')
  return (
    <Section id="independence" title={text.section.independence}>
      <Facts
        of={[
          [text.purpose.handle, list(staff.eligible.handlers)],
          [text.purpose.appeal, list(staff.eligible.reviewers)],
          [text.tookPart, staff.participants.map((p) => names.get(p.id) ?? p.id).join(', ')],
          [text.recused, staff.recused.map((id) => names.get(id) ?? id).join(', ')],
          staff.respondent.staff && [text.respondent, <Person id={staff.respondent.staff} />],
          staff.holds.length > 0 && [
            text.holds,
            <Badge tone="warn">{fill(text.holdCount, { count: staff.holds.length })}</Badge>,
          ],
        ]}
      />
      {appointed.map((e) => (
        <p key={e.seq}>
          <strong>{text.event.outside_appointed}</strong>: {String(e.text?.name ?? '')} — {String(e.text?.reason ?? '')}
        </p>
      ))}
      {waived.map((e) => (
        <p key={e.seq}>
          <strong>{text.event.independence_waived}</strong>: {names.get(String(e.facts.staff)) ?? String(e.facts.staff)}{' '}
          — {String(e.text?.reason ?? '')}
        </p>
      ))}
    </Section>
  )
}
