import { ruleOf } from '../../../worker/core/clockRules.ts'
import { breached } from '../../../worker/core/clocks.ts'
import type { Complaint } from '../../../worker/core/complaint.ts'
import { allowed, type CommandType, type Context } from '../../../worker/core/decide/index.ts'
import { complainantCommands } from '../../../worker/core/decide/reply.ts'
import { MOST_FILES } from '../../../worker/core/decide/shared.ts'
import { eligible } from '../../../worker/core/independence.ts'
import {
  APPEAL_RESULTS,
  ASKED,
  FINDINGS,
  NATURES,
  PURPOSES,
  REFERRALS,
  REMEDIES,
  RISKS,
  ROOT_CAUSES,
} from '../../../worker/core/vocabulary.ts'
import type { Random } from './random.ts'
import type { Fields } from './story.ts'
import { complainant } from './world.ts'

export const addDays = (at: string, days: number): string => new Date(Date.parse(at) + days * 86_400_000).toISOString()
export const dayOf = (at: string): string => at.slice(0, 10)

const words = 'Said in the simulation.'

/**
 * Fields with which a command that is allowed can be given; several where it takes trying which of them will do. Random
 * where there is a choice, so that a simulation sees every branch.
 */
type Witness<T extends CommandType> = (c: Complaint, ctx: Context, r: Random) => Fields<T>[]

const someFiles = (c: Complaint, ctx: Context, r: Random): string[] => {
  if (c.evidence.length >= MOST_FILES || r.chance(0.8)) return []
  return [...ctx.uploads.keys()].filter((id) => !c.evidence.some((e) => e.id === id)).slice(0, 1)
}

const someWish = (r: Random) =>
  r.chance(0.5) ? { wish: { kind: r.pick(REMEDIES), money: { amount: r.int(200_000), currency: 'USD' } } } : {}

const remedyOf = (ctx: Context, r: Random) => ({
  kind: r.pick(REMEDIES),
  content: words,
  owner: r.pick(['payments', 'handler']),
  due: dayOf(addDays(ctx.now, 1 + r.int(30))),
  ...(r.chance(0.5) ? { money: { amount: r.int(80_000), currency: r.pick(['USD', 'CNY']) } } : {}),
})

const representativeOf = (c: Complaint, ...states: string[]) =>
  c.representatives.filter((p) => states.includes(p.state)).map((p) => ({ representative: p.id }))

