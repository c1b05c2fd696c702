import type { Complaint } from '../../../sdk/src/index.ts'
import { given, wishOf } from '../form/draft.ts'

/** What a command asks of the person, besides files. */
export type Field =
  | 'message'
  | 'question'
  | 'grounds'
  | 'reason'
  | 'comment'
  | 'agreed'
  | 'satisfied'
  | 'rating'
  | 'undelivered'
  | 'wish'
  | 'referral'
  | 'contact'

interface Spec {
  fields: readonly Field[]
  /** Fields that must be filled. */
  needs?: readonly Field[]
  files?: true
}

/** Every command of a complainant. The order is that in which they are offered. */
export const COMMANDS: Record<string, Spec> = {
  confirm_points: { fields: ['agreed', 'comment'], needs: ['agreed'] },
  accept_plan: { fields: ['comment'] },
  question_plan: { fields: ['question'], needs: ['question'] },
  reject_plan: { fields: ['reason', 'wish'], needs: ['reason'] },
  confirm_outcome: { fields: ['satisfied', 'undelivered', 'rating', 'comment'], needs: ['satisfied'] },
  question_outcome: { fields: ['question'], needs: ['question'] },
  add_message: { fields: ['message'], needs: ['message'], files: true },
  appeal: { fields: ['grounds'], needs: ['grounds'], files: true },
  rescind_withdrawal: { fields: ['reason'] },
  request_escalation: { fields: ['reason'] },
  request_referral: { fields: ['referral', 'reason'], needs: ['referral'] },
  comment_on_handling: { fields: ['comment'], needs: ['comment'], files: true },
  correct_contact: { fields: ['contact'] },
  revoke_representative: { fields: ['reason'] },
  withdraw: { fields: ['reason'] },
}

/** Those that are offered first; the others stand under "more". */
export const MAIN = Object.keys(COMMANDS).slice(0, 9)

type Values = Readonly<Record<string, string>>

/** The body of `POST …/commands` from what was typed; empty answers are left out. */
export const toCommand = (
  type: string,
  values: Values,
  view: Pick<Complaint, 'representative' | 'requests' | 'plan'>,
  files: readonly string[],
): object => {
  const said = (name: string) => (values[name]?.trim() ? { [name]: values[name] } : {})
  const yes = (name: string) => ({ [name]: values[name] === 'yes' })
  const written: Record<Field, () => object> = {
    message: () => said('message'),
    question: () => said('question'),
    grounds: () => said('grounds'),
    reason: () => said('reason'),
    comment: () => said('comment'),
    agreed: () => yes('agreed'),
    satisfied: () => yes('satisfied'),
    rating: () => (values.rating ? { rating: Number(values.rating) } : {}),
    undelivered: () => ({ undelivered: (view.plan?.remedies ?? []).flatMap(({ id }) => (values[id] ? [id] : [])) }),
    referral: () => ({ kind: values.referral }),
    wish: () => given({ wish: wishOf({ wish: '', amount: '', currency: '', wishText: '', ...values }) }),
    contact: () => ({ ...said('name'), ...said('email'), ...said('phone'), ...said('preferredChannel') }),
  }
  const spec = COMMANDS[type]
  const asked = view.requests.find(
    ({ state, of, about }) => state === 'open' && of === 'complainant' && about !== 'points',
  )
  return {
    type,
    ...Object.assign({}, ...(spec?.fields ?? []).map((field) => written[field]())),
    ...(spec?.files && { evidence: files }),
    ...(type === 'add_message' && asked && { request: asked.id }),
    ...(type === 'revoke_representative' && { representative: view.representative?.id }),
  }
}
