import { useEffect, useRef, useState } from 'preact/hooks'
import type { Command, Complaint, Site } from '../../../sdk/src/index.ts'
import { WishFields } from '../form/steps.tsx'
import { t } from '../i18n.ts'
import Files, { type Holder } from '../intake/Files.tsx'
import { forget, keep, kept } from '../storage.ts'
import { Choice, Faults, Form, Text } from '../ui/fields.tsx'
import { Tick } from '../ui/more.tsx'
import { COMMANDS, type Field, toCommand } from './commands.ts'

interface Props {
  site: Site
  view: Complaint
  type: string
  token: string
  give: (command: Command) => Promise<void>
  done: () => void
  cancel: () => void
}

const named = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([value, label]) => ({ value, label }))

/** One command, with what it asks. What is typed is kept until it is sent, whatever happens in between. */
export const CommandForm = ({ site, view, type, token, give, done, cancel }: Props) => {
  const draft = `said:${view.reference}:${type}`
  const [values, setValues] = useState<Record<string, string>>(() => ({
    currency: site.currencies[0] ?? '',
    ...kept<Record<string, string>>(draft),
  }))
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState('')
  const [attempts, setAttempts] = useState(0)
  const [state, setState] = useState<'' | 'waiting' | 'sending'>('')
  const [uploading, setUploading] = useState(false)
  const holder = useRef<Holder>({}).current
  const heading = useRef<HTMLHeadingElement>(null)
  const { fields, needs = [], files } = COMMANDS[type] ?? { fields: [] }
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    if (state === 'waiting' && !uploading) void send()
  }, [state, uploading])

  const send = async () => {
    setState('sending')
    try {
      const attached = holder.evidence?.done.map(({ id }) => id) ?? []
      await give(toCommand(type, values, view, attached) as Command)
      forget(draft)
      done()
    } catch (words) {
      setFailure(String(words))
      setAttempts((n) => n + 1)
      setState('')
    }
  }
  const submitted = (event: Event) => {
    event.preventDefault()
    if (state) return
    const missing = needs.filter((name) => !values[name]?.trim())
    setFaults(Object.fromEntries(missing.map((name) => [name, t.errorNeeded])))
    setFailure('')
    setAttempts((n) => n + 1)
    if (!missing.length) setState('waiting')
  }
  const form = {
    values,
    faults,
    set: (name: string, value: string) => {
      const next = { ...values, [name]: value }
      setValues(next)
      setFaults(({ [name]: _, ...rest }) => rest)
      keep(draft, next)
    },
  }
  const remedies = view.plan?.remedies ?? []
  const yesNo = (no = t.no) => [
    { value: 'yes', label: t.yes },
    { value: 'no', label: no },
  ]
  const prose = (name: Field, label: string) => (
    <Text name={name} label={label} rows={5} max={20_000} optional={!needs.includes(name)} />
  )
  const inputs: Record<Field, () => preact.ComponentChild> = {
    message: () => prose('message', t.message),
    question: () => prose('question', t.question),
    grounds: () => prose('grounds', t.grounds),
    reason: () => prose('reason', type === 'reject_plan' ? t.reasonReject : t.reason),
    comment: () => prose('comment', t.comment),
    agreed: () => <Choice name="agreed" label={t.agreed} options={yesNo(t.agreedNo)} />,
    satisfied: () => <Choice name="satisfied" label={t.satisfied} pills options={yesNo()} />,
    rating: () => <Choice name="rating" label={t.rating} optional pills options={named(t.ratings)} />,
    undelivered: () =>
      values.satisfied === 'no' && (
        <fieldset class="field">
          <legend>{t.undelivered}</legend>
          {remedies.map(({ id, content }) => (
            <Tick key={id} name={id} label={content} />
          ))}
        </fieldset>
      ),
    wish: () => <WishFields site={site} />,
    referral: () => <Choice name="referral" label={t.referralKind} pills options={named(t.referralKinds)} />,
    contact: () => (
      <>
        <Text name="name" label={t.name} optional />
        <Text name="email" type="email" label={t.email} optional />
        <Text name="phone" type="tel" label={t.phone} optional />
        <Choice name="preferredChannel" label={t.preferredChannel} optional pills options={named(t.channels)} />
      </>
    ),
  }
  return (
    <Form.Provider value={form}>
      <form class="act" noValidate onSubmit={submitted}>
        <h2 tabIndex={-1} ref={heading}>
          {t.commands[type as 'appeal']}
        </h2>
        <p class="hint">{t.hints[type as 'appeal']}</p>
        <Faults faults={faults} failure={failure} focus={attempts} />
        {fields.map((name) => inputs[name]())}
        {files && (
          <fieldset class="field">
            <legend>{t.addFiles}</legend>
            <Files
              name="evidence"
              holder={holder}
              limits={{ ...site.limits, files: site.limits.files - view.evidence.length }}
              token={async () => token}
              report={({ busy }) => setUploading(busy)}
            />
          </fieldset>
        )}
        <div class="row">
          <button type="submit" class="main" aria-disabled={!!state}>
            {state ? t.sending : t.sendCommand}
          </button>
          <button type="button" class="plain" onClick={cancel}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Form.Provider>
  )
}
