import { beforeAll, describe, expect, it } from 'vitest'
import { readCase } from '../../worker/actions/readCase.ts'
import { verifyCase } from '../../worker/actions/verifyCase.ts'
import { must, Office } from '../support/worker/office.ts'
import { toOffer } from './walk.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})

describe('a complaint from submission to satisfaction', () => {
  it('goes through every stage', async () => {
    const { reference, complainant, accessCode, promises } = await office.file()
    expect(accessCode).toMatch(/^[0-9A-Z-]{34}$/)
    expect(promises.map((p) => p.kind).sort()).toEqual(['acknowledge', 'review'])
    expect(must(await readCase(office.services, complainant, reference))).toMatchObject({
      stage: 'received',
      subject: 'Charged twice',
      complainant: { name: 'Ada Holloway' },
      staff: null,
    })

    await toOffer(office, reference, complainant)
    await office.give(complainant, reference, 'accept_plan')
    const executing = must(await readCase(office.services, office.staff('handler'), reference))
    const remedy = executing.plan?.remedies[0]?.id
    const fields = { remedy, deliveredOn: office.time.now.slice(0, 10), note: 'Paid.' }
    await office.give('handler', reference, 'record_remedy', fields)
    await office.give('handler', reference, 'report_outcome', { report: 'Your money is back.' })
    const closed = await office.give(complainant, reference, 'confirm_outcome', { satisfied: true, rating: 5 })
    expect(closed).toMatchObject({ stage: 'closed', outcome: 'resolved', rating: 5 })
    expect(must(await readCase(office.services, complainant, reference))).toEqual(closed)

    const verdict = await verifyCase(office.services, reference)
    expect(verdict).toMatchObject({ ledger: { ok: true }, folds: true })
  })
})
