import { createPartnerKey } from '../../worker/actions/administration.ts'
import { mintIntakeToken } from '../../worker/actions/intakeToken.ts'
import { later, type Services } from '../../worker/actions/services.ts'
import { submitComplaint } from '../../worker/actions/submitComplaint.ts'
import type { Credential } from '../../worker/actions/types.ts'
import type { Submission } from '../../worker/core/decide/index.ts'
import { length, received } from './calendar.ts'
import type { Filing, Stage } from './play.ts'
import type { Filed, Story } from './story.ts'
import { must, upload } from './uploading.ts'

const HOUR = 3_600_000

/** Files the complaint with which a story begins, at its time and by whoever files it. */
export const file = async (stage: Stage, story: Story): Promise<Filing> => {
  const { services, present } = stage
  const at =
    typeof story.received === 'string' ? present + length(story.received) : received(present, ...story.received)
  stage.setTime(at)
  const site = `si_${story.site}`
  const credential = await credentialOf(stage, story, site)
  const send = (name: string) => upload(stage, credential, site, name)
  const evidence: string[] = []
  for (const name of story.files ?? []) evidence.push(await send(name))
  const authority = story.representative?.authority
  const submission = submissionOf(story, evidence, authority && (await send(authority)))
  const answer = await submitComplaint(services, credential, { submission, siteKey: `pk_demo_${story.site}` })
  const { reference, accessCode } = must(story.name, answer)
  stage.references.set(story.name, reference)
  return { reference, accessCode, at }
}

const credentialOf = async (stage: Stage, { name, filed }: Story, site: string): Promise<Credential> => {
  const { services, tokens } = stage
  switch (filed.by) {
    case 'visitor':
    case 'anonymous': {
      const expiresAt = later(services.now(), HOUR)
      const { token } = await mintIntakeToken(services, { site, solution: `seed ${name}`, expiresAt })
      return { kind: 'intake', token }
    }
    case 'partner':
      return { kind: 'key', token: await partnerKey(services, site, filed) }
    default:
      return { kind: 'staff_token', token: tokens[filed.by] }
  }
}

const partnerKey = async (services: Services, site: string, { name, scopes }: Extract<Filed, { by: 'partner' }>) =>
  (await createPartnerKey(services, { site, name, scopes })).token

const submissionOf = (story: Story, evidence: string[], authority: string | undefined): Submission => {
  const { account, filed, person = {}, representative } = story
  const { language, category, product, subject, narrative, wish, willing, vulnerable } = account
  return {
    language,
    category,
    subject,
    narrative,
    anonymous: filed.by === 'anonymous',
    complainant: person,
    evidence,
    consent: true,
    ...(product && { product }),
    ...(wish && { wish }),
    ...(willing !== undefined && { willing }),
    ...(vulnerable && { vulnerable }),
    ...(representative && { representative: { ...representative, authority } }),
    ...('channel' in filed && { channel: filed.channel }),
    ...('externalReference' in filed && { externalReference: filed.externalReference }),
  }
}
