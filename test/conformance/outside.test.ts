import { env } from 'cloudflare:workers'
import { beforeAll, expect, it, vi } from 'vitest'
import { listStaff, saveSite, saveStaff } from '../../worker/actions/administration.ts'
import { createServices } from '../../worker/actions/services.ts'
import { createStaffToken } from '../../worker/actions/staffAccess.ts'
import type { StaffRole } from '../../worker/core/vocabulary.ts'
import { api, call, ORIGIN } from '../http/support.ts'
import type { Api } from '../support/api.ts'
import { future } from '../support/walk.ts'
import { site } from '../support/worker/office.ts'
import { lettersTo, visit } from './cases.ts'

/** A shop of two people, and a complaint about it: whoever decides must come from outside (PROCESS rule 2). */
const services = createServices(env)
const shop = site('corner')
let owner: Api
let clerk: Api

const tokenOf = async (id: string): Promise<Api> => {
  const made = await createStaffToken(services, id, { label: 'test' })
  if (!('token' in made)) throw new Error(`no token for ${id}`)
  return api(made.token)
}

const hire = async (id: string, roles: StaffRole[], seniority: number) => {
  const person = { id, roles, department: 'shop', seniority, name: id, email: `${id}@corner.example` }
  await saveStaff(services, { ...person, sites: [shop.id], onlyCase: null, active: true })
  return tokenOf(id)
}

beforeAll(async () => {
  await saveSite(services, shop)
  owner = await hire('st_owner', ['supervisor', 'reviewer'], 5)
  clerk = await hire('st_clerk', ['handler'], 1)
})

const signIn = async (email: string) => {
  const post = (path: string, fields: Record<string, string>) =>
    call(path, { method: 'POST', headers: { origin: ORIGIN }, body: new URLSearchParams(fields) })
  await post('/admin/sign-in', { email })
  const code = await vi.waitUntil(async () => {
    const [newest] = await lettersTo(email)
    return /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}(?![-\w])/.exec(
      /sign-in code/.test(newest ?? '') ? (newest ?? '') : '',
    )?.[0]
  })
  const entered = await post('/admin/sign-in/code', { code })
  const cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? ''
  return async (path: string) => {
    const answer = await call(path, { headers: { cookie } })
    return { status: answer.status, html: await answer.text() }
  }
}

const appointeeFor = async (reference: string): Promise<string> => {
  const found = (await listStaff(services, shop.id)).filter((s) => s.onlyCase === reference)
  return found.at(-1)?.id ?? ''
}

