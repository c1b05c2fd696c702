import { api, call, install, intakeToken } from '../http/support.ts'
import type { Answer, Api, Filed, Problem } from '../support/api.ts'
import type { Desk } from '../support/walk.ts'
import type { Installation } from '../support/worker/installation.ts'

/** An installation to walk cases through, by HTTP alone: the API, the staff desk's pages, and the mailbox. */
export interface House {
  made: Installation
  desk: Desk
  /** Staff who are not on the desk. */
  colleague: Api
  anybody: Api
}

export const openHouse = async (): Promise<House> => {
  const made = await install()
  const desk = {
    handler: api(made.tokens.handler),
    handlerId: made.ids.handler,
    supervisor: api(made.tokens.supervisor),
    reviewer: api(made.tokens.reviewer),
  }
  return { made, desk, colleague: api(made.tokens.colleague), anybody: api() }
}

export const complaint = {
  language: 'en',
  category: 'account_payment',
  subject: 'Charged twice',
  narrative: 'I was charged twice for one withdrawal.',
  consent: true,
}

/** Files as a visitor. */
export const visit = async (publicKey: string, changes: object) => {
  const filed = await api(await intakeToken(publicKey)).expect<Filed>('POST', '/v1/complaints', {
    ...complaint,
    ...changes,
  })
  return { ...filed, as: api(filed.session.token) }
}

/** A letter as its reader gets it, in plain text; the newest first. */
export const lettersTo = async (address: string): Promise<string[]> => {
  const list = await (await call(`/mailbox?to=${encodeURIComponent(address)}`)).text()
  const ids = [...list.matchAll(/<li><a href="\/mailbox\/([^"]+)"/g)].map(([, id]) => id as string)
  return Promise.all(ids.map(async (id) => (await call(`/mailbox/${id}`)).text()))
}

/** The token of the one-time link in the newest letter to an address. */
export const linkTo = async (address: string): Promise<string> => {
  const [newest] = await lettersTo(address)
  const token = /#link=(rl_\w+)/.exec(newest ?? '')?.[1]
  if (!token) throw new Error(`the newest letter to ${address} has no link`)
  return token
}

export interface Opened {
  token: string
  as: string
  reference: string
  accessCode?: string
  confirmed?: string
}

export const open = (given: object): Promise<Answer<Opened & Problem>> => api().request('POST', '/v1/sessions', given)

/** Takes a case to a plan on offer: one point, upheld, one apology. */
export const offerApology = async (reference: string, desk: Desk, due: string): Promise<void> => {
  const { handler, handlerId, supervisor } = desk
  await supervisor.give(reference, 'assign', { to: handlerId })
  await handler.give(reference, 'classify', { category: 'account_payment', nature: 'objective', risk: 'low' })
  const { points } = await handler.give(reference, 'set_points', { points: [{ text: 'Booked twice.' }], ask: false })
  await handler.give(reference, 'decide_scope', { inScope: true, needsInvestigation: false })
  for (const point of points)
    await handler.give(reference, 'record_finding', { point: point.id, result: 'upheld', reasons: 'The log shows it.' })
  await handler.give(reference, 'propose_plan', {
    reasons: 'Our fault.',
    remedies: [{ kind: 'apology', content: 'We apologise.', owner: handlerId, due }],
  })
  await handler.give(reference, 'offer_plan', {
    timetable: 'At once.',
    howToAppeal: 'In the tracker.',
    whomElse: 'The ombudsman.',
  })
}
