import * as z from 'zod'
import type { Complaint } from '../complaint.ts'
import { id } from '../fields.ts'
import type { Refusal } from '../refusal.ts'
import { draft, rule } from './rule.ts'
import { reachable } from './shared.ts'
import { ANY, desk, system } from './who.ts'

/** How the complainant's side comes to a new access code (DESIGN "Access"). */

const nobodyToReach = (c: Complaint): Refusal | null =>
  reachable(c.contact) || c.representatives.some((r) => r.state === 'verified') ? null : { refused: 'no_contact' }

const refuseRepresentative = (c: Complaint, to: string): Refusal | null =>
  c.representatives.some((r) => r.id === to && r.state === 'verified')
    ? null
    : { refused: 'unknown_representative', representative: to }

export const reissueAccess = rule({
  type: 'reissue_access',
  summary: 'Send the complainant or a representative a new one-time link to a contact of theirs.',
  fields: z.strictObject({ to: id.default('complainant') }),
  by: desk,
  in: ANY,
  leavesReceived: false,
  guard: nobodyToReach,
  decide: (c, { to }) => {
    if (to !== 'complainant') return refuseRepresentative(c, to) ?? [draft('access_reissued', { to })]
    return reachable(c.contact) ? [draft('access_reissued', { to })] : { refused: 'no_contact' }
  },
})

export const sendLostAccess = rule({
  type: 'send_lost_access',
  summary: 'Send whoever lost their access code a new one-time link, to the contact of theirs that they named.',
  fields: z.strictObject({ to: id, channel: z.enum(['email', 'phone']) }),
  by: system,
  in: ANY,
  leavesReceived: false,
  guard: nobodyToReach,
  decide: (c, { to, channel }) => {
    const sent = draft('access_reissued', { to, channel })
    if (to !== 'complainant') return refuseRepresentative(c, to) ?? [sent]
    const state = c.contact[channel]
    return state === 'confirmed' || state === 'unconfirmed' ? [sent] : { refused: 'no_contact' }
  },
})

export const issueCode = rule({
  type: 'issue_code',
  summary: 'Record that somebody opened a link that gave them an access code.',
  fields: z.strictObject({ to: id, replaces: z.boolean() }),
  by: system,
  in: ANY,
  leavesReceived: false,
  decide: (_c, { to, replaces }) => [draft('code_issued', { to, replaces })],
})
