import type { CommandForm } from './field.ts'
import { eachPoint, evidence, named, openRequests, staff } from './options.ts'

/** Commands of investigation and assessment. */
export const inquiry = {
  start_investigation: { fields: [] },
  record_interim_measure: {
    fields: [
      { as: 'area', name: 'content', required: true, letter: true },
      { as: 'day', name: 'until' },
    ],
  },
  request_information: {
    fields: [
      { as: 'area', name: 'question', required: true, rows: 5 },
      {
        as: 'radio',
        name: 'of',
        options: named('asked'),
        prefill: () => 'complainant',
        required: true,
        reveal: {
          department: [{ as: 'select', name: 'staff', options: staff }],
          counsel: [{ as: 'line', name: 'to' }],
          third_party: [{ as: 'line', name: 'to' }],
        },
      },
    ],
  },
  record_information: {
    fields: [
      { as: 'select', name: 'request', options: openRequests },
      { as: 'area', name: 'content', required: true, rows: 5 },
      { as: 'line', name: 'source' },
      { as: 'files', name: 'evidence' },
    ],
  },
  finish_investigation: {
    fields: [
      { as: 'area', name: 'summary', required: true, rows: 8 },
      { as: 'files', name: 'evidence' },
    ],
  },
  record_finding: {
    each: eachPoint,
    fields: [
      { as: 'hidden', name: 'point' },
      { as: 'radio', name: 'result', options: named('finding'), required: true },
      { as: 'area', name: 'reasons', required: true, rows: 6, letter: true },
      { as: 'ticks', name: 'reliesOn', options: evidence },
    ],
  },
  finish_assessment: {
    fields: [
      { as: 'select', name: 'rootCause', options: named('rootCause'), required: true },
      { as: 'area', name: 'cause', required: true },
    ],
  },
} satisfies Record<string, CommandForm>
