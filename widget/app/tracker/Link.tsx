import { useState } from 'preact/hooks'
import { openSession } from '../../../sdk/src/index.ts'
import { api, inWords } from '../api.ts'
import { t } from '../i18n.ts'
import type { Session } from '../session.ts'
import { useAttempt } from '../ui/attempt.ts'
import { Faults } from '../ui/fields.tsx'
import { Title } from '../ui/Title.tsx'

interface Props {
  link: string
  signIn: (session: Session) => void
  leave: () => void
}

/** A one-time link from a message. It is used by a click, because scanners of mail open pages too. */
export const Link = ({ link, signIn, leave }: Props) => {
  const { begin, fail, ...attempt } = useAttempt()
  const [answer, setAnswer] = useState<Awaited<ReturnType<typeof openSession>> | null>(null)
  const open = async () => {
    if (attempt.busy) return
    begin()
    try {
      const opened = await openSession(api(), { link })
      // The token is spent; it need not stay in the address.
      history.replaceState(history.state, '', location.pathname)
      if ('token' in opened && !opened.accessCode) signIn(opened)
      else setAnswer(opened)
    } catch (error) {
      fail(inWords(error))
    }
  }
  const session = answer && 'token' in answer ? answer : null
  const [title, intro, label, go] = session
    ? [t.newCodeTitle, t.newCodeIntro, t.newCodeGo, () => signIn(session)]
    : answer
      ? [t.linkConfirmed, t.linkConfirmedIntro, t.startFollow, leave]
      : [t.linkTitle, t.linkIntro, t.linkOpen, open]
  return (
    <>
      <Title key={title}>{title}</Title>
      <p class="lead">{intro}</p>
      {session && (
        <p class="card">
          <code translate={false}>{session.accessCode}</code>
        </p>
      )}
      <Faults faults={{}} attempt={attempt} />
      <div class="row">
        <button type="button" class="main" onClick={go}>
          {label}
        </button>
        {/* For a link that has expired. */}
        {attempt.failure && (
          <button type="button" class="plain" onClick={leave}>
            {t.startFollow}
          </button>
        )}
      </div>
    </>
  )
}
