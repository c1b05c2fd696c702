import { type Api, type Filed, PNG, TEXT, type View } from './api.ts'

/** The staff of the walks, each with an API bound to their personal access token. */
export interface Desk {
  handler: Api
  handlerId: string
  supervisor: Api
  reviewer: Api
}

export const submission = {
  language: 'en',
  complainant: { name: 'Ada Holloway', email: 'ada@example.org', phone: '+44 20 7946 0018' },
  category: 'account_payment',
  product: 'Current account',
  occurredOn: '2026-11-02',
  subject: 'Charged twice for one withdrawal',
  narrative:
    'I withdrew 200 once on 2 November and my balance shows it twice. Support told me to wait and then closed the chat.',
  wish: { kind: 'refund', money: { amount: 20_000, currency: 'USD' }, text: 'Give the second 200 back.' },
  willing: true,
  consent: true,
}

export const future = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
export const today = (): string => new Date().toISOString().slice(0, 10)

export const letter = {
  timetable: 'The refund reaches you within ten working days of your acceptance.',
  howToAppeal: 'Reply in the tracker or write to us within fifteen working days.',
  whomElse: 'You can turn to the ombudsman of your country.',
}

/** Files a complaint with two files as a visitor does. */
export const file = async (
  api: Api,
  siteKey: string,
  changes: object = {},
): Promise<{ filed: Filed; complainant: Api }> => {
  const visitor = api.as(await api.intakeToken(siteKey))
  const evidence = [await visitor.upload('statement.txt', TEXT), await visitor.upload('screen.png', PNG)]
  const filed = await visitor.expect<Filed>('POST', '/v1/complaints', { ...submission, evidence, ...changes })
  return { filed, complainant: api.as(filed.session.token) }
}

/** Takes a filed case to the end of the assessment: points confirmed, one question answered, every point found. */
export const investigate = async (reference: string, complainant: Api, desk: Desk): Promise<View> => {
  await desk.supervisor.give(reference, 'assign', { to: desk.handlerId })
  await desk.handler.give(reference, 'verify', { identity: true, contact: true, content: true })
  await desk.handler.give(reference, 'classify', {
    category: 'account_payment',
    nature: 'objective',
    risk: 'high',
    respondentDepartment: 'payments',
  })
  const asked = await desk.handler.give(reference, 'set_points', {
    points: [
      { text: 'The withdrawal of 2 November was booked twice.' },
      { text: 'Support closed the chat without an answer.' },
    ],
  })
  await complainant.give(reference, 'confirm_points', { agreed: true })
  await desk.handler.give(reference, 'decide_scope', { inScope: true, needsInvestigation: true })
  await desk.handler.give(reference, 'start_investigation')
  const open = await desk.handler.give(reference, 'request_information', {
    of: 'complainant',
    question: 'Which machine did you use?',
  })
  const request = open.requests.find((r) => r.state === 'open')
  await complainant.give(reference, 'add_message', { request: request?.id, message: 'The one at the station.' })
  await desk.handler.give(reference, 'record_information', {
    content: 'The core banking log shows two bookings.',
    source: 'Ledger team',
  })
  await desk.handler.give(reference, 'finish_investigation', { summary: 'Two bookings, one withdrawal.' })
  for (const point of asked.points)
    await desk.handler.give(reference, 'record_finding', {
      point: point.id,
      result: 'upheld',
      reasons: 'The log shows it.',
    })
  return desk.handler.give(reference, 'finish_assessment', {
    rootCause: 'system_fault',
    cause: 'A retry booked twice.',
  })
}

/** What the staff side sets aside for the refund, minor units; a number found nowhere else. */
export const BUDGET = 7_654_321

/** Proposes, has approved by another person and offers a plan with one refund. */
export const offer = async (reference: string, desk: Desk, amount = 20_000): Promise<View> => {
  await desk.handler.give(reference, 'propose_plan', {
    reasons: 'The second booking was our fault.',
    remedies: [
      {
        kind: 'refund',
        content: 'We pay the second amount back.',
        budget: { amount: BUDGET, currency: 'USD' },
        money: { amount, currency: 'USD' },
        owner: desk.handlerId,
        due: future(7),
      },
      { kind: 'apology', content: 'We apologise in writing.', owner: desk.handlerId, due: future(7) },
    ],
  })
  await desk.supervisor.give(reference, 'approve_plan')
  return desk.handler.give(reference, 'offer_plan', letter)
}

/** Carries every remedy of an accepted plan out and reports the outcome. */
export const carryOut = async (reference: string, desk: Desk): Promise<View> => {
  const { plan } = await desk.handler.view(reference)
  await desk.handler.give(reference, 'report_progress', { report: 'The refund is on its way.' })
  for (const remedy of plan?.remedies ?? [])
    await desk.handler.give(reference, 'record_remedy', {
      remedy: remedy.id,
      deliveredOn: today(),
      note: 'Done as promised.',
    })
  return desk.handler.give(reference, 'report_outcome', { report: 'Both remedies were delivered.' })
}
