import * as z from 'zod'
import { yearsAfter } from '../calendar.ts'
import { calendarsOf } from '../calendarsOf.ts'
import { lapseFrom, nextAt, recounted, WINDOWS } from '../clocks.ts'
import type { Clock, Complaint } from '../complaint.ts'
import { clockId, id, words } from '../fields.ts'
import type { Policy } from '../policy.ts'
import type { Instant } from '../vocabulary.ts'
import { type Context, type Draft, draft, rule } from './rule.ts'
import { letter } from './shared.ts'
import { ANY, system } from './who.ts'

/** What passes when a clock reaches its due date, by what the clock measures. */
const onDue = (c: Complaint, clock: Clock, ctx: Context): Draft[] => {
  if (clock.kind === 'appeal_window') return [draft('appeal_window_lapsed', { clock: clock.id })]
  if (WINDOWS.has(clock.kind)) return [draft('window_passed', { clock: clock.id, kind: clock.kind })]
  const reminder = { clock: clock.id, lapseAt: lapseFrom(ctx.policy, clock, ctx.now) }
  if (clock.kind === 'reply') return [draft('reply_reminded', reminder)]
  if (clock.kind === 'request') return [draft('request_reminded', { ...reminder, ...requestOf(c, clock) })]
  // A missed deadline is recorded and raises the level; it never disappears (PROCESS rule 7).
  const raised: Draft[] =
    c.escalation < 3 ? [draft('escalated', { to: c.escalation === 1 ? 2 : 3, because: 'breach' })] : []
  return [draft('clock_breached', { clock: clock.id, kind: clock.kind }), ...raised]
}

/** What silence means once the reminder has gone unanswered too. */
const onLapse = (c: Complaint, clock: Clock, ctx: Context): Draft[] => {
  if (clock.kind === 'request') return [draft('request_lapsed', { clock: clock.id, ...requestOf(c, clock) })]
  const closed = { stage: 'closed', ...letter(c, ctx) } as const
  if (c.stage === 'confirmation')
    return [draft('outcome_unconfirmed', { clock: clock.id, ...closed, outcome: 'resolved_unconfirmed' })]
  const plan = c.plan?.id ?? ''
  const remedies = c.plan?.remedies.length ?? 0
  const { silence } = ctx.policy
  const lapsed = { clock: clock.id, plan, silence }
  if (silence === 'execute' && remedies > 0) return [draft('offer_lapsed', { ...lapsed, stage: 'execution' })]
  return [draft('offer_lapsed', { ...lapsed, ...closed, outcome: remedies > 0 ? 'unresolved' : 'not_upheld' })]
}

const requestOf = (c: Complaint, clock: Clock) => {
  const request = c.requests.find((r) => `request#${r.seq}` === clock.id)
  if (!request) throw new Error(`no request for the clock ${clock.id}`)
  return { request: request.id, of: request.of }
}

export const runClock = rule({
  type: 'run_clock',
  summary: 'Do what a clock asks for now: warn, record a breach, remind, act on silence.',
  fields: z.strictObject({ clock: clockId }),
  by: system,
  in: ANY,
  leavesReceived: false,
  guard: (c, { now }) => (c.clocks.some((clock) => (nextAt(clock) ?? '~') <= now) ? null : { refused: 'nothing_due' }),
  decide: (c, { clock: name }, ctx) => {
    const clock = c.clocks.find((k) => k.id === name)
    const next = clock && nextAt(clock)
    if (!clock || !next || next > ctx.now) return { refused: 'nothing_due' }
    if (clock.passed) return onLapse(c, clock, ctx)
    // A late sweep tells the breach at once; a warning after the fact warns of nothing.
    if (clock.dueAt <= ctx.now) return onDue(c, clock, ctx)
    return [draft('clock_warned', { clock: clock.id, kind: clock.kind })]
  },
})

export const recountClocks = rule({
  type: 'recount_clocks',
  summary: 'Count the running clocks again by a bundled calendar that has changed, and record each date that moves.',
  fields: z.strictObject({}),
  by: system,
  in: ANY,
  leavesReceived: false,
  guard: (c, { policy }) => (c.calendars === calendarsOf(policy) ? { refused: 'nothing_due' } : null),
  decide: (c, _fields, { policy, now }) => {
    const clocks = recounted(c, policy, now)
    const moved = clocks.flatMap((change) => {
      const clock = c.clocks.find((k) => k.id === change.id)
      if (!clock || clock.dueAt === change.dueAt) return []
      return [{ clock: clock.id, kind: clock.kind, from: clock.dueAt, to: change.dueAt }]
    })
    return [draft('calendar_changed', { calendars: calendarsOf(policy), moved, ...(clocks.length > 0 && { clocks }) })]
  },
})

export const recordDelivery = rule({
  type: 'record_delivery',
  summary: 'Record that a message arrived, failed for good or bounced.',
  fields: z.strictObject({
    message: id,
    state: z.enum(['sent', 'failed', 'bounced']),
    channel: z.enum(['email', 'sms']),
    acknowledges: z.boolean().default(false),
    request: id.optional(),
    detail: words(1000).optional(),
  }),
  by: system,
  in: ANY,
  leavesReceived: false,
  decide: (c, { message, state, channel, acknowledges, request, detail }) => {
    if (acknowledges && state === 'sent')
      return c.acknowledgedAt ? { refused: 'nothing_due' } : [draft('acknowledged', { how: 'delivered', message })]
    if (state === 'sent' && !c.notices.some((n) => n.message === message)) return { refused: 'nothing_due' }
    return [draft('delivery_recorded', { message, state, channel, request: request ?? null }, { detail })]
  },
})

export const confirmContact = rule({
  type: 'confirm_contact',
  summary: 'Record that somebody opened a link sent to this contact, so that it is theirs.',
  fields: z.strictObject({ channel: z.enum(['email', 'phone']) }),
  by: system,
  in: ANY,
  leavesReceived: false,
  guard: (c) =>
    c.contact.email === 'unconfirmed' || c.contact.phone === 'unconfirmed' ? null : { refused: 'nothing_to_confirm' },
  decide: (c, { channel }) =>
    c.contact[channel] === 'unconfirmed'
      ? [draft('contact_confirmed', { channel })]
      : { refused: 'nothing_to_confirm' },
})

/** Until when the records of a closed case are kept (PROCESS rule 11). */
export const keptUntil = (c: Complaint, policy: Policy): Instant | null =>
  c.closedAt && yearsAfter(policy.calendar, c.closedAt, policy.retentionYears)

export const erase = rule({
  type: 'erase',
  summary: 'Erase the personal data of a case whose retention has ended and on which no hold lies.',
  fields: z.strictObject({}),
  by: system,
  in: ['closed'],
  guard: (c, { policy, now }) => {
    if (c.holds.length > 0) return { refused: 'on_hold' }
    const until = keptUntil(c, policy)
    return until && now < until ? { refused: 'kept_until', until } : null
  },
  decide: () => [draft('erased', {})],
})
