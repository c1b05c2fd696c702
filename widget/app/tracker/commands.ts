import type { Complaint } from '../../../sdk/src/index.ts'
import { wishOf } from '../form/draft.ts'

/**
 * Every command of a complainant, in the order in which they are offered, and what its form asks: names of fields, most of
 * them as the command has them, with `!` where an answer is needed, and `+` for files.
 */
export const COMMANDS: Readonly<Record<string, string>> = {
  confirm_points: 'agreed! comment',
  accept_plan: 'comment',
  question_plan: 'question!',
  reject_plan: 'reason! wish',
  confirm_outcome: 'satisfied! undelivered rating comment',
  question_outcome: 'question!',
  add_message: 'message! +',
  appeal: 'grounds! +',
  rescind_withdrawal: 'reason',
  request_escalation: 'reason',
  request_referral: 'kind! reason',
  comment_on_handling: 'comment! +',
  correct_contact: 'name email phone preferredChannel',
  revoke_representative: 'reason',
  withdraw: 'reason',
}

/** Fields of a command's form; `+` stands for files. */
export const fieldsOf = (type: string): { name: string; needed: boolean }[] =>
  (COMMANDS[type] ?? '').split(' ').map((field) => ({ name: field.replace('!', ''), needed: field.endsWith('!') }))

/** Those that are offered first; the others stand under "more". */
export const MAIN = Object.keys(COMMANDS).slice(0, 9)

type Values = Readonly<Record<string, string>>
type About = Pick<Complaint, 'representative' | 'requests' | 'plan'>

/** The body of `POST …/commands` from what was typed. Answers that were left empty are left out. */
export const toCommand = (type: string, values: Values, view: About, files: readonly string[]): object => {
  const body: Record<string, unknown> = { type }
  for (const { name } of fieldsOf(type)) {
    const value = values[name]
    if (name === '+') body.evidence = files
    if (name === 'wish')
      body.wish = wishOf({ wish: '', amount: '', currency: '', wishText: '', ...values }) || undefined
    else if (name === 'undelivered')
      body.undelivered = view.plan?.remedies.map(({ id }) => id).filter((id) => values[id])
    else if (value?.trim())
      body[name] = ['agreed', 'satisfied'].includes(name) ? value === 'yes' : name === 'rating' ? Number(value) : value
  }
  if (type === 'add_message') body.request = view.requests.find(isOpen)?.id
  if (type === 'revoke_representative') body.representative = view.representative?.id
  return body
}

/** A question to the complainant that a message answers; points are confirmed in their own way. */
export const isOpen = ({ state, of, about }: Complaint['requests'][number]): boolean =>
  state === 'open' && of === 'complainant' && about !== 'points'
