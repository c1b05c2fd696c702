import { useEffect, useRef, useState } from 'preact/hooks'
import type { Command, Complaint, Site } from '../../../sdk/src/index.ts'
import { WishFields } from '../form/steps.tsx'
import { t } from '../i18n.ts'
import { Files } from '../intake/Files.tsx'
import { Uploads, useUploads } from '../intake/uploads.ts'
import { forget, keep, kept } from '../storage.ts'
import { useAttempt } from '../ui/attempt.ts'
import { Choice, Faults, Form, Labelled, Text } from '../ui/fields.tsx'
import { Tick } from '../ui/more.tsx'
import { fieldsOf, toCommand } from './commands.ts'

interface Props {
  site: Site
  view: Complaint
  type: string
  token: string
  give: (command: Command) => Promise<void>
  done: () => void
  cancel: () => void
}

/** One command, with what it asks. What is typed is kept until it is sent, whatever happens in between. */
export const CommandForm = ({ site, view, type, token, give, done, cancel }: Props) => {
  const draft = `said:${view.reference}:${type}`
  const [values, setValues] = useState<Record<string, string>>(() => ({
    currency: site.currencies[0] ?? '',
    ...kept<Record<string, string>>(draft),
  }))
  const [faults, setFaults] = useState<Record<string, string>>({})
  const { begin, fail, ...attempt } = useAttempt()
  const [evidence] = useState(() => new Uploads(async () => token, `${draft}:files`))
  const heading = useRef<HTMLHeadingElement>(null)
  const fields = fieldsOf(type)
  useUploads(evidence)
  useEffect(() => heading.current?.focus(), [])
  useEffect(() => {
    if (!attempt.busy || evidence.busy) return
    if (evidence.failed) return fail(t.filesFailed)
    const ids = evidence.done.map(({ id }) => id)
    give(toCommand(type, values, view, ids) as Command).then(() => {
      forget(draft)
      forget(`${draft}:files`)
      done()
    }, fail)
  }, [attempt.busy, evidence.busy])

  const submitted = (event: Event) => {
    event.preventDefault()
    if (attempt.busy) return
    const missing = fields.filter(({ name, needed }) => needed && !values[name]?.trim())
    setFaults(Object.fromEntries(missing.map(({ name }) => [name, t.errorNeeded])))
    begin(!missing.length)
  }
  const set = (name: string, value: string) => {
    const next = { ...values, [name]: value }
    setValues(next)
    setFaults({})
    keep(draft, next)
  }
  const choices: Record<string, Readonly<Record<string, string>>> = {
    agreed: { yes: t.yes, no: t.agreedNo },
    satisfied: { yes: t.yes, no: t.no },
    rating: t.ratings,
    kind: t.referralKinds,
    preferredChannel: t.channels,
  }
  const input = ({ name, needed }: { name: string; needed: boolean }) => {
    const label = name === 'reason' && type === 'reject_plan' ? t.reasonReject : String(t[name as 'reason'])
    const common = { key: name, name, label, optional: !needed }
    const options = Object.entries(choices[name] ?? {})
    if (options.length)
      return <Choice {...common} pills options={options.map(([value, label]) => ({ value, label }))} />
    if (name === '+')
      return (
        <Labelled {...common} label={t.addFiles} group={{}}>
          <Files
            name={name}
            uploads={evidence}
            limits={{ ...site.limits, files: site.limits.files - view.evidence.length }}
          />
        </Labelled>
      )
    if (name === 'wish') return <WishFields key={name} site={site} />
    if (name === 'undelivered')
      return (
        values.satisfied === 'no' && (
          <Labelled {...common} group={{}}>
            {view.plan?.remedies.map(({ id, content }) => (
              <Tick key={id} name={id} label={content} />
            ))}
          </Labelled>
        )
      )
    return <Text {...common} {...(['name', 'email', 'phone'].includes(name) ? {} : { rows: 5, max: 20_000 })} />
  }
  return (
    <Form.Provider value={{ values, faults, set }}>
      <form class="act" noValidate onSubmit={submitted}>
        <h2 tabIndex={-1} ref={heading}>
          {t.commands[type as 'appeal']}
        </h2>
        <p class="hint">{t.hints[type as 'appeal']}</p>
        <Faults faults={faults} attempt={attempt} />
        {fields.map(input)}
        <div class="row">
          <button type="submit" class="main" aria-disabled={attempt.busy}>
            {attempt.busy ? t.sending : t.sendCommand}
          </button>
          <button type="button" class="plain" onClick={cancel}>
            {t.cancel}
          </button>
        </div>
      </form>
    </Form.Provider>
  )
}
