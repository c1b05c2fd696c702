import { beforeAll, expect, it } from 'vitest'
import { api } from '../http/support.ts'
import { type House, lettersTo, open, openHouse, visit } from './cases.ts'

/** A complaint about the handling opens a case of its own against the handler (PROCESS rule 10). */
let house: House
beforeAll(async () => {
  house = await openHouse()
})

interface Linked {
  category: string
  links: { kind: string; reference: string }[]
  staff: { respondent: { staff: string | null } } | null
}

it('is a case against the handler, which neither they nor their department handle, opened with the same code', async () => {
  const { made, desk, colleague } = house
  const email = 'ada.handling@example.org'
  const { reference, accessCode, as } = await visit(made.publicKey, { complainant: { name: 'Ada', email } })
  await desk.supervisor.give(reference, 'assign', { to: desk.handlerId })
  await as.give(reference, 'comment_on_handling', { comment: 'Nobody has read what I wrote.' })

  const links = ((await as.view(reference)) as unknown as Linked).links
  expect(links).toEqual([{ kind: 'handling', reference: expect.any(String) }])
  const about = links[0]?.reference ?? ''

  // A session is for one case; the code is the same for both.
  expect((await as.request('GET', `/v1/complaints/${about}`)).status).toBe(404)
  const opened = await open({ reference: about, accessCode })
  expect(opened.body).toMatchObject({ as: 'complainant', reference: about })
  const own = (await api(opened.body.token).view(about)) as unknown as Linked
  expect(own).toMatchObject({ category: 'handling', links: [{ kind: 'about_handling', reference }] })
  expect((await lettersTo(email)).some((letter) => letter.includes(about))).toBe(true)

  const seen = (await desk.supervisor.view(about)) as unknown as Linked
  expect(seen.staff?.respondent.staff).toBe(desk.handlerId)
  expect(await desk.handler.refusal(about, 'assign', { to: desk.handlerId })).toMatchObject({
    status: 403,
    body: { code: 'conflict_of_interest', conflict: 'self' },
  })
  expect(await desk.supervisor.refusal(about, 'assign', { to: desk.handlerId })).toMatchObject({ status: 403 })
  await desk.supervisor.give(about, 'assign', { to: made.ids.colleague })
  expect((await colleague.view(about)).allowed).toContain('classify')
  // The case it is about goes on meanwhile.
  expect((await desk.handler.view(reference)).allowed).toContain('classify')
})

it('is kept as a remark where nobody handles the case yet, and still opens a case', async () => {
  const { reference, as } = await visit(house.made.publicKey, { anonymous: true })
  const view = (await as.give(reference, 'comment_on_handling', { comment: 'Nobody answers.' })) as unknown as Linked
  const about = view.links[0]?.reference ?? ''
  const seen = (await house.desk.supervisor.view(about)) as unknown as Linked
  expect(seen).toMatchObject({ category: 'handling', staff: { respondent: { staff: null } } })
})
