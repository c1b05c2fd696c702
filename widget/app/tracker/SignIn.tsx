import { useState } from 'preact/hooks'
import { openSession, requestAccess } from '../../../sdk/src/index.ts'
import { api, inWords } from '../api.ts'
import { plain } from '../form/draft.ts'
import { t } from '../i18n.ts'
import type { Session } from '../session.ts'
import { useAttempt } from '../ui/attempt.ts'
import { Faults, Form, Text } from '../ui/fields.tsx'
import { Back, Title } from '../ui/Title.tsx'
import { parseCredentials, parseReference } from './credentials.ts'

interface Props {
  /** Why somebody has to sign in who was signed in. */
  notice: string
  signIn: (session: Session) => void
  leave: () => void
}

/** Number and code, typed or pasted together into either field; and the way to a new code. */
export const SignIn = ({ notice, signIn, leave }: Props) => {
  const [values, setValues] = useState<Record<string, string>>({})
  const [faults, setFaults] = useState<Record<string, string>>({})
  const { begin, fail, ...attempt } = useAttempt(notice)
  const [lost, setLost] = useState<'' | 'asked' | 'sent'>('')
  const set = (name: string, value: string) => {
    const found = parseCredentials(value)
    const both = found.reference && found.code ? found : { [name]: value }
    setValues({ ...values, ...(both as Record<string, string>) })
    setFaults({})
  }
  const submitted = async (event: Event) => {
    event.preventDefault()
    if (attempt.busy) return
    const reference = parseReference(values.reference ?? '')
    const { code } = parseCredentials(values.code ?? '')
    const contact = plain(values.contact ?? '')
    const second = lost ? contact : code
    setFaults({
      ...(!reference && { reference: t.errorReference }),
      ...(!second && (lost ? { contact: t.errorLost } : { code: t.errorCode })),
    })
    begin(!!reference && !!second)
    if (!reference || !second) return
    try {
      if (lost) {
        await requestAccess(
          api(),
          contact.includes('@') ? { reference, email: contact } : { reference, phone: contact },
        )
        setLost('sent')
      } else {
        const opened = await openSession(api(), { reference, accessCode: second })
        if ('token' in opened) signIn(opened)
      }
    } catch (error) {
      fail(inWords(error))
    }
  }
  if (lost === 'sent') return <Title key="sent">{t.lostSent}</Title>
  return (
    <Form.Provider value={{ values, faults, set }}>
      <form noValidate onSubmit={submitted}>
        <Back go={lost ? () => setLost('') : leave} />
        <Title key={lost}>{lost ? t.lost : t.signInTitle}</Title>
        <p class="lead">{lost ? t.lostHint : t.signInHint}</p>
        <Faults faults={faults} attempt={attempt} />
        <Text name="reference" label={t.number} autocomplete="off" class="short" />
        {lost ? <Text name="contact" label={t.lostContact} /> : <Text name="code" label={t.code} autocomplete="off" />}
        <button type="submit" class="main" aria-disabled={attempt.busy}>
          {attempt.busy ? t.loading : lost ? t.lostSend : t.signIn}
        </button>
      </form>
      {!lost && (
        <button type="button" class="link" onClick={() => setLost('asked')}>
          {t.lost}
        </button>
      )}
    </Form.Provider>
  )
}
