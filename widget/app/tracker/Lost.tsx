import { useState } from 'preact/hooks'
import { requestAccess } from '../../../sdk/src/index.ts'
import { api, inWords } from '../api.ts'
import { isEmail, isPhone } from '../form/checks.ts'
import { plain } from '../form/draft.ts'
import { t } from '../i18n.ts'
import { useAttempt } from '../ui/attempt.ts'
import { Faults, Form, Text } from '../ui/fields.tsx'
import { Back, Title } from '../ui/Title.tsx'
import { parseReference } from './credentials.ts'

interface Props {
  /** The number, as far as it was typed already. */
  typed: string | undefined
  back: () => void
}

const faultOf = (contact: string): string => {
  if (isEmail(contact) || isPhone(contact)) return ''
  return contact.includes('@') ? t.errorEmail : /\d/.test(contact) ? t.errorPhone : t.errorContact
}

/** Asks for a new code, by number and contact. Whether they belong together is told to nobody here. */
export const Lost = ({ typed = '', back }: Props) => {
  const [values, setValues] = useState<Record<string, string>>({ reference: typed })
  const [faults, setFaults] = useState<Record<string, string>>({})
  const { begin, fail, ...attempt } = useAttempt()
  const [sent, setSent] = useState(false)
  const set = (name: string, value: string) => {
    setValues({ ...values, [name]: value })
    setFaults({})
  }
  const submitted = async (event: Event) => {
    event.preventDefault()
    if (attempt.busy) return
    const reference = parseReference(values.reference ?? '')
    const contact = plain(values.contact ?? '')
    const wrong = faultOf(contact)
    setFaults({ ...(!reference && { reference: t.errorReference }), ...(wrong && { contact: wrong }) })
    begin(!!reference && !wrong)
    if (!reference || wrong) return
    try {
      await requestAccess(api(), isEmail(contact) ? { reference, email: contact } : { reference, phone: contact })
      setSent(true)
    } catch (error) {
      fail(inWords(error))
    }
  }
  if (sent)
    return (
      <>
        <Back go={back} />
        <Title key="sent">{t.lostSent}</Title>
        <p class="lead">{t.lostSentHint}</p>
      </>
    )
  return (
    <Form.Provider value={{ values, faults, set }}>
      <form noValidate onSubmit={submitted}>
        <Back go={back} />
        <Title>{t.lost}</Title>
        <p class="lead">{t.lostHint}</p>
        <Faults faults={faults} attempt={attempt} />
        <Text name="reference" label={t.number} autocomplete="off" class="short" />
        <Text name="contact" label={t.lostContact} />
        <button type="submit" class="main" aria-disabled={attempt.busy}>
          {attempt.busy ? t.loading : t.lostSend}
        </button>
      </form>
    </Form.Provider>
  )
}
