import { useState } from 'preact/hooks'
import { openSession } from '../../../sdk/src/index.ts'
import type { Session } from '../App.tsx'
import { api, inWords } from '../api.ts'
import { t } from '../i18n.ts'
import { Faults } from '../ui/fields.tsx'
import { Title } from '../ui/Title.tsx'

interface Props {
  link: string
  signIn: (session: Session) => void
  leave: () => void
}

/** A one-time link from a message. It is used by a click, because scanners of mail open pages too. */
export const Link = ({ link, signIn, leave }: Props) => {
  const [failure, setFailure] = useState('')
  const [attempts, setAttempts] = useState(0)
  const [confirmed, setConfirmed] = useState(false)
  const [opened, setOpened] = useState<(Session & { accessCode?: string }) | null>(null)
  const open = async () => {
    try {
      const answer = await openSession(api(), { link })
      // The token is spent; it need not stay in the address.
      history.replaceState(history.state, '', location.pathname + location.search)
      if (!('token' in answer)) setConfirmed(true)
      else if (answer.accessCode) setOpened(answer)
      else signIn(answer)
    } catch (error) {
      setFailure(inWords(error))
      setAttempts(attempts + 1)
    }
  }
  if (confirmed)
    return (
      <>
        <Title key="confirmed">{t.linkConfirmed}</Title>
        <p class="lead">{t.linkConfirmedIntro}</p>
        <button type="button" class="main" onClick={leave}>
          {t.startFollow}
        </button>
      </>
    )
  if (opened)
    return (
      <>
        <Title key="code">{t.newCodeTitle}</Title>
        <p class="lead">{t.newCodeIntro}</p>
        <p class="card">
          <code translate={false}>{opened.accessCode}</code>
        </p>
        <button type="button" class="main" onClick={() => signIn(opened)}>
          {t.newCodeGo}
        </button>
      </>
    )
  return (
    <>
      <Title>{t.linkTitle}</Title>
      <p class="lead">{t.linkIntro}</p>
      <Faults faults={{}} failure={failure} focus={attempts} />
      <button type="button" class="main" onClick={failure ? leave : open}>
        {failure ? t.startFollow : t.linkOpen}
      </button>
    </>
  )
}
