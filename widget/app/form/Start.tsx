import type { ComponentChildren } from 'preact'
import type { Site } from '../../../sdk/src/index.ts'
import { fill, plural, t, unit } from '../i18n.ts'
import { Icon } from '../ui/Icon.tsx'
import { FORWARD, SEARCH, WRITE } from '../ui/icons.ts'
import { Title } from '../ui/Title.tsx'

interface Props {
  site: Site
  /** Whether a draft waits to be continued. */
  draft: boolean
  begin: () => void
  follow: () => void
  discard: () => void
}

export const Start = ({ site, draft, begin, follow, discard }: Props) => {
  const { promise } = site
  const hours = (n: number) => fill(t.expectWithin, { time: unit('hour', n, { unitDisplay: 'long' }) })
  const expected: [when: string, what: string][] = [
    [hours(promise.acknowledgeHours), t.expectAcknowledged],
    [hours(promise.reviewHours), t.expectReviewed],
    [t.expectThen, t.expectDecision],
    [fill(t.expectYouHave, { time: plural(t.workingDays, promise.replyWorkingDays) }), t.expectReply],
    [fill(t.expectOnce, { time: plural(t.workingDays, promise.appealWorkingDays) }), t.expectAppeal],
  ]
  return (
    <>
      <Title>{fill(t.startTitle, { name: site.name })}</Title>
      {site.introduction && <p class="lead">{site.introduction}</p>}
      <div class="ways">
        <Way icon={WRITE} class="main" go={begin} name={draft ? t.startResume : t.startNew}>
          {draft ? t.startResumeHint : t.startNewHint}
        </Way>
        <Way icon={SEARCH} go={follow} name={t.startFollow}>
          {t.startFollowHint}
        </Way>
      </div>
      {draft && (
        <button type="button" class="link" onClick={discard}>
          {t.startDiscard}
        </button>
      )}
      <section>
        <h2>{t.expect}</h2>
        <ol class="path">
          {expected.map(([when, what]) => (
            <li key={what}>
              {what}
              <small>{when}</small>
            </li>
          ))}
        </ol>
      </section>
      {site.eligibility && (
        <section>
          <h2>{t.eligibility}</h2>
          <p>{site.eligibility}</p>
        </section>
      )}
      {site.bodies.length > 0 && (
        <section>
          <h2>{t.bodies}</h2>
          <ul>
            {site.bodies.map(({ name, url }) => (
              <li key={name}>{url ? <Out url={url}>{name}</Out> : name}</li>
            ))}
          </ul>
        </section>
      )}
      <footer class="row">
        <Out url={site.links.terms}>{t.terms}</Out>
        <Out url={site.links.privacy}>{t.privacy}</Out>
      </footer>
    </>
  )
}

interface WayProps {
  icon: string
  name: string
  class?: string
  go: () => void
  children: ComponentChildren
}

const Way = ({ icon, name, class: kind = '', go, children }: WayProps) => (
  <button type="button" class={`way ${kind}`} onClick={go}>
    <Icon d={icon} />
    <span>
      <b>{name}</b>
      <small>{children}</small>
    </span>
    <Icon d={FORWARD} class="along" />
  </button>
)

export const Out = ({ url, children }: { url: string; children: ComponentChildren }) => (
  <a href={url} target="_blank" rel="noopener">
    {children}
    <span class="unseen"> ({t.newTab})</span>
  </a>
)
