import type { CommandForm, Scene } from './field.ts'
import { categories, departments, eachRepresentative, named, staff, unlinkable, yesNo } from './options.ts'

const respondent = ({ view }: Scene) => view.staff?.respondent

/** Commands of the preliminary review. */
export const review = {
  verify: {
    fields: [
      { as: 'tick', name: 'identity' },
      { as: 'tick', name: 'contact' },
      { as: 'tick', name: 'content' },
      { as: 'area', name: 'note' },
    ],
  },
  verify_representative: {
    each: eachRepresentative('named'),
    fields: [
      { as: 'hidden', name: 'representative' },
      { as: 'radio', name: 'accepted', value: 'boolean', options: yesNo, required: true },
      { as: 'area', name: 'note' },
    ],
  },
  revoke_representative: {
    weighty: true,
    each: eachRepresentative('named', 'verified'),
    fields: [
      { as: 'hidden', name: 'representative' },
      { as: 'area', name: 'reason' },
    ],
  },
  classify: {
    fields: [
      { as: 'select', name: 'category', options: categories, prefill: ({ view }) => view.category, required: true },
      {
        as: 'radio',
        name: 'nature',
        options: named('nature'),
        prefill: ({ view }) => view.staff?.nature ?? '',
        required: true,
      },
      {
        as: 'radio',
        name: 'risk',
        options: named('risk'),
        prefill: ({ view }) => view.staff?.risk ?? '',
        required: true,
      },
      {
        as: 'select',
        name: 'respondentDepartment',
        options: departments,
        prefill: (s) => respondent(s)?.department ?? '',
      },
      { as: 'select', name: 'respondentStaff', options: staff, prefill: (s) => respondent(s)?.staff ?? '' },
      { as: 'line', name: 'respondentPerson', prefill: (s) => respondent(s)?.person ?? '' },
      { as: 'area', name: 'reason' },
    ],
  },
  set_points: {
    fields: [
      {
        as: 'rows',
        name: 'points',
        most: 30,
        blank: 3,
        required: true,
        prefill: ({ view }) => view.points.map((p) => ({ id: p.id, text: p.text })),
        fields: [
          { as: 'hidden', name: 'id' },
          { as: 'area', name: 'text' },
        ],
      },
      { as: 'area', name: 'wish', prefill: ({ view }) => view.wish?.text ?? '' },
      { as: 'tick', name: 'ask', prefill: () => true },
    ],
  },
  decide_scope: {
    weighty: true,
    fields: [
      {
        as: 'radio',
        name: 'inScope',
        value: 'boolean',
        options: ({ desk }) => [
          { value: 'true', label: desk.text.scope.in },
          { value: 'false', label: desk.text.scope.out },
        ],
        required: true,
        reveal: {
          true: [
            { as: 'tick', name: 'needsInvestigation', prefill: () => true },
            { as: 'area', name: 'reasons', letter: true },
          ],
          false: [
            { as: 'area', name: 'reasons', letter: true, required: true },
            { as: 'select', name: 'referral', options: named('referral') },
            { as: 'line', name: 'body' },
          ],
        },
      },
    ],
  },
  link_duplicate: {
    fields: [
      { as: 'line', name: 'reference', required: true },
      {
        as: 'radio',
        name: 'relation',
        options: ({ desk }) => [
          { value: 'duplicate', label: desk.text.relation.duplicate },
          { value: 'related', label: desk.text.relation.related },
        ],
        required: true,
      },
      { as: 'area', name: 'reason' },
    ],
  },
  unlink_duplicate: {
    fields: [
      { as: 'select', name: 'reference', options: unlinkable, required: true },
      { as: 'area', name: 'reason', required: true },
    ],
  },
} satisfies Record<string, CommandForm>
