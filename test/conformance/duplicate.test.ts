import { beforeAll, describe, expect, it } from 'vitest'
import { COMPLAINT } from '../http/support.ts'
import { future } from '../support/walk.ts'
import { complaint, type House, offerApology, openHouse, visit } from './cases.ts'

/** The same matter twice: by the same complainant it is one case, by another it stays two (PROCESS rule 13). */
let house: House
beforeAll(async () => {
  house = await openHouse()
})

const ada = { complainant: { name: 'Ada Holloway', email: 'Ada.Twice@Example.org' } }

interface Linked {
  links: { kind: string; reference: string }[]
}

const linksOf = (view: object) => (view as Linked).links

describe('the same complaint by the same complainant', () => {
  it('closes the later one, whose complainant is told which leads; unlinked, it goes on where it stood', async () => {
    const { made, desk } = house
    const first = await visit(made.publicKey, ada)
    const second = await visit(made.publicKey, { complainant: { name: 'A. Holloway', email: 'ada.twice@example.org' } })
    const link = (of: string, reference: string) => desk.supervisor.refusal(of, 'link_duplicate', { reference })

    expect(await link(first.reference, second.reference)).toMatchObject({
      status: 409,
      body: { code: 'leads', reference: first.reference },
    })
    await offerApology(second.reference, desk, future(5))
    expect(await link(second.reference, first.reference)).toMatchObject({
      status: 200,
      body: { stage: 'closed', outcome: 'duplicate' },
    })
    expect(linksOf(await second.as.view(second.reference))).toEqual([
      { kind: 'duplicate_of', reference: first.reference },
    ])
    const leading = await first.as.view(first.reference)
    expect(leading).toMatchObject({ stage: 'received', outcome: null })
    expect(linksOf(leading)).toEqual([{ kind: 'leads', reference: second.reference }])
    expect(await link(second.reference, first.reference)).toMatchObject({ status: 409 })

    const reason = { reference: first.reference, reason: 'Two withdrawals after all.' }
    expect(await desk.supervisor.give(second.reference, 'unlink_duplicate', reason)).toMatchObject({
      stage: 'offered',
      outcome: null,
    })
    expect(linksOf(await first.as.view(first.reference))).toEqual([])
    expect((await second.as.give(second.reference, 'accept_plan')).stage).toBe('execution')
  })

  it('is none on another site, where nothing is known of it', async () => {
    const { made, desk } = house
    const here = await visit(made.publicKey, ada)
    const there = await visit('pk_test_two', ada)
    expect(
      await desk.supervisor.refusal(there.reference, 'link_duplicate', { reference: here.reference }),
    ).toMatchObject({ status: 422, body: { code: 'unknown_case' } })
  })
})

describe('the same matter by somebody else', () => {
  it('is related, never merged, and neither learns of the other', async () => {
    const { made, desk } = house
    const one = await visit(made.publicKey, ada)
    const other = await visit(made.publicKey, { complainant: { ...COMPLAINT.complainant }, ...complaint })
    expect(
      await desk.supervisor.refusal(other.reference, 'link_duplicate', { reference: one.reference }),
    ).toMatchObject({ status: 422, body: { code: 'not_same_complainant' } })

    await desk.supervisor.give(other.reference, 'link_duplicate', { reference: one.reference, relation: 'related' })
    for (const [mine, theirs] of [
      [one, other],
      [other, one],
    ] as const) {
      expect(linksOf(await desk.supervisor.view(mine.reference))).toEqual([
        { kind: 'related', reference: theirs.reference },
      ])
      const view = await mine.as.expect<object>('GET', `/v1/complaints/${mine.reference}`)
      const ledger = await mine.as.expect<object>('GET', `/v1/complaints/${mine.reference}/events`)
      expect(JSON.stringify([view, ledger])).not.toContain(theirs.reference)
    }
  })
})
