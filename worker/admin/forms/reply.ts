import { word } from '../words.ts'
import type { CommandForm, Field } from './field.ts'
import { named, ownRequests, remedies, remedyKinds, yesNo } from './options.ts'

const wish: Field = {
  as: 'group',
  name: 'wish',
  fields: [
    { as: 'select', name: 'kind', options: remedyKinds },
    { as: 'money', name: 'money' },
    { as: 'area', name: 'text' },
  ],
}

/** What a complainant can say, as staff who heard or read it write it down. */
export const replies = {
  add_message: [
    { as: 'area', name: 'message', required: true, rows: 5 },
    { as: 'select', name: 'request', options: ownRequests },
  ],
  confirm_points: [
    { as: 'radio', name: 'agreed', value: 'boolean', options: yesNo, required: true },
    { as: 'area', name: 'comment' },
  ],
  accept_plan: [{ as: 'area', name: 'comment' }],
  question_plan: [{ as: 'area', name: 'question', required: true }],
  reject_plan: [{ as: 'area', name: 'reason', required: true }, wish],
  confirm_outcome: [
    { as: 'radio', name: 'satisfied', value: 'boolean', options: yesNo, required: true },
    {
      as: 'select',
      name: 'rating',
      value: 'number',
      options: () => ['5', '4', '3', '2', '1'].map((value) => ({ value, label: value })),
    },
    { as: 'area', name: 'comment' },
    { as: 'ticks', name: 'undelivered', options: remedies },
  ],
  question_outcome: [{ as: 'area', name: 'question', required: true }],
  appeal: [{ as: 'area', name: 'grounds', required: true, rows: 5 }],
  request_escalation: [{ as: 'area', name: 'reason' }],
  request_referral: [
    { as: 'select', name: 'kind', options: named('referral'), required: true },
    { as: 'area', name: 'reason' },
  ],
  comment_on_handling: [{ as: 'area', name: 'comment', required: true, rows: 5 }],
  correct_contact: [
    { as: 'line', name: 'name' },
    { as: 'email', name: 'email' },
    { as: 'phone', name: 'phone' },
    { as: 'select', name: 'preferredChannel', options: named('channel', ['email', 'phone', 'post']) },
  ],
  withdraw: [{ as: 'area', name: 'reason' }],
  rescind_withdrawal: [{ as: 'area', name: 'reason' }],
} satisfies Record<string, readonly Field[]>

/** Anything the complainant said outside the system (PROCESS rule 14). */
export const reply = {
  record_reply: {
    fields: [
      {
        as: 'variant',
        name: 'reply',
        required: true,
        options: ({ replies, desk }) => replies.map((value) => ({ value, label: word(desk.text.replies, value) })),
        variants: replies,
      },
      { as: 'select', name: 'how', options: named('replyMedium'), required: true },
      { as: 'moment', name: 'receivedAt', orNow: true },
      { as: 'area', name: 'note' },
      { as: 'files', name: 'evidence' },
    ],
  },
} satisfies Record<string, CommandForm>
