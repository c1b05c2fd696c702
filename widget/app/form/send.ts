import { RedressError, type Submission, type Submitted, submit } from '../../../sdk/src/index.ts'
import { api, statusOf } from '../api.ts'
import type { Attached, Token } from '../intake/uploads.ts'
import { forget, keyFor } from '../storage.ts'
import type { Draft } from './draft.ts'
import { toSubmission } from './submission.ts'
import { DRAFT, FIELDS, type Field, STEPS, type Step } from './validate.ts'

/** Files the complaint and clears the draft. @throws {RedressError} */
export const send = async (
  draft: Draft,
  files: readonly Attached[],
  authority: readonly Attached[],
  token: Token,
): Promise<Submitted> => {
  const body = toSubmission(draft, files, authority[0] ?? null) as Submission
  const idempotencyKey = keyFor('sending', body)
  const attempt = async (refused: boolean) => submit(api(await token(refused)), body, { idempotencyKey })
  const answer = await attempt(false).catch((error) => {
    if (statusOf(error) !== 401) throw error
    return attempt(true)
  })
  for (const name of [...DRAFT, 'sending', 'intake']) forget(name)
  return answer
}

/** Fields of the form by the JSON pointers under which the server names them. */
const POINTERS: Record<string, Field> = {
  '/wish/kind': 'wish',
  '/wish/money': 'amount',
  '/wish/money/amount': 'amount',
  '/wish/money/currency': 'amount',
  '/wish/text': 'wishText',
  '/complainant/name': 'name',
  '/complainant/email': 'email',
  '/complainant/phone': 'phone',
  '/complainant/preferredChannel': 'preferredChannel',
  '/complainant/customerReference': 'customerReference',
  '/representative/name': 'yourName',
  '/representative/relation': 'relation',
  '/representative/email': 'yourEmail',
  '/representative/phone': 'yourPhone',
  '/respondentDepartment': 'department',
  '/respondentPerson': 'person',
}

export interface Place {
  step: Step
  field: Field
  /** What is wrong with it, in the server's words. */
  fault: string
}

/** The answers that the server did not take. */
export const placesOf = (error: unknown): Place[] =>
  (error instanceof RedressError ? error.errors : []).flatMap(({ pointer, detail }) => {
    const field = POINTERS[pointer] ?? (pointer.slice(1) as Field)
    const step = STEPS.find((name) => FIELDS[name].includes(field))
    return step ? [{ step, field, fault: detail }] : []
  })
