import type { CommandType } from '../../core/decide/index.ts'
import type { CommandForm } from './field.ts'
import { inquiry } from './inquiry.ts'
import { people } from './people.ts'
import { plan } from './plan.ts'
import { records } from './records.ts'
import { type replies, reply } from './reply.ts'
import { review } from './review.ts'

/** Commands that staff give; those of the complainant are recorded with `record_reply`. */
export type StaffCommand = Exclude<CommandType, keyof typeof replies>

/** The form of every command of staff. */
export const forms: Record<StaffCommand, CommandForm> = {
  ...review,
  ...people,
  ...inquiry,
  ...plan,
  ...records,
  ...reply,
}

export const isStaffCommand = (type: string): type is StaffCommand => type in forms

export { replies } from './reply.ts'
