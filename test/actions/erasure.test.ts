import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { dueErasures } from '../../worker/actions/dueErasures.ts'
import { giveSystemCommand } from '../../worker/actions/giveCommand.ts'
import { identify } from '../../worker/actions/identify.ts'
import { type CaseFilter, listCases } from '../../worker/actions/listCases.ts'
import { readCase } from '../../worker/actions/readCase.ts'
import { readLedger } from '../../worker/actions/readLedger.ts'
import { openSession } from '../../worker/actions/sessions.ts'
import { verifyCase } from '../../worker/actions/verifyCase.ts'
import { type Head, verify } from '../../worker/core/ledger.ts'
import { DAY, must, Office } from '../support/worker/office.ts'
import { upload } from './upload.ts'
import { toOffer } from './walk.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})

const listed = async (filter: CaseFilter) =>
  must(await listCases(office.services, must(await identify(office.services, office.staff('auditor'))), filter)).data

const words = (value: unknown) =>
  JSON.stringify(value).includes('Holloway') || JSON.stringify(value).includes('charged')

describe('a case whose key was destroyed', () => {
  it('still folds and verifies, and shows no text', async () => {
    const { reference, complainant } = await office.file()
    await toOffer(office, reference, complainant)
    const before = must(await readLedger(office.services, complainant, reference)).data
    await env.DB.prepare('UPDATE complaint SET case_key = NULL, card = NULL WHERE reference = ?').bind(reference).run()

    expect(await verifyCase(office.services, reference)).toMatchObject({ ledger: { ok: true }, folds: true })
    const view = must(await readCase(office.services, office.staff('auditor'), reference))
    expect(view).toMatchObject({ stage: 'offered', narrative: null, complainant: {} })
    expect(words(view)).toBe(false)

    const { data } = must(await readLedger(office.services, complainant, reference))
    expect(words(before)).toBe(true)
    expect(words(data)).toBe(false)
    const known: Head[] = before.map(({ seq, hash }) => ({ seq, hash }))
    expect(await verify(reference, data, undefined, known)).toMatchObject({ ok: true })
  })
})

describe('erasure at the end of retention', () => {
  it('is refused before, and leaves the proof after', async () => {
    const visitor = await office.visitor()
    const evidence = await upload(office, visitor, 'bill.png')
    const { reference, complainant, accessCode } = await office.file({ evidence: [evidence] }, visitor)
    await office.give(complainant, reference, 'withdraw')
    const erase = () => giveSystemCommand(office.services, reference, { type: 'erase' })
    expect(await erase()).toMatchObject({ refused: 'kept_until' })
    expect(await listed({ contact: 'ada@home.example' })).toMatchObject([
      { reference, complainant: 'Ada Holloway' },
      {},
    ])

    expect(await dueErasures(office.services, 10)).toEqual([])
    office.time.pass(6 * 365 * DAY)
    await office.give('auditor', reference, 'place_hold', { reason: 'Litigation.' })
    expect(await dueErasures(office.services, 10)).toEqual([])
    expect(await erase()).toMatchObject({ refused: 'on_hold' })
    const { staff } = must(await readCase(office.services, office.staff('auditor'), reference))
    await office.give('auditor', reference, 'release_hold', { hold: staff?.holds[0], reason: 'Settled.' })

    expect(await dueErasures(office.services, 10)).toEqual([reference])
    must(await erase())
    expect(await dueErasures(office.services, 10)).toEqual([])
    expect(await verifyCase(office.services, reference)).toMatchObject({ ledger: { ok: true }, folds: true })
    const view = must(await readCase(office.services, office.staff('auditor'), reference))
    expect(view).toMatchObject({ erasedAt: office.time.now, allowed: [] })
    expect(words(view)).toBe(false)
    expect((await listed({ contact: 'ada@home.example' })).map((found) => found.reference)).not.toContain(reference)
    expect((await listed({})).find((found) => found.reference === reference)).toMatchObject({
      subject: null,
      complainant: null,
    })
    expect(await openSession(office.services, { reference, accessCode: accessCode ?? '' })).toEqual({
      failed: 'unauthenticated',
    })
    expect(await office.tryTo('supervisor', reference, 'note', { note: 'x' })).toEqual({ refused: 'erased' })
    expect(await erase()).toEqual({ refused: 'erased' })
    // From here on it is the sweep of uploads that deletes the file.
    const file = env.DB.prepare('SELECT file_key, expires_at FROM evidence WHERE id = ?').bind(evidence)
    expect(await file.first()).toEqual({ file_key: null, expires_at: office.time.now })
  })
})
