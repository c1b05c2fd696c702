import type { Complaint } from '../complaint.ts'
import type { CaseView } from './schema.ts'

type Next = CaseView['next']

/** Who is waited for: the complainant while they are asked, an outside party while only they are, else the organisation. */
export const awaiting = (c: Complaint): CaseView['awaiting'] => {
  if (c.stage === 'closed') return null
  const open = c.requests.filter((r) => r.state === 'open')
  if (open.some((r) => r.of === 'complainant' && !r.bounced)) return 'complainant'
  if ((c.stage === 'offered' || (c.stage === 'confirmation' && c.report)) && !c.question) return 'complainant'
  return open.some((r) => r.of === 'third_party' || r.of === 'counsel') ? 'third_party' : 'organisation'
}

const dueOf = (c: Complaint, ...kinds: string[]): string | null =>
  c.clocks.find((k) => kinds.includes(k.kind))?.dueAt ?? null

/** What happens next, who does it and by when (PROCESS rule 5). */
export const nextStep = (c: Complaint): Next => {
  const organisation = (what: Next['what'], ...kinds: string[]): Next => ({
    what,
    who: 'organisation',
    by: dueOf(c, ...kinds),
  })
  const asked = c.requests.find((r) => r.state === 'open' && r.of === 'complainant' && !r.bounced)
  if (c.stage !== 'closed' && asked)
    return {
      what: asked.about === 'points' ? 'confirm_points' : 'answer_request',
      who: 'complainant',
      by: c.clocks.find((k) => k.id === `request#${asked.seq}`)?.dueAt ?? null,
    }
  if (c.question) return organisation('answer_question', 'answer')
  switch (c.stage) {
    case 'received':
      return organisation('begin_review', 'review')
    case 'review':
      return organisation('review', 'review')
    case 'investigation':
      return organisation('investigate', 'investigate')
    case 'assessment':
      return organisation('assess', 'assess')
    case 'planning':
      if (c.plan?.state === 'submitted') return organisation('approve', 'approve')
      if (c.plan?.state === 'ready') return organisation('send_decision', 'notify')
      return organisation('plan', 'plan')
    case 'offered':
      return { what: 'reply_to_plan', who: 'complainant', by: dueOf(c, 'reply') }
    case 'execution':
      return organisation('carry_out', 'execute')
    case 'confirmation':
      return c.report
        ? { what: 'confirm_outcome', who: 'complainant', by: dueOf(c, 'reply') }
        : organisation('report_outcome', 'confirm')
    case 'appeal':
      return organisation('decide_appeal', 'appeal')
    case 'closed':
      return { what: 'nothing', who: 'organisation', by: null }
  }
}
