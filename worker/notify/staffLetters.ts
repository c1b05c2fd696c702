import type { Complaint } from '../core/complaint.ts'
import type { Event } from '../core/events.ts'
import { type Letter, letter } from './letters.ts'
import type { StaffOfLetters } from './types.ts'

type Reader = Pick<StaffOfLetters, 'id' | 'name' | 'email'>
export interface StaffLetter {
  to: readonly Reader[]
  letter: Letter
}

/** Supervisors, else administrators (PROCESS rule 2); never whom the complaint is about. */
const supervisors = (c: Complaint, staff: readonly StaffOfLetters[]): readonly Reader[] => {
  const holding = (role: string) => staff.filter((s) => s.roles.includes(role) && s.id !== c.respondent.staff)
  const found = holding('supervisor')
  return found.length > 0 ? found : holding('admin')
}

const dueOf = (c: Complaint, clock: string) => c.clocks.find((k) => k.id === clock)?.dueAt ?? null

/** What an event means for somebody on the staff. Such letters name the case and what is due, never what it is about. */
export const staffLetter = (event: Event, c: Complaint, staff: readonly StaffOfLetters[]): StaffLetter | null => {
  const named = (id: string | null) => staff.filter((s) => s.id === id)
  switch (event.type) {
    case 'clock_breached':
      return { to: supervisors(c, staff), letter: letter('staff_breach', { clock: event.facts.kind }) }
    case 'clock_warned': {
      const { kind, clock } = event.facts
      // What the complainant is waited for, or may still do, is no work of ours.
      if (kind === 'request' || kind === 'reply' || kind === 'appeal_window') return null
      const assignee = named(c.assignee)
      const to = assignee.length > 0 ? assignee : supervisors(c, staff)
      return { to, letter: letter('staff_warning', { clock: kind, by: dueOf(c, clock) }) }
    }
    case 'information_requested': {
      const by = c.clocks.find((k) => k.id === `request#${event.facts.seq}`)?.dueAt ?? null
      const to = named(event.facts.staff)
      return { to, letter: letter('staff_information_requested', { by, reminder: false }) }
    }
    case 'request_reminded': {
      const asked = c.requests.find((r) => r.id === event.facts.request)
      const to = named(asked?.staff ?? null)
      return { to, letter: letter('staff_information_requested', { by: event.facts.lapseAt, reminder: true }) }
    }
    case 'outside_appointed': {
      const { name, email } = event.text ?? {}
      if (!name || !email) return null
      const to = [{ id: event.facts.appointee, name, email }]
      return { to, letter: letter('staff_appointed', { purpose: event.facts.purpose }) }
    }
    default:
      return null
  }
}