export const witness: { [T in CommandType]: Witness<T> } = {
  add_message: (c, ctx, r) => [{ message: words, evidence: someFiles(c, ctx, r) }],
  confirm_points: (_c, _ctx, r) => [{ agreed: r.chance(0.8) }],
  accept_plan: () => [{}],
  question_plan: () => [{ question: words }],
  reject_plan: (_c, _ctx, r) => [{ reason: words, ...someWish(r) }],
  confirm_outcome: (c, _ctx, r) => [
    {
      satisfied: r.chance(0.7),
      rating: 1 + r.int(5),
      undelivered: r.chance(0.2) ? (c.plan?.remedies ?? []).map((p) => p.id).slice(0, 1) : [],
    },
  ],
  question_outcome: () => [{ question: words }],
  appeal: (c, ctx, r) => [{ grounds: words, evidence: someFiles(c, ctx, r) }],
  request_escalation: () => [{ reason: words }],
  request_referral: (_c, _ctx, r) => [{ kind: r.pick(REFERRALS) }],
  comment_on_handling: () => [{ comment: words }],
  correct_contact: (_c, _ctx, r) => [r.chance(0.5) ? { email: 'new@example.org' } : { phone: '+44 20 7946 0018' }],
  withdraw: () => [{}],
  rescind_withdrawal: () => [{}],
  revoke_representative: (c) => representativeOf(c, 'verified', 'named'),
  record_acknowledgement: () => [{ note: words }],
  request_information: (_c, _ctx, r) => [{ of: r.pick(ASKED), question: words }],
  record_information: (c, ctx, r) => {
    const open = c.requests.filter((q) => q.state === 'open' && q.about !== 'points')
    const request = r.chance(0.5) ? open[0]?.id : undefined
    return [{ content: words, evidence: someFiles(c, ctx, r), ...(request ? { request } : {}) }]
  },
  verify: () => [{ identity: true, contact: true, content: true }],
  verify_representative: (c, _ctx, r) =>
    representativeOf(c, 'named').map((named) => ({ ...named, accepted: r.chance(0.7) })),
  classify: (_c, ctx, r) => [
    {
      category: r.pick(ctx.policy.categories).id,
      nature: r.pick(NATURES),
      risk: r.weigh([
        [4, 'low'],
        [4, 'medium'],
        [1, r.pick(RISKS)],
      ]),
      ...r.weigh([
        [6, {}],
        [2, { respondentDepartment: r.pick(['markets', ...ctx.staff.map((s) => s.department)]) }],
        [1, { respondentStaff: r.pick(ctx.staff).id }],
      ]),
    },
  ],
  set_points: (c, _ctx, r) => [
    {
      points: [
        { text: words },
        ...c.points.slice(0, r.int(3)).map((p) => ({ id: p.id, text: words })),
        ...(r.chance(0.3) ? [{ text: words }] : []),
      ],
      ask: r.chance(0.6),
    },
  ],
  decide_scope: (_c, _ctx, r) => [
    { inScope: false, reasons: words, ...(r.chance(0.5) ? { referral: r.pick(REFERRALS) } : {}) },
    { inScope: true, needsInvestigation: r.chance(0.7) },
  ],
  link_duplicate: (_c, { other }, r) =>
    other
      ? [
          { reference: other.case.reference, relation: r.pick(['duplicate', 'related'] as const) },
          { reference: other.case.reference, relation: 'related' },
        ]
      : [],
  unlink_duplicate: (c, { other }) =>
    c.links.filter((l) => l.reference === other?.case.reference).map(({ reference }) => ({ reference, reason: words })),
  assign: (c, ctx) => {
    const { actor, staff } = ctx
    const taking = actor.kind === 'staff' && !actor.roles.includes('supervisor')
    return eligible(c, staff, 'handle')
      .filter((s) => s.id !== c.assignee && (!taking || (actor.kind === 'staff' && s.id === actor.id)))
      .map((s) => ({ to: s.id }))
  },
  recuse: () => [{ reason: words }],
  appoint_outside: () =>
    PURPOSES.map((purpose) => ({ purpose, name: 'Prof. Li', email: 'li@example.org', reason: words })),
  waive_independence: (_c, ctx) =>
    PURPOSES.flatMap((purpose) => ctx.staff.map((s) => ({ staff: s.id, purpose, reason: words }))),
  start_investigation: () => [{}],
  record_interim_measure: () => [{ content: words }],
  note: (c, ctx, r) => [{ note: words, evidence: someFiles(c, ctx, r) }],
  message: (c, ctx, r) => [{ message: words, evidence: someFiles(c, ctx, r) }],
  finish_investigation: (c, ctx, r) => [{ summary: words, evidence: someFiles(c, ctx, r) }],
  record_finding: (c, _ctx, r) => {
    const point = c.points.find((p) => !p.finding) ?? r.pick(c.points)
    return [
      {
        point: point.id,
        result: r.pick(FINDINGS),
        reasons: words,
        reliesOn: c.evidence.map((e) => e.id).slice(0, r.int(2)),
      },
    ]
  },
  finish_assessment: (_c, _ctx, r) => [{ rootCause: r.pick(ROOT_CAUSES), cause: words }],
  propose_plan: (_c, ctx, r) => [
    { reasons: words, remedies: Array.from({ length: r.int(3) }, () => remedyOf(ctx, r)) },
  ],
  approve_plan: () => [{ note: words }],
  return_plan: () => [{ reason: words }],
  offer_plan: (_c, ctx) => {
    const wanted = ctx.policy.regimes.flatMap((r) => Object.values(r.decision).map((duty) => duty.oneOf[0]))
    return [{ timetable: words, howToAppeal: words, whomElse: [words, ...wanted].join('\n') }]
  },
  record_remedy: (c, ctx) =>
    (c.plan?.remedies ?? [])
      .filter((p) => !p.done)
      .map((p) => ({ remedy: p.id, deliveredOn: dayOf(ctx.now), note: words })),
  report_progress: () => [{ report: words }],
  revise_plan: () => [{ reason: words }],
  report_outcome: () => [{ report: words }],
  record_reply: (c, ctx, r) => {
    const said = allowed(c, { ...ctx, actor: complainant }).filter(
      (type): type is keyof typeof complainantCommands => type in complainantCommands,
    )
    const type = r.pick(said)
    const received = Date.parse(c.receivedAt)
    const receivedAt = new Date(received + r.int(Date.parse(ctx.now) - received + 1)).toISOString()
    const [fields] = (witness[type] as Witness<typeof type>)(c, ctx, r)
    const reply = { type, ...fields } as Fields<'record_reply'>['reply']
    return [{ how: r.pick(['phone', 'post'] as const), receivedAt, reply }]
  },
  send_holding_response: (_c, ctx) => [
    { reasons: words, until: dayOf(addDays(ctx.now, 5)) },
    { reasons: words, until: dayOf(addDays(ctx.now, 1)) },
  ],
  decide_appeal: (_c, _ctx, r) => [{ result: r.pick(APPEAL_RESULTS), reasons: words }],
  record_referral: (c, ctx, r) => {
    const open = r.chance(0.5) ? c.referrals[0] : undefined
    const kind = open?.kind ?? r.pick(REFERRALS)
    return [
      {
        kind,
        body: words,
        madeOn: dayOf(ctx.now),
        ...(open ? { referral: open.id } : {}),
        ...(r.chance(0.3) ? { result: words } : {}),
      },
    ]
  },
  escalate: (c) => [{ to: c.escalation === 1 ? 2 : 3, reason: words }],
  extend_clock: (c, ctx, r) =>
    c.clocks
      .filter((clock) => ruleOf(ctx.policy, clock.kind).extendable && !clock.pausedAt && !breached(clock))
      .map((clock) => ({
        clock: clock.id,
        until: dayOf(addDays(clock.dueAt > ctx.now ? clock.dueAt : ctx.now, 1 + r.int(20))),
        reason: words,
      })),
  close: () => [
    { outcome: 'referred', reasons: words },
    { outcome: 'unresolved', reasons: words },
  ],
  reopen: (_c, _ctx, r) => [
    ...(r.chance(0.3) ? [{ stage: 'execution' as const, reason: words }] : []),
    { stage: r.pick(['review', 'investigation', 'assessment', 'planning'] as const), reason: words },
  ],
  place_hold: () => [{ reason: words }],
  release_hold: (c) => c.holds.map((hold) => ({ hold, reason: words })),
  rectify: () => [{ changes: { name: 'Ada' }, reason: words }],
  reissue_access: (c) => [
    { to: 'complainant' },
    ...representativeOf(c, 'verified').map((p) => ({ to: p.representative })),
  ],
}

/** Fields for a command, parsed as the API parses them. */
export const candidates = <T extends CommandType>(type: T, c: Complaint, ctx: Context, r: Random): Fields<T>[] =>
  (witness[type] as Witness<T>)(c, ctx, r)
