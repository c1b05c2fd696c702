import type { Complaint } from '../../../sdk/src/index.ts'
import { bytes, moment, money } from '../format.ts'
import { t } from '../i18n.ts'

/** The files of a case. */
export const Evidence = ({ view, token }: { view: Complaint; token: string }) =>
  view.evidence.length > 0 && (
    <section>
      <h2>{t.evidence}</h2>
      <ul class="list">
        {view.evidence.map(({ id, name, size, at }) => (
          <li key={id} class="file">
            <div>
              <b>{name}</b>
              <small>
                {bytes(size)}, {moment(at)}
              </small>
            </div>
            {/* A form, so that the token is in no address and the browser shows its own progress. */}
            <form method="post" action={`/v1/evidence/${id}/download`} target="_blank" rel="noopener">
              <input type="hidden" hidden name="token" value={token} />
              <button type="submit" class="plain">
                {t.download}
                <span class="unseen"> {name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )

/** What the complaint said when it came. */
export const Told = ({ view, label }: { view: Complaint; label: (kind: string) => string }) => {
  const { wish, complainant, narrative } = view
  const lines = (...values: unknown[]) => values.filter(Boolean).join('\n')
  return (
    <details>
      <summary>{t.told}</summary>
      <dl>
        <dd>{narrative}</dd>
        {wish && (
          <>
            <dt>{t.wish}</dt>
            <dd>{lines(label(wish.kind), wish.money && money(wish.money), wish.text)}</dd>
          </>
        )}
        <dt>{t.contact}</dt>
        <dd>{lines(complainant.name, complainant.email, complainant.phone) || t.anonymous}</dd>
      </dl>
    </details>
  )
}
