import * as z from 'zod'
import { closeOf } from '../calendar.ts'
import { ruleOf } from '../clockRules.ts'
import { breached, movedTo } from '../clocks.ts'
import type { Clock } from '../complaint.ts'
import { clockId, day, id, prose, words } from '../fields.ts'
import type { Policy } from '../policy.ts'
import { draft, rule } from './rule.ts'
import { ANY, auditor, desk, supervisor } from './who.ts'

export const recordAcknowledgement = rule({
  type: 'record_acknowledgement',
  summary: 'Record that somebody who cannot be reached electronically was told, and how.',
  fields: z.strictObject({ note: words(4000) }),
  by: desk,
  in: ANY,
  leavesReceived: false,
  guard: (c) => (c.acknowledgedAt && c.notices.length === 0 ? { refused: 'nothing_due' } : null),
  decide: (_c, { note }) => [draft('acknowledged', { how: 'recorded', message: null }, { note })],
})

/** Neither a clock that stands still nor one that was missed can be given more time. */
const isExtendable = (clock: Clock, policy: Policy): boolean =>
  ruleOf(policy, clock.kind).extendable && !clock.pausedAt && !breached(clock)

export const extendClock = rule({
  type: 'extend_clock',
  summary: 'Extend a clock to the close of a later day, with the reason; the complainant is told.',
  fields: z.strictObject({ clock: clockId, until: day, reason: prose }),
  by: supervisor,
  in: ANY,
  guard: (c, { policy }) =>
    c.clocks.some((clock) => isExtendable(clock, policy)) ? null : { refused: 'unknown_clock', clock: '' },
  decide: (c, { clock: name, until, reason }, { policy, now }) => {
    const clock = c.clocks.find((k) => k.id === name)
    if (!clock) return { refused: 'unknown_clock', clock: name }
    if (!isExtendable(clock, policy)) return { refused: 'clock_not_extendable', clock: name }
    const due = closeOf(policy.calendar, until)
    const than = clock.dueAt > now ? clock.dueAt : now
    if (due <= than) return { refused: 'not_later', than }
    const move = { op: 'move' as const, id: name, at: now, ...movedTo(policy, clock, due) }
    return [draft('clock_extended', { clock: name, kind: clock.kind, until, clocks: [move] }, { reason })]
  },
})

export const placeHold = rule({
  type: 'place_hold',
  summary: 'Place a legal hold: it stops erasure.',
  fields: z.strictObject({ reason: prose }),
  by: auditor,
  in: ANY,
  leavesReceived: false,
  decide: (_c, { reason }, ctx) => [draft('hold_placed', { hold: ctx.id('hd') }, { reason })],
})

export const releaseHold = rule({
  type: 'release_hold',
  summary: 'Release a legal hold.',
  fields: z.strictObject({ hold: id, reason: prose }),
  by: auditor,
  in: ANY,
  leavesReceived: false,
  guard: (c) => (c.holds.length > 0 ? null : { refused: 'unknown_hold', hold: '' }),
  decide: (c, { hold, reason }) =>
    c.holds.includes(hold) ? [draft('hold_released', { hold }, { reason })] : { refused: 'unknown_hold', hold },
})

const RECTIFIABLE = ['name', 'customerReference', 'product', 'subject', 'respondentPerson'] as const

export const rectify = rule({
  type: 'rectify',
  summary: 'Correct personal data held in error; the original stays in the ledger until erasure.',
  fields: z.strictObject({
    changes: z.partialRecord(z.enum(RECTIFIABLE), words(2000)),
    reason: prose,
  }),
  by: desk,
  in: ANY,
  decide: (_c, { changes, reason }) => [draft('rectified', { fields: Object.keys(changes) }, { changes, reason })],
})
