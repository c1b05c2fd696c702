import type { Actor, Complaint, StaffMember } from '../../../worker/core/complaint.ts'
import {
  allowed,
  type Command,
  type CommandType,
  type Context,
  commands,
  decide,
  type Submission,
  submission,
  submit,
} from '../../../worker/core/decide/index.ts'
import type { Event } from '../../../worker/core/events.ts'
import { people as staffAndAppointed } from '../../../worker/core/independence.ts'
import { compose, loadRegime } from '../../../worker/core/pack.ts'
import { cfpb } from '../../../worker/core/policies/cfpb.ts'
import { cnBanking2020 } from '../../../worker/core/policies/cn-banking-2020.ts'
import { fcaDisp } from '../../../worker/core/policies/fca-disp.ts'
import { psd2 } from '../../../worker/core/policies/psd2.ts'
import { standard } from '../../../worker/core/policies/standard.ts'
import type { Policy } from '../../../worker/core/policy.ts'
import { isRefusal, type Refusal } from '../../../worker/core/refusal.ts'
import { onward } from './onward.ts'
import { type Random, random } from './random.ts'
import { complete } from './story.ts'
import { candidates } from './witness.ts'
import {
  complainant,
  context,
  dueClock,
  type EveryType,
  ids,
  MONDAY,
  member,
  nextDue,
  parsed,
  people,
  staffActor,
  system,
} from './world.ts'

const regulated = compose(standard, {
  regimes: [fcaDisp, psd2, cfpb, cnBanking2020].map((pack) => loadRegime(pack)),
})

/** Organisations of every size; in each there is somebody who can call in help from outside. */
export const organisations: Record<string, readonly StaffMember[]> = {
  large: [
    ...Object.values(people),
    member('handler2', 'service', 2, 'handler'),
    member('reviewer2', 'service', 4, 'reviewer'),
    member('both', 'quality', 4, 'handler', 'supervisor', 'reviewer'),
  ],
  'one department': [
    member('head', 'service', 3, 'supervisor', 'reviewer'),
    member('clerk', 'service', 1, 'handler'),
    member('deputy', 'service', 2, 'handler', 'supervisor'),
  ],
  'without a supervisor': [
    member('clerk', 'service', 1, 'handler'),
    member('other', 'payments', 1, 'handler'),
    member('owner', 'it', 1, 'admin'),
  ],
  'one person': [member('boss', 'service', 3, 'handler', 'supervisor', 'reviewer', 'auditor', 'admin')],
}

export interface Plot {
  seed: number
  /** How many things happen. */
  steps: number
  organisation?: string
  policy?: Policy
}

/** One command given and accepted, as an observer sees it. */
export interface Step {
  before: Complaint | null
  after: Complaint
  events: readonly Event[]
  /** The other case it concerned. */
  elsewhere: { before: Complaint | null; after: Complaint; events: readonly Event[] } | null
  command: Command | null
  ctx: Context
}

/** How likely each command is among those allowed; 1 where nothing is said. Rare: what ends or derails a case. */
const WEIGHT: Partial<Record<CommandType, number>> = {
  finish_investigation: 4,
  start_investigation: 6,
  decide_scope: 0.2,
  record_finding: 10,
  finish_assessment: 8,
  propose_plan: 4,
  approve_plan: 8,
  offer_plan: 12,
  accept_plan: 3,
  reject_plan: 3,
  record_remedy: 8,
  report_outcome: 6,
  confirm_outcome: 3,
  decide_appeal: 8,
  reopen: 4,
  rescind_withdrawal: 4,
  assign: 2,
  set_points: 2,
  confirm_points: 4,
  withdraw: 0.05,
  close: 0.3,
  recuse: 0.1,
  link_duplicate: 0.3,
  appeal: 0.8,
  note: 0.3,
  rectify: 0.2,
  place_hold: 0.3,
  request_escalation: 0.4,
  revise_plan: 3,
  report_progress: 3,
  return_plan: 12,
}

/**
 * The history of one case among random people who mostly do what they may. Everything comes from the seed, so that the
 * same plot is always the same story.
 */
export class Simulation {
  readonly events: Event[] = []
  readonly others = new Map<string, Complaint>()
  policy: Policy
  readonly r: Random
  now = MONDAY
  staff: readonly StaffMember[]
  refusals = new Map<Refusal['refused'], number>()
  private state: Complaint | null = null
  private readonly id = ids()
  private readonly observe: (step: Step) => void

  constructor({ seed, organisation, policy }: Plot, observe: (step: Step) => void = () => {}) {
    this.r = random(seed)
    this.staff = organisations[organisation ?? this.r.pick(Object.keys(organisations))] ?? []
    this.policy = policy ?? {
      ...(this.r.chance(0.5) ? standard : regulated),
      silence: this.r.pick(['execute', 'lapse']),
      rounds: 1 + this.r.int(3),
    }
    this.observe = observe
    while (!this.state) this.file()
  }

