import type { CommandForm } from './field.ts'
import { accessHolders, clocks, holds, named, referrals, today } from './options.ts'

/** Conversation, appeal, closing and records. */
export const records = {
  message: {
    fields: [
      { as: 'area', name: 'message', required: true, letter: true, rows: 6 },
      { as: 'files', name: 'evidence' },
    ],
  },
  note: {
    fields: [
      { as: 'area', name: 'note', required: true },
      { as: 'files', name: 'evidence' },
    ],
  },
  send_holding_response: {
    fields: [
      { as: 'area', name: 'reasons', required: true, letter: true },
      { as: 'day', name: 'until', required: true },
    ],
  },
  decide_appeal: {
    weighty: true,
    fields: [
      { as: 'radio', name: 'result', options: named('appealResult'), required: true },
      { as: 'area', name: 'reasons', required: true, letter: true, rows: 8 },
    ],
  },
  record_referral: {
    fields: [
      { as: 'select', name: 'referral', options: referrals },
      { as: 'select', name: 'kind', options: named('referral'), required: true },
      { as: 'line', name: 'body', required: true },
      { as: 'day', name: 'madeOn', required: true, prefill: today },
      { as: 'area', name: 'result' },
    ],
  },
  extend_clock: {
    fields: [
      { as: 'select', name: 'clock', options: clocks, required: true },
      { as: 'day', name: 'until', required: true },
      { as: 'area', name: 'reason', required: true, letter: true },
    ],
  },
  close: {
    weighty: true,
    fields: [
      { as: 'radio', name: 'outcome', options: named('outcome', ['referred', 'unresolved']), required: true },
      { as: 'area', name: 'reasons', required: true, letter: true },
    ],
  },
  reopen: {
    fields: [
      {
        as: 'select',
        name: 'stage',
        options: named('stage', ['review', 'investigation', 'assessment', 'planning', 'execution']),
        required: true,
      },
      { as: 'area', name: 'reason', required: true },
    ],
  },
  record_acknowledgement: { fields: [{ as: 'area', name: 'note', required: true }] },
  place_hold: { fields: [{ as: 'area', name: 'reason', required: true }] },
  release_hold: {
    weighty: true,
    fields: [
      { as: 'select', name: 'hold', options: holds, required: true },
      { as: 'area', name: 'reason', required: true },
    ],
  },
  rectify: {
    fields: [
      {
        as: 'group',
        name: 'changes',
        required: true,
        fields: [
          { as: 'line', name: 'name' },
          { as: 'line', name: 'customerReference' },
          { as: 'line', name: 'product' },
          { as: 'line', name: 'subject' },
          { as: 'line', name: 'respondentPerson' },
        ],
      },
      { as: 'area', name: 'reason', required: true },
    ],
  },
  reissue_access: {
    fields: [
      {
        as: 'select',
        name: 'to',
        options: accessHolders,
        prefill: (s) => accessHolders(s)[0]?.value ?? '',
        required: true,
      },
    ],
  },
} satisfies Record<string, CommandForm>
