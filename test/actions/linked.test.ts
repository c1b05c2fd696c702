import { beforeAll, describe, expect, it } from 'vitest'
import { saveStaff } from '../../worker/actions/administration.ts'
import { readCase } from '../../worker/actions/readCase.ts'
import { type LedgerEntry, type LedgerPage, readLedger } from '../../worker/actions/readLedger.ts'
import { isFailure } from '../../worker/actions/types.ts'
import { verifyCase } from '../../worker/actions/verifyCase.ts'
import { verify } from '../../worker/core/ledger.ts'
import { HOUR, member, must, Office } from '../support/worker/office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})

const view = async (reference: string) => must(await readCase(office.services, office.staff('auditor'), reference))
const sound = { ledger: { ok: true }, folds: true }

describe('two cases', () => {
  it('of the same complainant: the later closes as a duplicate, and both ledgers tell it', async () => {
    const earlier = await office.file()
    office.time.pass(HOUR)
    const later = await office.file({ complainant: { email: 'ADA@home.example' } })
    const closed = await office.give('supervisor', later.reference, 'link_duplicate', { reference: earlier.reference })
    expect(closed).toMatchObject({ stage: 'closed', outcome: 'duplicate' })
    expect(closed.links).toEqual([{ kind: 'duplicate_of', reference: earlier.reference }])
    expect((await view(earlier.reference)).links).toEqual([{ kind: 'leads', reference: later.reference }])

    const link = { reference: earlier.reference, reason: 'Another charge.' }
    await office.give('supervisor', later.reference, 'unlink_duplicate', link)
    expect((await view(earlier.reference)).links).toEqual([])
    for (const { reference } of [earlier, later])
      expect(await verifyCase(office.services, reference)).toMatchObject(sound)
  })

  it('of different complainants are no duplicates, but may be related', async () => {
    const one = await office.file()
    const other = await office.file({ complainant: { email: 'bo@home.example' } })
    const link = (relation: string) =>
      office.tryTo('supervisor', other.reference, 'link_duplicate', { reference: one.reference, relation })
    expect(await link('duplicate')).toEqual({ refused: 'not_same_complainant', reference: one.reference })
    must(await link('related'))
    expect(must(await readCase(office.services, one.complainant, one.reference)).links).toEqual([])
  })

  it('of two sites are unknown to each other', async () => {
    const one = await office.file()
    const other = await office.file({}, await office.visitor('other'))
    const link = { reference: other.reference, relation: 'related' }
    expect(await office.tryTo('supervisor', one.reference, 'link_duplicate', link)).toEqual({
      refused: 'unknown_case',
      reference: other.reference,
    })
  })

  it('stay consistent when both are written to at once', async () => {
    const lead = await office.file()
    office.time.pass(HOUR)
    const twins = await Promise.all([office.file(), office.file()])
    const answers = await Promise.all([
      ...twins.map(({ reference }) =>
        office.tryTo('supervisor', reference, 'link_duplicate', { reference: lead.reference }),
      ),
      office.tryTo(lead.complainant, lead.reference, 'add_message', { message: 'Hello?' }),
    ])
    const linked = twins.filter((_, i) => !isFailure(answers[i] as object)).map(({ reference }) => reference)
    expect((await view(lead.reference)).links.map(({ reference }) => reference).sort()).toEqual(linked.sort())
    for (const { reference } of [lead, ...twins])
      expect(await verifyCase(office.services, reference)).toMatchObject(sound)
  })
})

describe('the ledger of a case', () => {
  it('comes in pages that verify together, whole for staff and in part for the complainant', async () => {
    const { reference, complainant } = await office.file()
    for (let i = 0; i < 7; i++) {
      await office.give('supervisor', reference, 'note', { note: `Internal ${i}` })
      await office.give(complainant, reference, 'add_message', { message: `Said ${i}` })
    }
    for (const credential of [complainant, office.staff('auditor')]) {
      const entries: LedgerEntry[] = []
      let after: number | null = 0
      while (after !== null) {
        const page: LedgerPage = must(await readLedger(office.services, credential, reference, { after, limit: 4 }))
        expect(page.data.length).toBeLessThanOrEqual(4)
        entries.push(...page.data)
        after = page.next
      }
      expect(await verify(reference, entries)).toMatchObject({ ok: true, length: entries.length })
      const shown = JSON.stringify(entries)
      expect(shown).toContain('Said 6')
      expect(shown.includes('Internal 6')).toBe(credential !== complainant)
    }
  })
})

describe('where a site has no supervisor', () => {
  it('an admin sees the facts of a case, not its words, and can call in help', async () => {
    const { reference } = await office.file({ respondentDepartment: 'service' })
    const supervisor = member('supervisor', ['supervisor'], 'service', 3)
    const others = ['colleague', 'elsewhere'] as const
    await saveStaff(office.services, { ...supervisor, active: false })
    for (const id of others)
      await saveStaff(office.services, { ...member(id, ['handler'], 'payments', 1), active: false })
    const skeleton = must(await readCase(office.services, office.staff('admin'), reference))
    expect(skeleton).toMatchObject({ stage: 'received', narrative: null, subject: null, complainant: {}, timeline: [] })
    expect(skeleton.allowed).toContain('appoint_outside')
    const outsider = { purpose: 'handle', name: 'Prof. Li', email: 'li@outside.example', reason: 'Nobody else.' }
    const after = await office.give('admin', reference, 'appoint_outside', outsider)
    expect(JSON.stringify(after)).not.toContain('Prof. Li')
    await saveStaff(office.services, supervisor)
    expect(await readCase(office.services, office.staff('admin'), reference)).toEqual({
      failed: 'forbidden',
      needs: 'handler',
    })
  })
})
