import { beforeAll, describe, expect, it } from 'vitest'
import { identify } from '../../worker/actions/identify.ts'
import { type CaseFilter, type CasePage, listCases } from '../../worker/actions/listCases.ts'
import type { Credential, Submitted } from '../../worker/actions/types.ts'
import { HOUR, must, Office } from '../support/worker/office.ts'

let office: Office
let partner: Credential
let cases: Submitted[]

const list = async (by: Credential, filter: CaseFilter = {}) =>
  listCases(office.services, must(await identify(office.services, by)), filter)

const page = async (filter: CaseFilter = {}, by = office.staff('supervisor')): Promise<CasePage> =>
  must(await list(by, filter))

const references = async (filter: CaseFilter = {}, by?: Credential) =>
  (await page(filter, by)).data.map(({ reference }) => reference)

/** Every page to the end. */
const all = async (filter: CaseFilter): Promise<string[]> => {
  const found: string[] = []
  let cursor: string | undefined
  do {
    const { data, next } = await page({ ...filter, cursor })
    found.push(...data.map(({ reference }) => reference))
    cursor = next ?? undefined
  } while (cursor)
  return found
}

beforeAll(async () => {
  office = await Office.open()
  partner = await office.partner('shop', 'complaints:write', 'complaints:read')
  cases = []
  const categories = ['service', 'fees', 'privacy']
  for (let i = 0; i < 9; i++) {
    office.time.pass(HOUR)
    const changes = { category: categories[i % 3], externalReference: `CRM-${i}`, subject: `Matter ${i}` }
    if (i < 3) cases.push(await office.file(changes, partner))
    else if (i < 8) cases.push(await office.file(changes))
    else cases.push(await office.file(changes, await office.visitor('other')))
  }
  office.time.pass(HOUR)
  await office.give('supervisor', cases[0]?.reference ?? '', 'assign', { to: 'handler' })
})

const of = (...numbers: number[]) => numbers.map((i) => cases[i]?.reference)

describe('the list of cases', () => {
  it('has the newest change first, of every site of the caller', async () => {
    expect(await references()).toEqual(of(0, 8, 7, 6, 5, 4, 3, 2, 1))
    expect(await references({}, office.staff('elsewhere'))).toEqual(of(8))
    expect(await references({ site: 'shop' })).toEqual(of(0, 7, 6, 5, 4, 3, 2, 1))
    expect(await list(office.staff('elsewhere'), { site: 'shop' })).toEqual({ failed: 'not_found' })
  })

  it('comes in pages that neither repeat nor skip a case', async () => {
    for (const limit of [1, 2, 4, 9, 100])
      for (const filter of [{}, { order: 'due' as const }, { category: 'fees' }, { site: 'shop' }]) {
        const whole = await references(filter)
        expect(await all({ ...filter, limit })).toEqual(whole)
      }
    expect((await page({ limit: 9 })).next).toBeNull()
  })

  it('filters', async () => {
    expect(await references({ category: 'fees' })).toEqual(of(7, 4, 1))
    expect(await references({ stage: 'review' })).toEqual(of(0))
    expect(await references({ stage: 'received', category: 'service' })).toEqual(of(6, 3))
    expect(await references({ assignee: 'handler' })).toEqual(of(0))
    expect(await references({ assignee: 'none', site: 'other' })).toEqual(of(8))
    expect(await references({ channel: 'partner' })).toEqual(of(0, 2, 1))
    expect(await references({ state: 'closed' })).toEqual([])
    expect(await references({ awaiting: 'complainant' })).toEqual([])
    const { data } = await page()
    expect(await references({ updatedSince: data[2]?.updatedAt })).toEqual(of(0, 8, 7))
    const due = await page({ order: 'due' })
    const dates = due.data.map(({ nextDueAt }) => nextDueAt ?? '')
    expect(dates).toEqual(dates.toSorted())
    const firstThree = due.data.slice(0, 3).map(({ reference }) => reference)
    expect(await references({ order: 'due', dueBefore: dates[3] })).toEqual(firstThree)
  })

  it('finds cases by the complainant’s address or number, however it is written', async () => {
    const changes = { complainant: { name: 'Cy', email: 'Cy@Home.Example', phone: '0044 (20) 1234 5678' } }
    const { reference } = await office.file(changes)
    expect(await references({ contact: 'cy@home.example' })).toEqual([reference])
    expect(await references({ contact: '+44 20 1234 5678' })).toEqual([reference])
    expect(await references({ contact: 'nobody@home.example' })).toEqual([])
    expect(await references({ contact: 'cy@home.example' }, office.staff('elsewhere'))).toEqual([])
    await office.give('supervisor', reference, 'record_reply', {
      how: 'phone',
      receivedAt: office.time.now,
      reply: { type: 'correct_contact', email: 'cy@work.example' },
    })
    expect(await references({ contact: 'cy@home.example' })).toEqual([])
    expect(await references({ contact: 'cy@work.example' })).toEqual([reference])
  })

  it('shows partners what they filed, without what is internal', async () => {
    const { data } = await page({}, partner)
    expect(data.map(({ reference }) => reference)).toEqual(of(0, 2, 1))
    expect(data[0]).toMatchObject({ subject: 'Matter 0', assignee: null, department: null })
    expect(await references({ externalReference: 'CRM-1' }, partner)).toEqual(of(1))
    expect(await references({ externalReference: 'CRM-5' }, partner)).toEqual([])
    expect(await list(partner, { contact: 'ada@home.example' })).toEqual({ failed: 'forbidden', needs: 'staff' })
    const whole = await office.partner('shop', 'complaints:read', 'complaints:all')
    expect(await references({ limit: 100 }, whole)).toEqual(await references({ site: 'shop', limit: 100 }))
  })

  it('is refused without the scope, and to complainants', async () => {
    const writer = await office.partner('shop', 'complaints:write')
    const failure = { failed: 'forbidden', needs: 'complaints:read' }
    expect(await list(writer)).toEqual(failure)
    const { complainant } = await office.file()
    expect(await list(complainant)).toEqual(failure)
    expect(await list(await office.visitor())).toEqual(failure)
  })

  it('begins anew with a cursor that it did not make', async () => {
    const whole = await references()
    for (const cursor of [
      '',
      'nonsense',
      btoa('[9,"updated","x",1]'),
      (await page({ order: 'due', limit: 1 })).next ?? '',
    ])
      expect(await references({ cursor })).toEqual(whole)
  })
})
