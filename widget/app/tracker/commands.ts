import type { Complaint } from '../../../sdk/src/index.ts'
import { wishOf } from '../form/draft.ts'

interface Spec {
  /** What is asked: the names of fields, most of them as the command has them. */
  fields: readonly string[]
  /** How many of them, from the first, must be filled. */
  needs?: number
  files?: true
}

/** Every command of a complainant, in the order in which they are offered. */
export const COMMANDS: Record<string, Spec> = {
  confirm_points: { fields: ['agreed', 'comment'], needs: 1 },
  accept_plan: { fields: ['comment'] },
  question_plan: { fields: ['question'], needs: 1 },
  reject_plan: { fields: ['reason', 'wish'], needs: 1 },
  confirm_outcome: { fields: ['satisfied', 'undelivered', 'rating', 'comment'], needs: 1 },
  question_outcome: { fields: ['question'], needs: 1 },
  add_message: { fields: ['message'], needs: 1, files: true },
  appeal: { fields: ['grounds'], needs: 1, files: true },
  rescind_withdrawal: { fields: ['reason'] },
  request_escalation: { fields: ['reason'] },
  request_referral: { fields: ['kind', 'reason'], needs: 1 },
  comment_on_handling: { fields: ['comment'], needs: 1, files: true },
  correct_contact: { fields: ['name', 'email', 'phone', 'preferredChannel'] },
  revoke_representative: { fields: ['reason'] },
  withdraw: { fields: ['reason'] },
}

/** Those that are offered first; the others stand under "more". */
export const MAIN = Object.keys(COMMANDS).slice(0, 9)

type Values = Readonly<Record<string, string>>
type About = Pick<Complaint, 'representative' | 'requests' | 'plan'>

/** The body of `POST …/commands` from what was typed. Answers that were left empty are left out. */
export const toCommand = (type: string, values: Values, view: About, files: readonly string[]): object => {
  const spec = COMMANDS[type] as Spec
  const body: Record<string, unknown> = { type }
  for (const name of spec.fields) {
    const value = values[name]
    if (name === 'wish')
      body.wish = wishOf({ wish: '', amount: '', currency: '', wishText: '', ...values }) || undefined
    else if (name === 'undelivered')
      body.undelivered = view.plan?.remedies.map(({ id }) => id).filter((id) => values[id])
    else if (value?.trim())
      body[name] = ['agreed', 'satisfied'].includes(name) ? value === 'yes' : name === 'rating' ? Number(value) : value
  }
  if (spec.files) body.evidence = files
  if (type === 'add_message') body.request = view.requests.find(isOpen)?.id
  if (type === 'revoke_representative') body.representative = view.representative?.id
  return body
}

/** A question to the complainant that a message answers; points are confirmed in their own way. */
export const isOpen = ({ state, of, about }: Complaint['requests'][number]): boolean =>
  state === 'open' && of === 'complainant' && about !== 'points'
