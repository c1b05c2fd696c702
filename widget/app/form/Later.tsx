import { useEffect } from 'preact/hooks'
import type { Site, Submitted } from '../../../sdk/src/index.ts'
import { inWords } from '../api.ts'
import { t } from '../i18n.ts'
import { Files } from '../intake/Files.tsx'
import { dropIntakeToken, intakeToken } from '../intake/token.ts'
import { Uploads, useUploads } from '../intake/uploads.ts'
import './checks.ts'
import { Check } from './Check.tsx'
import { placesOf, send } from './send.ts'
import { Wish, You } from './steps.tsx'
import type { DraftForm } from './useForm.ts'
import type { Step } from './validate.ts'

interface Props {
  site: Site
  step: Step
  form: DraftForm
  /** The uploads of this form, by field; they go on while another step is shown. */
  uploads: Record<string, Uploads>
  /** The person wants to send, as soon as all files have arrived. */
  sending: boolean
  go: (step: Step) => void
  sent: (answer: Submitted) => void
  /** It was not sent, for this reason if it is not one of the answers. */
  fail: (words: string) => void
}

/** Every step but the first, and sending. */
export const Later = ({ site, step, form, uploads, sending, go, sent, fail }: Props) => {
  const token = (refused: boolean) => {
    if (refused) dropIntakeToken()
    return intakeToken(site.siteKey)
  }
  const field = (name: string) => {
    const known = uploads[name] ?? new Uploads(token, name)
    uploads[name] = known
    return known
  }
  const evidence = field('evidence')
  const authority = field('authority')
  useUploads(evidence, authority)
  useEffect(() => {
    if (!sending || evidence.busy || authority.busy) return
    if (evidence.failed || authority.failed) return fail(t.filesFailed)
    send(form.draft, evidence.done, authority.done, token).then(sent, (error) => {
      const places = placesOf(error)
      form.refuse(Object.fromEntries(places.map(({ field, fault }) => [field, fault])))
      if (places[0]) go(places[0].step)
      fail(places[0] ? '' : inWords(error))
    })
  }, [sending, evidence.busy, authority.busy])

  // One place is left for the authority.
  const limits = { ...site.limits, files: site.limits.files - 1 }
  return (
    <>
      {step === 'evidence' && (
        <>
          <p class="lead">{t.evidenceIntro}</p>
          <Files name="evidence" uploads={evidence} limits={limits} />
        </>
      )}
      {step === 'wish' && <Wish site={site} />}
      {step === 'you' && (
        <You site={site} authority={<Files name="authority" uploads={authority} limits={{ ...limits, files: 1 }} />} />
      )}
      {step === 'check' && (
        <Check site={site} draft={form.draft} files={evidence.done} authority={authority.done} change={go} />
      )}
    </>
  )
}
