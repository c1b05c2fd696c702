import { useState } from 'preact/hooks'
import type { Site, Submitted } from '../../../sdk/src/index.ts'
import { moment } from '../format.ts'
import { fill, t } from '../i18n.ts'
import { save as saveFile } from '../save.ts'
import { Icon } from '../ui/Icon.tsx'
import { CHECK } from '../ui/icons.ts'
import { Title } from '../ui/Title.tsx'

interface Props {
  site: Site
  answer: Submitted
  /** Address of the page on which the complaint can be followed. */
  page: string
  follow: () => void
  end: () => void
}

export const Receipt = ({ site, answer, page, follow, end }: Props) => {
  const { reference, accessCode, promises, sessionOf, session } = answer
  const [copied, setCopied] = useState(false)
  const copy = () =>
    navigator.clipboard
      .writeText(`${t.number}: ${reference}\n${t.code}: ${accessCode}`)
      .then(() => setCopied(true))
      .catch(() => {})
  const due = promises.flatMap(({ kind, dueAt }) => {
    const words = (t.promises as Record<string, string>)[kind]
    return words ? [{ words, dueAt }] : []
  })
  return (
    <>
      <div class="received">
        <Icon d={CHECK} />
        <Title>{t.sentTitle}</Title>
        <p>{t.sentIntro}</p>
        {sessionOf === 'representative' && <p>{t.sentRepresentative}</p>}
        <dl>
          {[[t.number, reference] as const, [t.code, accessCode] as const].map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <code translate={false}>{value}</code>
              </dd>
            </div>
          ))}
        </dl>
        <div class="row">
          <button type="button" class="plain" onClick={copy}>
            {copied ? t.copied : t.copyBoth}
          </button>
          <button type="button" class="plain" onClick={() => print()}>
            {t.print}
          </button>
          <button type="button" class="plain" onClick={() => save(site, answer, page)}>
            {t.save}
          </button>
        </div>
        <p class="unseen" role="status">
          {copied && t.copied}
        </p>
      </div>
      <section>
        <h2>{t.sentNext}</h2>
        <ol class="path">
          {due.map(({ words, dueAt }) => (
            <li key={words}>
              {words}
              <small>{fill(t.by, { date: moment(dueAt) })}</small>
            </li>
          ))}
          <li>
            {t.expectDecision}
            <small>{t.expectThen}</small>
          </li>
        </ol>
      </section>
      <p class="hint">{t.doneHint}</p>
      <div class="row">
        {session && (
          <button type="button" class="main" onClick={follow}>
            {t.openTracker}
          </button>
        )}
        <button type="button" class="plain" onClick={end}>
          {t.done}
        </button>
      </div>
    </>
  )
}

/** A text file with everything needed to come back, and the receipt that proves it. */
const save = (site: Site, { reference, accessCode, receivedAt, receipt }: Submitted, page: string) => {
  const lines = [
    fill(t.receiptTitle, { name: site.name }),
    '',
    `${t.number}: ${reference}`,
    `${t.code}: ${accessCode}`,
    `${t.received}: ${moment(receivedAt)}`,
    `${t.follow}: ${page}`,
    '',
    `${fill(t.receiptSignature, { url: new URL('/.well-known/jwks.json', page).href })}:`,
    receipt,
    '',
  ]
  saveFile(new Blob([lines.join('\r\n')], { type: 'text/plain;charset=utf-8' }), `${t.receiptFile}-${reference}.txt`)
}