it('is decided by people appointed for it alone, who sign in by their own address and see nothing else', async () => {
  const complainant = { name: 'Ada', email: 'ada.corner@example.org' }
  const { reference, as } = await visit(shop.publicKey, { complainant, respondentDepartment: 'shop' })
  const other = await visit(shop.publicKey, { complainant })

  expect(await clerk.refusal(reference, 'assign', { to: 'st_clerk' })).toMatchObject({
    body: { code: 'conflict_of_interest' },
  })
  const appoint = (of: string, purpose: string, name: string) => ({
    purpose,
    name,
    email: `${name.toLowerCase()}@outside.example`,
    reason: 'We are two, and both of the shop.',
    of,
  })
  const give = ({ of, ...fields }: ReturnType<typeof appoint>) => owner.refusal(of, 'appoint_outside', fields)
  // Where somebody of the staff may act, nobody is called in.
  expect(await give(appoint(other.reference, 'handle', 'Mallory'))).toMatchObject({
    status: 409,
    body: { code: 'someone_is_eligible' },
  })
  expect((await give(appoint(reference, 'handle', 'Hanna'))).status).toBe(200)
  expect((await lettersTo('hanna@outside.example')).join()).toContain(reference)
  // The complainant can see that it was done, and why.
  expect((await as.view(reference)).timeline.map(({ type }) => type)).toContain('outside_appointed')

  const desk = await signIn('hanna@outside.example')
  const queue = await desk('/admin')
  expect(queue).toMatchObject({ status: 200 })
  expect(queue.html).toContain(reference)
  expect(queue.html).not.toContain(other.reference)
  expect((await desk(`/admin/cases/${reference}`)).status).toBe(200)
  for (const path of ['', '/ledger', '/verify'])
    expect((await desk(`/admin/cases/${other.reference}${path}`)).status).toBe(404)

  const id = await appointeeFor(reference)
  const hanna = await tokenOf(id)
  expect((await hanna.request('GET', `/v1/complaints/${other.reference}`)).status).toBe(404)
  expect((await hanna.request('GET', '/v1/reports/summary')).status).toBe(403)
  expect(
    (
      await hanna.request('POST', '/v1/complaints', {
        language: 'en',
        narrative: 'x',
        consent: true,
        siteKey: shop.publicKey,
      })
    ).status,
  ).toBe(403)

  await hanna.give(reference, 'assign', { to: id })
  await hanna.give(reference, 'classify', {
    category: 'service',
    nature: 'subjective',
    risk: 'high',
    respondentDepartment: 'shop',
  })
  const { points } = await hanna.give(reference, 'set_points', { points: [{ text: 'Rude.' }], ask: false })
  await hanna.give(reference, 'decide_scope', { inScope: true, needsInvestigation: false })
  for (const { id: point } of points)
    await hanna.give(reference, 'record_finding', { point, result: 'upheld', reasons: 'Both clerks say so.' })
  await hanna.give(reference, 'propose_plan', {
    reasons: 'It happened.',
    remedies: [{ kind: 'apology', content: 'We apologise.', owner: 'shop', due: future(5) }],
  })
  // High risk wants a second person, and the owner is of the shop.
  expect(await hanna.refusal(reference, 'approve_plan')).toMatchObject({ status: 403 })
  expect(await owner.refusal(reference, 'approve_plan')).toMatchObject({ body: { code: 'conflict_of_interest' } })
  expect((await give(appoint(reference, 'approve', 'Paula'))).status).toBe(200)
  const paula = await tokenOf((await listStaff(services, shop.id)).find((s) => s.name === 'Paula')?.id ?? '')
  await paula.give(reference, 'approve_plan')
  await hanna.give(reference, 'offer_plan', { timetable: 'Now.', howToAppeal: 'Here.', whomElse: 'The ombudsman.' })

  await as.give(reference, 'appeal', { grounds: 'An apology is not enough.' })
  const decision = { result: 'stands', reasons: 'It fits.' }
  for (const one of [owner, hanna, paula])
    expect((await one.refusal(reference, 'decide_appeal', decision)).status).toBe(403)
  expect((await give(appoint(reference, 'appeal', 'Rita'))).status).toBe(200)
  const rita = await tokenOf((await listStaff(services, shop.id)).find((s) => s.name === 'Rita')?.id ?? '')
  expect(await rita.give(reference, 'decide_appeal', decision)).toMatchObject({ stage: 'offered' })
})

it('may be done by one of the house after a recorded waiver, but never by whom it is about', async () => {
  const { reference, as } = await visit(shop.publicKey, { anonymous: true, respondentDepartment: 'shop' })
  const waive = (staff: string) =>
    owner.refusal(reference, 'waive_independence', { staff, purpose: 'handle', reason: 'There is nobody else.' })
  expect((await waive('st_clerk')).status).toBe(200)
  expect((await as.view(reference)).timeline.find(({ type }) => type === 'independence_waived')?.text).toMatchObject({
    reason: 'There is nobody else.',
  })
  await clerk.give(reference, 'assign', { to: 'st_clerk' })
  const about = { category: 'service', nature: 'subjective', risk: 'low', respondentStaff: 'st_clerk' }
  expect((await clerk.give(reference, 'classify', about)).staff?.assignee).toBeNull()
  expect(await clerk.refusal(reference, 'assign', { to: 'st_clerk' })).toMatchObject({
    body: { code: 'conflict_of_interest', conflict: 'self' },
  })
  expect(await waive('st_clerk')).toMatchObject({ status: 403, body: { conflict: 'self' } })
})
