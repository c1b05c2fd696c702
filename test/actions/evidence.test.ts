import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { openCase } from '../../worker/actions/readCase.ts'
import { submitComplaint } from '../../worker/actions/submitComplaint.ts'
import { isFailure } from '../../worker/actions/types.ts'
import { submission } from '../../worker/core/decide/index.ts'
import { openFileKey, openFileName } from '../../worker/vault/evidenceKeys.ts'
import { complete, DAY, must, Office } from '../support/worker/office.ts'
import { upload } from './upload.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})

const row = (id: string) =>
  env.DB.prepare('SELECT owner, complaint, expires_at, name, file_key FROM evidence WHERE id = ?').bind(id).first<{
    owner: string | null
    complaint: string | null
    expires_at: string | null
    name: number[]
    file_key: number[]
  }>()

describe('attaching uploads', () => {
  it('hands the file over to the case', async () => {
    const visitor = await office.visitor()
    const id = await upload(office, visitor, 'bill.png')
    const { reference } = await office.file({ evidence: [id] }, visitor)
    const stored = await row(id)
    expect(stored).toMatchObject({ owner: null, complaint: reference, expires_at: null })

    const { caseKey, view } = must(await openCase(office.services, office.staff('auditor'), reference))
    expect(view.evidence).toMatchObject([{ id, name: 'bill.png', size: 1000, internal: false }])
    const key = await openFileKey({ by: 'case', caseKey }, id, Uint8Array.from(stored?.file_key ?? []))
    expect(key && (await openFileName(key, id, Uint8Array.from(stored?.name ?? [])))).toBe('bill.png')
  })

  it('knows nothing of the uploads of others, of other sites, of expired or open ones', async () => {
    const visitor = await office.visitor()
    const foreign = await upload(office, await office.visitor(), 'theirs.png')
    const elsewhere = await upload(office, visitor, 'elsewhere.png', 'other')
    const open = await upload(office, visitor, 'open.png')
    await env.DB.prepare("UPDATE evidence SET state = 'open' WHERE id = ?").bind(open).run()
    const expired = await upload(office, visitor, 'expired.png')
    await env.DB.prepare('UPDATE evidence SET expires_at = ? WHERE id = ?').bind(office.time.now, expired).run()
    for (const id of [foreign, elsewhere, open, expired, 'ev_none'])
      expect(
        await submitComplaint(office.services, visitor, {
          submission: submission.parse({ ...complete, evidence: [id] }),
        }),
      ).toEqual({ refused: 'unknown_evidence', evidence: [id] })
  })

  it('does not attach the evidence of one case to another', async () => {
    const first = await office.file()
    const second = await office.file()
    const id = await upload(office, first.complainant, 'mine.png')
    const add = (to: typeof first, evidence: string[]) =>
      office.tryTo(to.complainant, to.reference, 'add_message', { message: 'See.', evidence })
    const refused = { refused: 'unknown_evidence', evidence: [id] }
    expect(await add(second, [id])).toEqual(refused)
    must(await add(first, [id]))
    expect(await add(second, [id])).toEqual(refused)
    expect(await add(first, [id])).toEqual(refused)
  })

  it('attaches a file once although two commands name it at once', async () => {
    const one = await office.file()
    const two = await office.file()
    const id = await upload(office, office.staff('supervisor'), 'both.png')
    const answers = await Promise.all(
      [one, two].map(({ reference }) => office.tryTo('supervisor', reference, 'note', { note: 'n', evidence: [id] })),
    )
    expect(answers.filter((answer) => !isFailure(answer))).toHaveLength(1)
    const owner = (await row(id))?.complaint
    for (const { reference } of [one, two]) {
      const { view } = must(await openCase(office.services, office.staff('auditor'), reference))
      expect(view.evidence.map((file) => file.id)).toEqual(reference === owner ? [id] : [])
    }
  })

  it('leaves what was not attached to its owner', async () => {
    const visitor = await office.visitor()
    const id = await upload(office, visitor, 'kept.png')
    await office.file({}, visitor)
    expect(await row(id)).toMatchObject({ complaint: null, owner: expect.stringContaining('intake:') })
    office.time.pass(DAY)
  })
})
