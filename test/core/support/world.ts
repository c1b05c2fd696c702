import { nextAt } from '../../../worker/core/clocks.ts'
import type { Actor, Clock, Complaint, StaffMember } from '../../../worker/core/complaint.ts'
import { type Command, type Context, commands, decide, systemCommands } from '../../../worker/core/decide/index.ts'
import type { Event } from '../../../worker/core/events.ts'
import { standard } from '../../../worker/core/policies/standard.ts'
import { isRefusal } from '../../../worker/core/refusal.ts'
import type { StaffRole } from '../../../worker/core/vocabulary.ts'

/** A Monday morning, at which the stories begin. */
export const MONDAY = '2026-03-02T09:00:00.000Z'

export const member = (id: string, department: string, seniority: number, ...roles: StaffRole[]): StaffMember => ({
  id,
  roles,
  department,
  seniority,
})

/** Somebody on the staff as the actor of a command. */
export const staffActor = (person: StaffMember): Actor => ({ kind: 'staff', ...person })

export const complainant: Actor = { kind: 'complainant' }
export const system: Actor = { kind: 'system' }
export const partner = (...scopes: string[]): Actor => ({ kind: 'partner', id: 'pa_shop', scopes })
export const representative = (id = 'rp_1'): Actor => ({ kind: 'representative', id })

/** An organisation large enough for every rule to find somebody. */
export const people = {
  handler: member('handler', 'service', 1, 'handler'),
  colleague: member('colleague', 'payments', 1, 'handler'),
  supervisor: member('supervisor', 'service', 3, 'supervisor'),
  otherSupervisor: member('otherSupervisor', 'payments', 3, 'supervisor'),
  reviewer: member('reviewer', 'quality', 5, 'reviewer'),
  juniorReviewer: member('juniorReviewer', 'quality', 1, 'reviewer'),
  auditor: member('auditor', 'audit', 4, 'auditor'),
  admin: member('admin', 'it', 1, 'admin'),
} as const

export const staff: readonly StaffMember[] = Object.values(people)

const actors = Object.fromEntries(Object.entries(people).map(([name, p]) => [name, staffActor(p)]))
export const { handler, colleague, supervisor, otherSupervisor, reviewer, juniorReviewer, auditor, admin } =
  actors as Record<keyof typeof people, Actor>

export const upload = (id: string) => ({ id, sha256: 'a'.repeat(64), size: 1000, type: 'image/png', name: `${id}.png` })
const uploads = new Map(Array.from({ length: 60 }, (_, i) => [`ev_${i + 1}`, upload(`ev_${i + 1}`)]))

/** Ids in the order of asking: `pt_1`, `pt_2`, `rq_1`, ... */
export const ids = () => {
  const counts = new Map<string, number>()
  return (prefix: string): string => {
    const n = (counts.get(prefix) ?? 0) + 1
    counts.set(prefix, n)
    return `${prefix}_${n}`
  }
}

export const context = (changes: Partial<Context> = {}): Context => {
  const now = changes.now ?? MONDAY
  return { now, asOf: now, actor: complainant, policy: standard, id: ids(), staff, uploads, ...changes }
}

/** Every command, the system's own included. */
export const everyCommand = { ...commands, ...systemCommands }
export type EveryType = keyof typeof everyCommand

/** A command as the API parses it. */
export const parsed = (type: EveryType, fields: object): Command =>
  ({ type, ...everyCommand[type].fields.parse(fields) }) as Command

/** The clock the sweep must run first at this moment. */
export const dueClock = (c: Complaint, now: string): Clock | null => {
  const due = c.clocks.filter((clock) => (nextAt(clock) ?? '~') <= now)
  return due.sort((a, b) => ((nextAt(a) ?? '') < (nextAt(b) ?? '') ? -1 : 1))[0] ?? null
}

/** The next moment at which any clock asks for the sweep. */
export const nextDue = (c: Complaint): string | null =>
  c.clocks
    .flatMap((clock) => nextAt(clock) ?? [])
    .sort()
    .at(0) ?? null

/** What the sweep does at one moment: every clock that is due, until none is. */
export const sweep = (before: Complaint, ctx: Context): { case: Complaint; events: Event[] } => {
  let c = before
  const events: Event[] = []
  for (let turns = 0; ; turns++) {
    const clock = dueClock(c, ctx.now)
    if (!clock) return { case: c, events }
    if (turns > 100) throw new Error(`the clock ${clock.id} is due for ever`)
    const command: Command = { type: 'run_clock', clock: clock.id }
    const result = decide(c, command, { ...ctx, asOf: ctx.now, actor: system })
    if (isRefusal(result)) throw new Error(`the sweep was refused: ${JSON.stringify(result)}`)
    for (const { case: after, events: more } of result.slice(0, 1)) {
      c = after
      events.push(...more)
    }
  }
}
