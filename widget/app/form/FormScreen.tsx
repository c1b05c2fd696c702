import { useEffect, useRef } from 'preact/hooks'
import type { Site, Submitted } from '../../../sdk/src/index.ts'
import type { Prefill } from '../../loader/redress-widget.d.ts'
import { fill, locale, t } from '../i18n.ts'
import type { Uploads } from '../intake/uploads.ts'
import { storageWorks } from '../storage.ts'
import { useAttempt } from '../ui/attempt.ts'
import { Faults, Form } from '../ui/fields.tsx'
import { lazy } from '../ui/Lazy.tsx'
import { Back, Title } from '../ui/Title.tsx'
import { Out } from './Start.tsx'
import { useForm } from './useForm.ts'
import { STEPS, type Step } from './validate.ts'
import { What } from './What.tsx'

const rest = () => import('../rest.ts')
const Later = lazy(async () => (await rest()).Later, 'later')

interface Props {
  site: Site
  step: Step
  prefill: Prefill
  go: (step: Step | null) => void
  sent: (answer: Submitted) => void
}

/** The form, one step at a time. */
export const FormScreen = ({ site, step, prefill, go, sent }: Props) => {
  const form = useForm(step, locale, site.currencies[0] ?? '', prefill)
  const { begin, fail, ...attempt } = useAttempt()
  const uploads = useRef<Record<string, Uploads>>({}).current
  const at = STEPS.indexOf(step)

  // What comes later is fetched while the person types: the connection may be gone by then. A failure is met again, and
  // told, when the thing is needed.
  useEffect(() => {
    if (!form.begun) return
    Later.load()
      .then(rest)
      .then(({ intakeToken }) => intakeToken(site.siteKey))
      .catch(() => {})
  }, [form.begun])

  const submitted = (event: Event) => {
    event.preventDefault()
    if (attempt.busy) return
    const next = STEPS[at + 1]
    const passed = form.pass(step)
    begin(passed && !next)
    if (passed && next) go(next)
  }
  return (
    <Form.Provider value={form}>
      <form noValidate onSubmit={submitted}>
        <Back go={() => go(STEPS[at - 1] ?? null)} />
        <ol class="steps" aria-hidden="true">
          {STEPS.map((name, i) => (
            <li key={name} class={i <= at ? 'on' : ''} />
          ))}
        </ol>
        <Title key={step} above={fill(t.step, { n: at + 1, of: STEPS.length })}>
          {t.steps[step]}
        </Title>
        <Faults faults={form.faults} attempt={attempt} />
        {at ? (
          <Later
            site={site}
            step={step}
            form={form}
            uploads={uploads}
            sending={attempt.busy}
            go={go}
            sent={sent}
            fail={fail}
          />
        ) : (
          <What site={site} />
        )}
        <button type="submit" class="main" aria-disabled={attempt.busy}>
          {attempt.busy ? (uploads.evidence?.busy ? t.waitingForFiles : t.sending) : STEPS[at + 1] ? t.next : t.send}
        </button>
        <p class="hint">
          {storageWorks ? t.kept : t.noStorage} {!storageWorks && <Out url={`/c/${site.siteKey}`}>{t.openPage}</Out>}
        </p>
      </form>
    </Form.Provider>
  )
}
