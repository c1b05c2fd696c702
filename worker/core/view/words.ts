import type { Event } from '../events.ts'
import type { Person } from './schema.ts'

/** Words by what they belong to, gathered from the events at hand. Later ones replace earlier ones. */
export interface Words {
  person: Person
  intake: Extract<Event, { type: 'received' }> | null
  product: string | null
  subject: string | null
  respondentPerson: string | null
  points: Map<string, string>
  findings: Map<number, { reasons: string; at: string }>
  plans: Map<string, Extract<Event, { type: 'plan_proposed' }>>
  offer: Extract<Event, { type: 'plan_offered' }> | null
  delivered: Map<string, { on: string; note: string }>
  questions: Map<string, { question: string | null; to: string | null }>
  reports: Map<number, string>
  grounds: string
  appealReasons: string
  cause: string | null
  wish: string | null
  bodies: Map<string, string>
  files: Map<string, string>
}

export const gather = (events: readonly Event[]): Words => {
  const w: Words = {
    person: {},
    intake: null,
    product: null,
    subject: null,
    respondentPerson: null,
    points: new Map(),
    findings: new Map(),
    plans: new Map(),
    offer: null,
    delivered: new Map(),
    questions: new Map(),
    reports: new Map(),
    grounds: '',
    appealReasons: '',
    cause: null,
    wish: null,
    bodies: new Map(),
    files: new Map(),
  }
  for (const event of events) {
    for (const [id, name] of Object.entries(event.text?.fileNames ?? {})) w.files.set(id, name)
    collect(w, event)
  }
  return w
}

const collect = (w: Words, event: Event): void => {
  const { seq, at } = event.facts
  switch (event.type) {
    case 'received':
      w.intake = event
      w.person = { ...event.text?.complainant } as Words['person']
      w.product = event.text?.product ?? null
      w.subject = event.text?.subject ?? null
      w.respondentPerson = event.text?.respondentPerson ?? null
      w.wish = event.text?.wish ?? null
      return
    case 'contact_corrected': {
      const { fileNames: _, ...changes } = event.text ?? {}
      w.person = { ...w.person, ...changes } as Words['person']
      return
    }
    case 'rectified': {
      const { name, customerReference, product, subject, respondentPerson } = event.text?.changes ?? {}
      if (name) w.person = { ...w.person, name }
      if (customerReference) w.person = { ...w.person, customerReference }
      w.product = product ?? w.product
      w.subject = subject ?? w.subject
      w.respondentPerson = respondentPerson ?? w.respondentPerson
      return
    }
    case 'classified':
      w.respondentPerson = event.text?.respondentPerson ?? w.respondentPerson
      return
    case 'points_set':
      for (const [id, point] of Object.entries(event.text?.points ?? {})) w.points.set(id, point)
      w.wish = event.text?.wish ?? w.wish
      return
    case 'information_requested':
      w.questions.set(event.facts.request, { question: event.text?.question ?? null, to: event.text?.to ?? null })
      return
    case 'finding_recorded':
      w.findings.set(seq, { reasons: event.text?.reasons ?? '', at })
      return
    case 'assessment_finished':
      w.cause = event.text?.cause ?? null
      return
    case 'plan_proposed':
      w.plans.set(event.facts.plan, event)
      return
    case 'plan_offered':
      w.offer = event
      return
    case 'plan_rejected':
      w.wish = event.text?.wish ?? w.wish
      return
    case 'remedy_recorded':
      w.delivered.set(event.facts.remedy, { on: event.facts.deliveredOn, note: event.text?.note ?? '' })
      return
    case 'outcome_reported':
      w.reports.set(seq, event.text?.report ?? '')
      return
    case 'appealed':
      w.grounds = event.text?.grounds ?? ''
      return
    case 'appeal_decided':
      w.appealReasons = event.text?.reasons ?? ''
      return
    case 'referral_recorded':
      w.bodies.set(event.facts.referral, event.text?.body ?? '')
      return
  }
}
