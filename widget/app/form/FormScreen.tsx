import { useEffect, useRef, useState } from 'preact/hooks'
import type { Site, Submitted } from '../../../sdk/src/index.ts'
import type { Prefill } from '../../loader/messages.ts'
import { inWords } from '../api.ts'
import { fill, locale, t } from '../i18n.ts'
import type { Holder } from '../intake/Files.tsx'
import { dropIntakeToken, intakeToken } from '../intake/token.ts'
import type { Attached, Uploads } from '../intake/uploads.ts'
import { keep, kept, storageWorks } from '../storage.ts'
import { Faults, Form } from '../ui/fields.tsx'
import { Icon } from '../ui/Icon.tsx'
import { BACK } from '../ui/icons.ts'
import { lazy } from '../ui/Lazy.tsx'
import { Title } from '../ui/Title.tsx'
import { useForm } from './useForm.ts'
import { STEPS, type Step } from './validate.ts'
import { What } from './What.tsx'

const Files = lazy(() => import('../intake/Files.tsx'), 'later')
const loadLater = () => import('./later.tsx')
const Later = lazy(loadLater, 'later')

interface Props {
  site: Site
  step: Step
  prefill: Prefill
  go: (step: Step | null) => void
  sent: (answer: Submitted) => void
}

/** What has arrived of each file field, and what is still under way. */
interface Arrived {
  done: readonly Attached[]
  busy: boolean
  failed: boolean
}
const NONE: Arrived = { done: [], busy: false, failed: false }

const FormScreen = ({ site, step, prefill, go, sent }: Props) => {
  const form = useForm(step, locale, site.currencies[0] ?? '', prefill)
  const [attempts, setAttempts] = useState(0)
  const [state, setState] = useState<'' | 'waiting' | 'sending'>('')
  const [failure, setFailure] = useState('')
  const [arrived, setArrived] = useState<Record<string, Arrived>>(() => kept('files') ?? {})
  const holder = useRef<Holder>({}).current
  const { evidence = NONE, authority = NONE } = arrived
  const at = STEPS.indexOf(step)

  // What comes later is fetched while the person types: the connection may be gone by then. A failure is met again, and
  // told, when the thing is needed.
  useEffect(() => {
    if (!form.begun) return
    intakeToken(site.siteKey).catch(() => {})
    Later.load().catch(() => {})
  }, [form.begun])
  useEffect(() => setFailure(''), [step])
  useEffect(() => {
    const settled = Object.entries(arrived).map(([name, { done }]) => [name, { ...NONE, done }])
    keep('files', Object.fromEntries(settled))
  }, [arrived])
  useEffect(() => {
    if (state === 'waiting' && !evidence.busy && !authority.busy) void finish()
  }, [state, arrived])

  const token = (refused: boolean) => {
    if (refused) dropIntakeToken()
    return intakeToken(site.siteKey)
  }
  const finish = async () => {
    setState('sending')
    try {
      if (evidence.failed || authority.failed) return fail(t.filesFailed)
      const { send, placesOf } = await loadLater()
      const answer = await send(form.draft, evidence.done, authority.done, token).catch((error) => {
        const places = placesOf(error)
        form.refuse(Object.fromEntries(places.map(({ field, fault }) => [field, fault])))
        if (!places[0]) throw error
        go(places[0].step)
      })
      if (answer) sent(answer)
      else fail('')
    } catch (error) {
      fail(inWords(error))
    }
  }
  const fail = (words: string) => {
    setState('')
    setFailure(words)
    setAttempts((n) => n + 1)
  }
  const submitted = (event: Event) => {
    event.preventDefault()
    if (state) return
    setFailure('')
    setAttempts((n) => n + 1)
    if (!form.pass(step)) return
    const next = STEPS[at + 1]
    if (next) go(next)
    else setState('waiting')
  }
  const files = (name: string, most: number) => (
    <Files
      name={name}
      holder={holder}
      limits={{ ...site.limits, files: most }}
      token={token}
      arrived={arrived[name]?.done ?? []}
      report={({ done, busy, items }: Uploads) => {
        const failed = items.some((i) => i.state === 'failed')
        setArrived((all) => ({ ...all, [name]: { done, busy, failed } }))
      }}
    />
  )
  return (
    <Form.Provider value={form}>
      <form noValidate onSubmit={submitted}>
        <button type="button" class="link back" onClick={() => go(STEPS[at - 1] ?? null)}>
          <Icon d={BACK} class="along" />
          {t.back}
        </button>
        <ol class="steps" aria-hidden="true">
          {STEPS.map((name, i) => (
            <li key={name} class={i <= at ? 'on' : ''} />
          ))}
        </ol>
        <Title key={step} above={fill(t.step, { n: at + 1, of: STEPS.length })}>
          {t.steps[step]}
        </Title>
        <Faults faults={form.faults} failure={failure} focus={attempts} />
        {at === 0 ? (
          <What site={site} />
        ) : (
          <Later
            site={site}
            step={step}
            draft={form.draft}
            evidence={evidence.done}
            authority={authority.done}
            files={files}
            go={go}
          />
        )}
        <button type="submit" class="main" aria-disabled={!!state}>
          {!state ? (step === 'check' ? t.send : t.next) : evidence.busy ? t.waitingForFiles : t.sending}
        </button>
        <p class="hint">{storageWorks ? t.kept : t.noStorage}</p>
      </form>
    </Form.Provider>
  )
}

export default FormScreen