  get c(): Complaint {
    if (!this.state) throw new Error('nothing was filed')
    return this.state
  }

  run(steps: number): this {
    for (let i = 0; i < steps; i++) this.happen()
    return this
  }

  /** One thing happens: somebody acts, time passes, letters arrive or not, people come and go. */
  happen(): void {
    this.r.weigh<() => void>([
      [20, () => this.somebodyActs()],
      [12, () => this.goesOn()],
      [5, () => this.timePasses()],
      [6, () => this.lettersArrive()],
      [0.3, () => this.staffChange()],
      [0.3, () => this.calendarChanges()],
    ])()
  }

  context(actor: Actor, changes: Partial<Context> = {}): Context {
    return context({ actor, now: this.now, policy: this.policy, id: this.id, staff: this.staff, ...changes })
  }

  /** Everybody who could have a say, entitled or not. */
  actors(): Actor[] {
    return [
      complainant,
      ...staffAndAppointed(this.c, this.staff).map(staffActor),
      ...this.c.representatives.map(({ id }): Actor => ({ kind: 'representative', id })),
      { kind: 'representative', id: 'rp_stranger' },
      { kind: 'partner', id: 'pa_shop', scopes: [] },
      { kind: 'partner', id: 'pa_shop', scopes: ['complaints:act'] },
      system,
    ]
  }

  /** What a command of this type needs beside its fields. */
  contextFor(actor: Actor, type: CommandType): Context {
    const n = this.others.size
    const reference = `RD-0000-${String(n + 10).padStart(4, '0')}-0`
    if (type === 'comment_on_handling') return this.context(actor, { opening: { reference, complainant: {} } })
    if (type === 'unlink_duplicate') {
      const linked = this.c.links.find((l) => l.kind === 'duplicate_of' || l.kind === 'related')
      const other = linked && this.others.get(linked.reference)
      return this.context(actor, other ? { other: { case: other, sameComplainant: true } } : {})
    }
    if (type !== 'link_duplicate') return this.context(actor)
    const other = this.other(reference)
    return this.context(actor, { other: { case: other, sameComplainant: this.r.chance(0.8) } })
  }

  /** Gives a command; true if it was accepted. */
  give(command: Command, ctx: Context): boolean {
    const before = this.c
    const result = decide(before, command, ctx)
    if (isRefusal(result)) {
      this.refusals.set(result.refused, (this.refusals.get(result.refused) ?? 0) + 1)
      return false
    }
    const [here, elsewhere] = result
    if (!here) throw new Error('a decision without events')
    if (elsewhere) this.others.set(elsewhere.case.reference, elsewhere.case)
    this.keep({
      before,
      after: here.case,
      events: here.events,
      elsewhere: elsewhere ? { before: elsewhere.before, after: elsewhere.case, events: elsewhere.events } : null,
      command,
      ctx,
    })
    return true
  }

  /** Gives a command with the first fields that will do; false if it is not allowed, or none do. */
  tryTo(actor: Actor, type: CommandType): boolean {
    const ctx = this.contextFor(actor, type)
    if (!allowed(this.c, ctx).includes(type)) return false
    return candidates(type, this.c, ctx, this.r).some((fields) => this.give(parsed(type, fields), ctx))
  }

  /** The system gives a command. */
  system<T extends EveryType>(type: T, fields: object): boolean {
    return this.give(parsed(type, fields), this.context(system))
  }

  /** Runs every clock that is due now. */
  sweep(): void {
    for (let turns = 0; ; turns++) {
      const clock = dueClock(this.c, this.now)
      if (!clock) return
      if (turns > 50 || !this.system('run_clock', { clock: clock.id }))
        throw new Error(`the clock ${clock.id} is due for ever`)
    }
  }

  /** Time passes with the sweep at work. */
  until(moment: string): void {
    for (let due = nextDue(this.c); due && due <= moment; due = nextDue(this.c)) {
      if (due > this.now) this.now = due
      this.sweep()
    }
    if (moment > this.now) this.now = moment
  }

  /** Every letter under way arrives, and the acknowledgement with them. */
  deliver(): void {
    const sent = { state: 'sent', channel: 'email' } as const
    if (!this.c.acknowledgedAt) this.system('record_delivery', { message: 'ms_ack', acknowledges: true, ...sent })
    for (const { message } of this.c.notices) this.system('record_delivery', { message, ...sent })
  }

  /** The next step in order; what the complainant replies is mostly left to chance. */
  private goesOn(): void {
    const { stage } = this.c
    if (stage === 'closed' || ((stage === 'offered' || stage === 'confirmation') && this.r.chance(0.7))) return
    onward(this)
  }

  private somebodyActs(): void {
    const actor = this.somebody()
    // Now and then somebody tries what is not theirs to do.
    if (this.r.chance(0.1)) {
      this.tryAnything(actor, this.r.pick(Object.keys(commands) as CommandType[]))
      return
    }
    const types = allowed(this.c, this.context(actor))
    if (types.length > 0) this.tryTo(actor, this.r.weigh(types.map((type) => [WEIGHT[type] ?? 1, type] as const)))
  }

