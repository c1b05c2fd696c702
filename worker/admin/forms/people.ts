import { PURPOSES } from '../../core/vocabulary.ts'
import type { CommandForm } from './field.ts'
import { assignable, staff } from './options.ts'

const purpose = {
  as: 'radio',
  name: 'purpose',
  required: true,
  options: ({ desk }) => PURPOSES.map((value) => ({ value, label: desk.text.purpose[value] })),
} satisfies CommandForm['fields'][number]

/** Commands on who handles the case. */
export const people = {
  assign: {
    fields: [
      { as: 'select', name: 'to', options: assignable, prefill: (s) => assignable(s)[0]?.value ?? '', required: true },
    ],
  },
  recuse: { weighty: true, fields: [{ as: 'area', name: 'reason', required: true }] },
  appoint_outside: {
    fields: [
      purpose,
      { as: 'line', name: 'name', required: true },
      { as: 'email', name: 'email', required: true },
      { as: 'number', name: 'seniority', prefill: () => '100' },
      { as: 'area', name: 'reason', required: true },
    ],
  },
  waive_independence: {
    weighty: true,
    fields: [
      purpose,
      { as: 'select', name: 'staff', options: staff, required: true },
      { as: 'area', name: 'reason', required: true },
    ],
  },
  escalate: {
    fields: [
      {
        as: 'radio',
        name: 'to',
        value: 'number',
        required: true,
        options: ({ desk, view }) =>
          [
            { value: '2', label: desk.text.level[2] },
            { value: '3', label: desk.text.level[3] },
          ].filter((o) => Number(o.value) > (view.staff?.escalation ?? 1)),
      },
      { as: 'area', name: 'reason', required: true },
    ],
  },
} satisfies Record<string, CommandForm>
