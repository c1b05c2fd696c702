import type { Fields, Story } from './story.ts'
import { complaint } from './story.ts'
import { complainant, handler, supervisor } from './world.ts'

type Filed = Parameters<typeof complaint>

/** Stories at each stage, told by the commands that lead there. Time stands still on Monday morning. */

export const received = complaint

export const acknowledged = (...filed: Filed): Story =>
  complaint(...filed).step({ kind: 'system' }, 'record_delivery', {
    message: 'ms_ack',
    state: 'sent',
    channel: 'email',
    acknowledges: true,
  })

export const assigned = (...filed: Filed): Story => acknowledged(...filed).step(supervisor, 'assign', { to: 'handler' })

/** Checked, classified, and its two points confirmed. */
export const reviewed = (...filed: Filed): Story =>
  assigned(...filed)
    .step(handler, 'verify', { identity: true, contact: true, content: true })
    .step(handler, 'classify', {
      category: 'account_payment',
      nature: 'objective',
      risk: 'medium',
      respondentDepartment: 'markets',
    })
    .step(handler, 'set_points', { points: [{ text: 'Charged twice.' }, { text: 'The chat was closed.' }] })
    .step(complainant, 'confirm_points', { agreed: true })

export const accepted = (...filed: Filed): Story => reviewed(...filed).step(handler, 'decide_scope', { inScope: true })

export const outOfScope = (...filed: Filed): Story =>
  reviewed(...filed).step(handler, 'decide_scope', { inScope: false, reasons: 'This concerns another firm.' })

export const investigating = (...filed: Filed): Story => accepted(...filed).step(handler, 'start_investigation', {})

export const assessing = (...filed: Filed): Story =>
  investigating(...filed).step(handler, 'finish_investigation', { summary: 'The logs show two bookings.' })

export const found = (story: Story): Story =>
  story.c.points.reduce(
    (s, { id }) => s.step(handler, 'record_finding', { point: id, result: 'upheld', reasons: 'The logs show it.' }),
    story,
  )

export const planning = (...filed: Filed): Story =>
  found(assessing(...filed)).step(handler, 'finish_assessment', {
    rootCause: 'system_fault',
    cause: 'A retry booked twice.',
  })

type Plan = Partial<Fields<'propose_plan'>>

export const refund = {
  kind: 'refund',
  content: 'The second charge is paid back.',
  money: { amount: 20_000, currency: 'USD' },
  owner: 'payments',
  due: '2026-03-20',
} as const

export const apology = {
  kind: 'apology',
  content: 'A letter from the manager.',
  owner: 'handler',
  due: '2026-03-16',
} as const

export const plan = (changes: Plan = {}): Fields<'propose_plan'> => ({
  reasons: 'You were charged twice.',
  remedies: [refund, apology],
  ...changes,
})

export const letter = {
  timetable: 'Within ten working days of your acceptance.',
  howToAppeal: 'In the tracker, within fifteen working days.',
  whomElse: 'The ombudsman of your country.',
} as const

/** A plan small enough to need no approval. */
export const ready = (...filed: Filed): Story => planning(...filed).step(handler, 'propose_plan', plan())

/** A plan that needs approval for its amount. */
export const submitted = (...filed: Filed): Story =>
  planning(...filed).step(
    handler,
    'propose_plan',
    plan({ remedies: [{ ...refund, money: { amount: 60_000, currency: 'USD' } }] }),
  )

/** The letter with the decision has arrived. */
export const offered = (...filed: Filed): Story =>
  ready(...filed)
    .step(handler, 'offer_plan', letter)
    .told()

/** An explanation only. */
export const explained = (...filed: Filed): Story =>
  planning(...filed)
    .step(handler, 'propose_plan', plan({ remedies: [] }))
    .step(handler, 'offer_plan', letter)
    .told()

export const rejectedOnce = (...filed: Filed): Story =>
  offered(...filed).step(complainant, 'reject_plan', { reason: 'I want interest, too.' })

/** The last offer of the rounds the policy gives. */
export const finalOffer = (...filed: Filed): Story =>
  rejectedOnce(...filed)
    .step(handler, 'propose_plan', plan())
    .step(handler, 'offer_plan', letter)

export const executing = (...filed: Filed): Story => offered(...filed).step(complainant, 'accept_plan')

export const delivered = (...filed: Filed): Story => {
  const story = executing(...filed)
  return (story.c.plan?.remedies ?? []).reduce(
    (s, { id }) => s.step(handler, 'record_remedy', { remedy: id, deliveredOn: '2026-03-02', note: 'Done.' }),
    story,
  )
}

export const reported = (...filed: Filed): Story =>
  delivered(...filed)
    .step(handler, 'report_outcome', { report: 'Both done.' })
    .told()

export const resolved = (...filed: Filed): Story =>
  reported(...filed).step(complainant, 'confirm_outcome', { satisfied: true, rating: 5 })

export const withdrawn = (...filed: Filed): Story => accepted(...filed).step(complainant, 'withdraw')

export const appealed = (story: Story = offered()): Story =>
  story.step(complainant, 'appeal', { grounds: 'You overlooked the interest.' })
