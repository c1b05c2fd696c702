import { expect } from 'vitest'
import type * as z from 'zod'
import type { Actor, Complaint, StaffMember } from '../../../worker/core/complaint.ts'
import {
  allowed,
  type Command,
  type CommandType,
  type Context,
  decide,
  type Submission,
  submission,
  submit,
} from '../../../worker/core/decide/index.ts'
import type { Event, EventOf, EventType } from '../../../worker/core/events.ts'
import { fold } from '../../../worker/core/evolve.ts'
import { standard } from '../../../worker/core/policies/standard.ts'
import type { Policy } from '../../../worker/core/policy.ts'
import { isRefusal, type Refusal } from '../../../worker/core/refusal.ts'
import type { Stage } from '../../../worker/core/vocabulary.ts'
import { complainant, context, type EveryType, everyCommand, ids, MONDAY, nextDue, staff, sweep } from './world.ts'

export type Fields<T extends EveryType> = z.input<(typeof everyCommand)[T]['fields']>

/** A complaint as the widget sends it: nothing missing. */
export const complete = {
  language: 'en',
  complainant: { name: 'Ada Holloway', email: 'ada@example.org' },
  category: 'account_payment',
  subject: 'Charged twice',
  narrative: 'I was charged twice for one withdrawal.',
  consent: true,
} as const

interface Setting {
  /** Who files it. */
  by?: Actor
  staff?: readonly StaffMember[]
  policy?: Policy
  at?: string
  reference?: string
}

/**
 * One case told as given, when, then. The story moves its own clock, sweeps on demand, and holds each state it reaches
 * against the fold of its ledger.
 */
export class Story {
  readonly events: Event[] = []
  /** Cases linked with this one, as they were when linked. */
  readonly others = new Map<string, { case: Complaint; sameComplainant: boolean }>()
  now: string
  staff: readonly StaffMember[]
  private readonly policy: Policy
  private readonly id = ids()
  private state: Complaint | null = null
  private last: Event[] | Refusal = []

  constructor(filed: Partial<z.input<typeof submission>>, setting: Setting = {}) {
    this.now = setting.at ?? MONDAY
    this.staff = setting.staff ?? staff
    this.policy = setting.policy ?? standard
    const s: Submission = submission.parse({ ...complete, ...filed })
    const result = submit(s, 'site', setting.reference ?? 'RD-0000-0001-0', this.context(setting.by ?? complainant))
    if (isRefusal(result)) this.last = result
    else this.keep(result.case, result.events)
  }

  get c(): Complaint {
    if (!this.state) throw new Error(`no case: ${JSON.stringify(this.last)}`)
    return this.state
  }

  context(actor: Actor, changes: Partial<Context> = {}): Context {
    return context({ actor, now: this.now, policy: this.policy, id: this.id, staff: this.staff, ...changes })
  }

  /** Another case is known, to link this one with. */
  beside(other: Story, sameComplainant = true): this {
    this.others.set(other.c.reference, { case: other.c, sameComplainant })
    return this
  }

  /** The staff changed: somebody joined, left or moved. */
  withStaff(...staff: readonly StaffMember[]): this {
    this.staff = staff
    return this
  }

  // When

  when<T extends EveryType>(actor: Actor, type: T, fields?: Fields<T>): this {
    const parsed = everyCommand[type].fields.parse(fields ?? {})
    const { reference } = parsed as { reference?: string }
    const other = reference === undefined ? undefined : this.others.get(reference)
    const opening = { reference: 'RD-0000-0009-0', complainant: { name: 'Ada Holloway' } }
    const ctx = this.context(actor, { opening, ...(other ? { other } : {}) })
    const result = decide(this.c, { type, ...parsed } as Command, ctx)
    if (isRefusal(result)) {
      this.last = result
      return this
    }
    for (const { case: elsewhere } of result.slice(1))
      this.others.set(elsewhere.reference, { case: elsewhere, sameComplainant: true })
    const [here] = result
    if (here) this.keep(here.case, here.events)
    return this
  }

  /** The same, where it must succeed: steps on the way to what a test is about. */
  step<T extends EveryType>(actor: Actor, type: T, fields?: Fields<T>): this {
    this.when(actor, type, fields)
    if (isRefusal(this.last)) throw new Error(`${type} was refused: ${JSON.stringify(this.last)}`)
    return this
  }

  /** Every letter under way arrives. */
  told(): this {
    for (const { message } of this.c.notices)
      this.step({ kind: 'system' }, 'record_delivery', { message, state: 'sent', channel: 'email' })
    return this
  }

  /** The sweep runs at a moment, as if it had been down until then. */
  sweepAt(moment: string): this {
    this.now = moment
    const { case: after, events } = sweep(this.c, this.context({ kind: 'system' }))
    if (events.length > 0) this.keep(after, events)
    else this.last = []
    return this
  }

  /** Time passes with the sweep at work: every clock is run when it is due. */
  until(moment: string): this {
    const happened: Event[] = []
    for (let next = nextDue(this.c); next && next <= moment; next = nextDue(this.c)) {
      this.sweepAt(next > this.now ? next : this.now)
      happened.push(...(this.last as Event[]))
    }
    this.now = moment
    this.last = happened
    return this
  }

  // Then

  /** Exactly these happened, in this order. */
  thenEvents(...types: EventType[]): this {
    expect(isRefusal(this.last) ? this.last : this.last.map((e) => e.type)).toEqual(types)
    return this
  }

  thenRefused(refusal: Refusal | Refusal['refused']): this {
    if (typeof refusal === 'string') expect(this.last).toMatchObject({ refused: refusal })
    else expect(this.last).toEqual(refusal)
    return this
  }

  thenStage(stage: Stage): this {
    expect(this.c.stage).toBe(stage)
    return this
  }

  thenCase(facts: { [K in keyof Complaint]?: unknown }): this {
    expect(this.c).toMatchObject(facts)
    return this
  }

  /** The facts of the newest event of this type. */
  fact<T extends EventType>(type: T): EventOf<T>['facts'] {
    const found = this.events.findLast((e) => e.type === type)
    if (!found) throw new Error(`no event ${type}`)
    return found.facts as unknown as EventOf<T>['facts']
  }

  clock(kind: Complaint['clocks'][number]['kind']) {
    return this.c.clocks.find((clock) => clock.kind === kind)
  }

  /** The dates of the running clocks of these kinds, in order. */
  due(...kinds: Complaint['clocks'][number]['kind'][]) {
    return kinds.map((kind) => this.clock(kind)?.dueAt)
  }

  allowed(actor: Actor): CommandType[] {
    return allowed(this.c, this.context(actor))
  }

  get refusal(): Refusal | null {
    return isRefusal(this.last) ? this.last : null
  }

  private keep(c: Complaint, events: Event[]): void {
    this.state = c
    this.last = events
    this.events.push(...events)
    expect(c).toStrictEqual(fold(this.events))
  }
}

/** A complaint that arrived on Monday morning through the widget. */
export const complaint = (filed: Partial<z.input<typeof submission>> = {}, setting: Setting = {}): Story =>
  new Story(filed, setting)
