import type { ComponentChild } from 'preact'
import type { Site } from '../../../sdk/src/index.ts'
import { t } from '../i18n.ts'
import type { Attached } from '../intake/uploads.ts'
import { Check } from './Check.tsx'
import type { Draft } from './draft.ts'
import { Wish, You } from './steps.tsx'
import type { Step } from './validate.ts'

export { placesOf, send } from './send.ts'

interface Props {
  site: Site
  step: Step
  draft: Draft
  evidence: readonly Attached[]
  authority: readonly Attached[]
  /** A file field. */
  files: (name: string, most: number) => ComponentChild
  go: (step: Step) => void
}

/** Every step but the first. */
const Later = ({ site, step, draft, evidence, authority, files, go }: Props) => (
  <>
    {step === 'evidence' && (
      <>
        <p class="lead">{t.evidenceIntro}</p>
        {files('evidence', site.limits.files - 1)}
      </>
    )}
    {step === 'wish' && <Wish site={site} />}
    {step === 'you' && <You site={site} authority={files('authority', 1)} />}
    {step === 'check' && <Check site={site} draft={draft} files={evidence} authority={authority} change={go} />}
  </>
)

export default Later