  private tryAnything(actor: Actor, type: CommandType): void {
    const ctx = this.contextFor(actor, type)
    try {
      for (const fields of candidates(type, this.c, ctx, this.r)) this.give(parsed(type, fields), ctx)
    } catch (error) {
      // There may be nothing to pick fields from; the command itself never throws.
      if (!(error instanceof Error && error.message === 'nothing to pick from')) throw error
    }
  }

  private somebody(): Actor {
    const { assignee } = this.c
    const weights = this.actors().map((actor): [number, Actor] => [
      actor.kind === 'complainant' || (actor.kind === 'staff' && actor.id === assignee) ? 5 : 1,
      actor,
    ])
    return this.r.weigh(weights)
  }

  private timePasses(): void {
    const next = nextDue(this.c)
    const ahead = (hours: number) => new Date(Date.parse(this.now) + hours * 3_600_000).toISOString()
    this.r.weigh<() => void>([
      [4, () => this.until(next && next > this.now ? next : ahead(1))],
      [4, () => this.until(ahead(1 + this.r.int(72)))],
      [2, () => this.until(ahead(24 * 25))],
      // The sweep was down for a while.
      [1, () => this.late(ahead(24 * (1 + this.r.int(40))))],
    ])()
  }

  private late(moment: string): void {
    this.now = moment
    this.sweep()
  }

  private lettersArrive(): void {
    if (this.r.chance(0.8)) {
      this.deliver()
      if (this.r.chance(0.1)) this.system('confirm_contact', { channel: 'email' })
      if (this.r.chance(0.05)) this.system('send_lost_access', { to: 'complainant', channel: 'email' })
      if (this.r.chance(0.05)) this.system('issue_code', { to: 'complainant', replaces: true })
      return
    }
    const asked = this.c.requests.find((q) => q.state === 'open' && q.of === 'complainant')
    const state = this.r.pick(['failed', 'bounced'] as const)
    this.system('record_delivery', {
      message: this.c.notices[0]?.message ?? 'ms_lost',
      state,
      channel: 'email',
      ...(asked ? { request: asked.id } : {}),
    })
  }

  /** Somebody leaves or moves to another department; whoever can call in help stays. */
  private staffChange(): void {
    const movable = this.staff.filter((s) => !s.roles.includes('supervisor') && !s.roles.includes('admin'))
    if (movable.length === 0) return
    const person = this.r.pick(movable)
    const rest = this.staff.filter((s) => s !== person)
    this.staff = this.r.chance(0.5) ? rest : [...rest, { ...person, department: this.r.pick(['service', 'payments']) }]
  }

  /** A holiday is announced within the next weeks. */
  private calendarChanges(): void {
    const date = new Date(Date.parse(this.now) + (1 + this.r.int(20)) * 86_400_000).toISOString().slice(0, 10)
    const { calendar } = this.policy
    const version = String(Object.keys(calendar.holidays).length + 1)
    const holidays = { ...calendar.holidays, [date]: 'Announced' }
    if (calendar.holidays[date]) return
    this.policy = { ...this.policy, calendar: { ...calendar, holidays, bundled: { id: 'SG', version } } }
    this.system('recount_clocks', {})
  }

  private other(reference: string): Complaint {
    const at = new Date(Date.parse(this.c.receivedAt) + (this.r.int(3) - 1) * 3_600_000).toISOString()
    const filed = submit(submission.parse(complete), 'site', reference, this.context(complainant, { now: at }))
    if (isRefusal(filed)) throw new Error(filed.refused)
    return filed.case
  }

  private file(): void {
    const { r } = this
    const by = r.weigh<Actor>([
      [5, complainant],
      [1, { kind: 'partner', id: 'pa_shop', scopes: [] }],
      [2, staffActor(r.pick(this.staff))],
    ])
    const s: Submission = submission.parse({
      ...complete,
      ...(r.chance(0.2) ? { complainant: {} } : {}),
      ...(r.chance(0.1) ? { anonymous: true } : {}),
      ...(r.chance(0.3) ? { representative: { name: 'Bo', relation: 'son' } } : {}),
      ...(r.chance(0.2) ? { respondentDepartment: r.pick(['service', 'payments', 'markets']) } : {}),
      category: r.pick(this.policy.categories).id,
    })
    const ctx = this.context(by)
    const result = submit(s, 'site', 'RD-0000-0001-0', ctx)
    if (isRefusal(result)) return
    this.keep({ before: null, after: result.case, events: result.events, elsewhere: null, command: null, ctx })
  }

  private keep(step: Step): void {
    this.state = step.after
    this.events.push(...step.events)
    this.observe(step)
  }
}

/** A realistic random history. */
export const simulate = (plot: Plot, observe?: (step: Step) => void): Simulation =>
  new Simulation(plot, observe).run(plot.steps)
