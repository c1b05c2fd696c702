import type { Failure } from '../actions/types.ts'
import type { Refusal } from '../core/refusal.ts'
import { fill } from '../locales/index.ts'
import type { Desk } from './desk.ts'
import type { Format } from './format.ts'
import type { Fault } from './forms/read.ts'
import { labelOfInput } from './ui/fields/labels.ts'
import { type Words, word } from './words.ts'

/** Why a page came back, and what to put right on it. */
export interface Trouble {
  title: string
  detail: string | null
  faults: readonly { fault: Fault; label: string }[]
}

/** What went wrong with a form: inputs to put right, a refusal, a file that was not taken. */
export interface Wrong {
  faults?: readonly Fault[]
  failure?: Failure
  /** The file that was refused. */
  file?: string
}

/** Null where nothing is wrong. `of` names the form, for the labels of its inputs. */
export const troubleOf = (desk: Desk, of: string, { faults = [], failure, file }: Wrong): Trouble | null => {
  if (!failure && faults.length === 0) return null
  const told = failure && tell(failure, desk, desk.format)
  return {
    title: told ? [file, told.title].filter(Boolean).join(': ') : desk.text.refused.form,
    detail: told?.detail ?? null,
    faults: faults.map((fault) => ({ fault, label: labelOfInput(desk.text, of, fault.name) })),
  }
}

export interface Told {
  title: string
  detail: string
}

/** Why something was not done, in the words of the page. */
export const tell = (failure: Failure, words: Words, format: Format): Told => {
  if ('refused' in failure) return tellRefusal(failure, words, format)
  const { text, problems } = words
  switch (failure.failed) {
    case 'stale':
    case 'conflict':
      return { title: text.refused.staleTitle, detail: text.refused.stale }
    case 'unavailable':
      return { title: text.refused.title, detail: text.refused.busy }
    case 'not_found':
      return { title: text.refused.notThereTitle, detail: text.refused.notThere }
    case 'forbidden':
      return { title: text.refused.forbiddenTitle, detail: text.refused.forbidden }
    case 'upload_invalid': {
      const { title } = problems.problem.upload_invalid
      const { found, ...values } = failure.detail ?? {}
      const named = found === undefined ? values : { ...values, found: word(problems.found, String(found)) }
      return { title, detail: fill(word(problems.upload, failure.why), named) }
    }
    case 'too_many_requests':
      return { title: text.refused.title, detail: text.signIn.throttled }
    case 'unauthenticated':
    case 'challenge_failed':
    case 'idempotency_key_reused':
      return problems.problem[failure.failed]
  }
}

const MOMENTS = new Set(['until', 'than', 'receivedAt'])

const tellRefusal = (refusal: Refusal, { problems, labels }: Words, format: Format): Told => {
  const listed = (part: object, names: readonly string[]) => names.map((n) => word(part, n)).join(problems.separator)
  const values: Record<string, string | number> = {}
  for (const [name, value] of Object.entries(refusal)) {
    if (typeof value === 'number') values[name] = value
    else if (Array.isArray(value)) values.count = value.length
    else if (typeof value === 'string')
      values[name] = !MOMENTS.has(name) ? value : value.length === 10 ? format.day(value) : format.at(value)
  }
  if ('needs' in refusal) values.needs = listed(problems.needs, refusal.needs)
  if ('conflict' in refusal) values.conflict = problems.conflict[refusal.conflict]
  if ('missing' in refusal) values.missing = listed(problems.part, refusal.missing)
  if (refusal.refused === 'wrong_stage') {
    values.stage = labels.stage[refusal.stage]
    values.allowedIn = listed(labels.stage, refusal.allowedIn)
  }
  const { title, detail } = problems.problem[refusal.refused]
  return { title, detail: fill(detail, values) }
}
