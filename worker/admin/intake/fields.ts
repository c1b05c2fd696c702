import type { Field, Setting } from '../forms/field.ts'
import { categories, departments, named, remedyKinds, yesNo } from '../forms/options.ts'

const when = { as: 'moment', name: 'receivedAt' } as const

/** How the complaint came, what it is about, who complains: everything of PROCESS "Intake", in the order people tell it. */
export const intakeFields = {
  how: [
    {
      as: 'radio',
      name: 'channel',
      options: named('channel', ['phone', 'post', 'in_person', 'chat', 'email']),
      prefill: () => 'phone',
      required: true,
    },
    when,
  ],
  what: [
    { as: 'line', name: 'subject' },
    { as: 'area', name: 'narrative', required: true, rows: 8 },
    { as: 'select', name: 'category', options: categories },
    { as: 'line', name: 'product' },
    { as: 'day', name: 'occurredOn' },
    { as: 'select', name: 'respondentDepartment', options: departments },
    { as: 'line', name: 'respondentPerson' },
    {
      as: 'group',
      name: 'wish',
      fields: [
        { as: 'select', name: 'kind', options: remedyKinds },
        { as: 'money', name: 'money' },
        { as: 'area', name: 'text' },
      ],
    },
    { as: 'files', name: 'evidence' },
  ],
  who: [
    {
      as: 'group',
      name: 'complainant',
      fields: [
        { as: 'line', name: 'name' },
        { as: 'email', name: 'email' },
        { as: 'phone', name: 'phone' },
        { as: 'select', name: 'preferredChannel', options: named('channel', ['email', 'phone', 'post']) },
        { as: 'line', name: 'customerReference' },
      ],
    },
    { as: 'tick', name: 'anonymous' },
    {
      as: 'group',
      name: 'representative',
      folded: true,
      fields: [
        { as: 'line', name: 'name' },
        { as: 'line', name: 'relation' },
        { as: 'email', name: 'email' },
        { as: 'phone', name: 'phone' },
        { as: 'files', name: 'authority', single: true },
      ],
    },
    { as: 'select', name: 'willing', value: 'boolean', options: yesNo },
    { as: 'area', name: 'vulnerable' },
    { as: 'tick', name: 'consent' },
  ],
} satisfies Record<string, readonly Field<Setting>[]>
