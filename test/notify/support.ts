import type { Actor, Complaint, StaffMember } from '../../worker/core/complaint.ts'
import {
  type Appended,
  type Command,
  type Context,
  decide,
  type Submission,
  submission,
  submit,
} from '../../worker/core/decide/index.ts'
import type { Event } from '../../worker/core/events.ts'
import { standard } from '../../worker/core/policies/standard.ts'
import type { Policy } from '../../worker/core/policy.ts'
import { isRefusal } from '../../worker/core/refusal.ts'
import { present, visibleTo } from '../../worker/core/view.ts'
import { messagesFor } from '../../worker/notify/compose.ts'
import type { Message, People, SiteOfLetters, StaffOfLetters } from '../../worker/notify/types.ts'

export const REFERENCE = 'RD-0ABC-DEFG-H'

export const site: SiteOfLetters = {
  publicKey: 'pk_test',
  name: { en: 'Acme Trading', 'zh-CN': '安顺交易' },
  locales: ['en', 'zh-CN'],
}

const person = (id: string, roles: StaffMember['roles'], seniority: number, department = 'complaints') => ({
  id,
  name: `Name of ${id}`,
  email: `${id}@acme.test`,
  roles,
  department,
  seniority,
})

export const staff: (StaffMember & StaffOfLetters)[] = [
  person('handler', ['handler'], 10),
  person('supervisor', ['supervisor'], 50),
  person('reviewer', ['reviewer'], 90),
  person('expert', ['handler'], 10, 'technology'),
  person('admin', ['admin'], 10, 'it'),
]

export const as = (id: string): Actor => {
  const found = staff.find((s) => s.id === id)
  if (!found) throw new Error(`nobody is called ${id}`)
  const { roles, department, seniority } = found
  return { kind: 'staff', id, roles, department, seniority }
}
export const complainant: Actor = { kind: 'complainant' }
export const system: Actor = { kind: 'system' }

export const filed: Submission = submission.parse({
  language: 'en',
  complainant: { name: 'Ada Byron', email: 'ada@example.test' },
  category: 'fees',
  subject: 'A fee I did not owe',
  narrative: 'You charged me twice.',
  consent: true,
})

/** A case that lives in memory: each command tells which messages it leads to. */
export class Told {
  case: Complaint | null = null
  events: Event[] = []
  people: People = { complainant: {}, representative: null }
  now = '2026-03-02T09:00:00.000Z'
  policy: Policy = standard
  staff: readonly (StaffMember & StaffOfLetters)[] = staff
  private ids = 0

  file(changes: Partial<Submission> = {}, by: Actor = complainant): Message[] {
    const s = { ...filed, ...changes }
    const { email, phone, name, preferredChannel } = s.complainant
    this.people = {
      complainant: s.anonymous
        ? {}
        : {
            ...(name && { name }),
            ...(email && { email }),
            ...(phone && { phone }),
            ...(preferredChannel && { preferredChannel }),
          },
      representative: s.representative
        ? (({ authority: _, ...rest }) => rest as People['representative'])(s.representative)
        : null,
    }
    const begun = submit(s, 'site', REFERENCE, this.context(by))
    if (isRefusal(begun)) throw new Error(begun.refused)
    return this.tell(begun)
  }

  give(by: Actor, command: Command): Message[] {
    if (!this.case) throw new Error('nothing was filed')
    const decision = decide(this.case, command, this.context(by))
    if (isRefusal(decision)) throw new Error(`${command.type}: ${decision.refused}`)
    return decision.slice(0, 1).flatMap((appended) => this.tell(appended))
  }

  /** The complainant opened the link sent to their address. */
  confirm(channel: 'email' | 'phone' = 'email'): Message[] {
    return this.give(system, { type: 'confirm_contact', channel })
  }

