import { useState } from 'preact/hooks'
import { openSession } from '../../../sdk/src/index.ts'
import { api, inWords } from '../api.ts'
import { t } from '../i18n.ts'
import type { Session } from '../session.ts'
import { useAttempt } from '../ui/attempt.ts'
import { Faults, Form, Text } from '../ui/fields.tsx'
import { Back, Title } from '../ui/Title.tsx'
import { parseCredentials, parseReference } from './credentials.ts'
import { Lost } from './Lost.tsx'

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
  const [lost, setLost] = useState(false)
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
    setFaults({ ...(!reference && { reference: t.errorReference }), ...(!code && { code: t.errorCode }) })
    begin(!!reference && !!code)
    if (!reference || !code) return
    try {
      const opened = await openSession(api(), { reference, accessCode: code })
      if ('token' in opened) signIn(opened)
    } catch (error) {
      fail(inWords(error))
    }
  }
  if (lost) return <Lost typed={values.reference} back={() => setLost(false)} />
  return (
    <Form.Provider value={{ values, faults, set }}>
      <form noValidate onSubmit={submitted}>
        <Back go={leave} />
        <Title>{t.signInTitle}</Title>
        <p class="lead">{t.signInHint}</p>
        <Faults faults={faults} attempt={attempt} />
        <Text name="reference" label={t.number} autocomplete="off" class="short" />
        <Text name="code" label={t.code} autocomplete="off" />
        <button type="submit" class="main" aria-disabled={attempt.busy}>
          {attempt.busy ? t.loading : t.signIn}
        </button>
      </form>
      <button type="button" class="link" onClick={() => setLost(true)}>
        {t.lost}
      </button>
    </Form.Provider>
  )
}