  /** Runs a clock when it is due, all letters having arrived. */
  runClock(kind: string, at: 'due' | 'lapse' | 'warn' = 'due'): Message[] {
    for (const { message } of this.case?.notices ?? [])
      this.give(system, { type: 'record_delivery', message, state: 'sent', channel: 'email', acknowledges: false })
    const clock = this.case?.clocks.find((k) => k.kind === kind)
    if (!clock) throw new Error(`no clock ${kind}`)
    this.now = { due: clock.dueAt, lapse: clock.lapseAt, warn: clock.warnAt }[at] ?? clock.dueAt
    return this.give(system, { type: 'run_clock', clock: clock.id })
  }

  private tell(appended: Appended): Message[] {
    const { people } = this
    this.case = appended.case
    this.events = [...this.events, ...appended.events]
    const reader = { actor: complainant }
    const seen = this.events.filter((event) => visibleTo(appended.case, event, reader))
    const view = present(appended.case, seen, this.context(complainant))
    const messages = messagesFor(appended, people, site, { policy: this.policy, view, staff: this.staff })
    for (const event of appended.events)
      if (event.type === 'contact_corrected') {
        const { name, email, phone } = event.text ?? {}
        const changes = { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) }
        this.people = { ...people, complainant: { ...people.complainant, ...changes } }
      }
    return messages
  }

  private context(actor: Actor): Context {
    return {
      now: this.now,
      asOf: this.now,
      actor,
      policy: this.policy,
      id: (prefix) => `${prefix}_${++this.ids}`,
      staff: this.staff,
      uploads: new Map([
        ['ev_authority', { id: 'ev_authority', sha256: '00', size: 1, type: 'application/pdf', name: 'a.pdf' }],
      ]),
    }
  }
}

/** Filed on the web, address confirmed, in the hands of `handler`. */
export const inReview = (changes: Partial<Submission> = {}): Told => {
  const told = new Told()
  told.file(changes)
  if (told.people.complainant.email) told.confirm()
  told.give(as('handler'), { type: 'assign', to: 'handler' })
  return told
}

export const withPoints = (changes: Partial<Submission> = {}): Told => {
  const told = inReview(changes)
  told.give(as('handler'), { type: 'set_points', points: [{ text: 'The fee was charged twice.' }], ask: false })
  return told
}

/** In `planning`, with a finding. */
export const assessed = (changes: Partial<Submission> = {}): Told => {
  const told = withPoints(changes)
  told.give(as('handler'), { type: 'decide_scope', inScope: true, needsInvestigation: false })
  const point = told.case?.points[0]?.id ?? ''
  told.give(as('handler'), {
    type: 'record_finding',
    point,
    result: 'upheld',
    reasons: 'The ledger shows it.',
    reliesOn: [],
  })
  return told
}

const letter = { timetable: 'Within ten days.', howToAppeal: 'Write to us.', whomElse: 'The ombudsman.' }

export const refund = {
  kind: 'refund' as const,
  content: 'We pay the fee back.',
  money: { amount: 2500, currency: 'GBP' },
  owner: 'handler',
  due: '2026-03-20',
}

/** Proposes a plan and offers it; what the offer tells. */
export const offer = (told: Told, remedies: readonly (typeof refund)[] = [refund]): Message[] => {
  told.give(as('handler'), { type: 'propose_plan', reasons: 'It was our mistake.', remedies: [...remedies] })
  return told.give(as('handler'), { type: 'offer_plan', ...letter })
}

export const offered = (changes: Partial<Submission> = {}): Told => {
  const told = assessed(changes)
  offer(told)
  return told
}

export const inExecution = (changes: Partial<Submission> = {}): Told => {
  const told = offered(changes)
  told.give(complainant, { type: 'accept_plan' })
  return told
}

export const reported = (changes: Partial<Submission> = {}): Told => {
  const told = inExecution(changes)
  const remedy = told.case?.plan?.remedies[0]?.id ?? ''
  told.give(as('handler'), { type: 'record_remedy', remedy, deliveredOn: '2026-03-02', note: 'Paid.', evidence: [] })
  told.give(as('handler'), { type: 'report_outcome', report: 'The fee was paid back.' })
  return told
}
