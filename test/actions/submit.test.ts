import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCase } from '../../worker/actions/readCase.ts'
import { readLedger } from '../../worker/actions/readLedger.ts'
import { submitComplaint } from '../../worker/actions/submitComplaint.ts'
import { submission } from '../../worker/core/decide/index.ts'
import { toBase64url, utf8 } from '../../worker/core/encoding.ts'
import { canonical } from '../../worker/core/ledger.ts'
import { jwks, verifyReceipt } from '../../worker/vault/receipt.ts'
import { complete, must, Office } from '../support/worker/office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})

const intended = (changes: object = {}, siteKey?: string) => ({
  submission: submission.parse({ ...complete, ...changes }),
  siteKey,
})

const count = async (table: string) =>
  (await env.DB.prepare(`SELECT count(*) AS n FROM ${table}`).first<{ n: number }>())?.n ?? 0

describe('what a visitor files', () => {
  it('is answered with a receipt that anyone can verify', async () => {
    const filed = await office.file()
    const { signing } = await office.services.keys()
    const verdict = await verifyReceipt(filed.receipt, jwks(signing))
    const { data } = must(await readLedger(office.services, filed.complainant, filed.reference))
    const digest = await crypto.subtle.digest('SHA-256', utf8(canonical(submission.parse(complete))))
    expect(verdict).toMatchObject({
      ok: true,
      payload: {
        reference: filed.reference,
        site: 'shop',
        receivedAt: office.time.now,
        submission: toBase64url(new Uint8Array(digest)),
        policy: { id: 'standard', version: 1 },
        promises: filed.promises,
        ledger: { seq: data.length, hash: data.at(-1)?.hash },
      },
    })
  })

  it('uses up its intake token', async () => {
    const visitor = await office.visitor()
    must(await submitComplaint(office.services, visitor, intended()))
    const before = await count('complaint')
    expect(await submitComplaint(office.services, visitor, intended())).toEqual({ failed: 'challenge_failed' })
    expect(await count('complaint')).toBe(before)
  })

  it('becomes one case however often one token is used at once', async () => {
    const visitor = await office.visitor()
    const before = await count('complaint')
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => submitComplaint(office.services, visitor, intended())),
    )
    expect(answers.filter((answer) => 'reference' in answer)).toHaveLength(1)
    expect(answers.filter((answer) => 'failed' in answer && answer.failed === 'challenge_failed')).toHaveLength(7)
    expect(await count('complaint')).toBe(before + 1)
  })

  it('gives the representative who files it a code of their own, and the complainant none', async () => {
    const representative = { name: 'Bo Holloway', relation: 'son', email: 'bo@home.example' }
    const filed = await office.file({ representative })
    expect(filed).toMatchObject({ sessionOf: 'representative', accessCode: expect.any(String) })
    const holders = await env.DB.prepare('SELECT holder FROM credential WHERE complaint = ?')
      .bind(filed.reference)
      .all()
    const view = must(await readCase(office.services, filed.complainant, filed.reference))
    expect(holders.results).toEqual([{ holder: view.representative?.id }])
    expect(view.allowed).toContain('add_message')
    expect(view.allowed).not.toContain('withdraw')
  })

  it('is refused by the rules of the process', async () => {
    expect(await submitComplaint(office.services, await office.visitor(), intended({ consent: false }))).toEqual({
      refused: 'consent_missing',
    })
  })

  it('is refused on another site than the challenge was solved for', async () => {
    const answer = await submitComplaint(office.services, await office.visitor('shop'), intended({}, 'pk_other'))
    expect(answer).toEqual({ failed: 'forbidden', needs: 'site' })
  })

  it('is refused without a token of ours', async () => {
    const { token } = (await office.visitor()) as { token: string }
    for (const forged of [`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, 'it_x.y', 'it_', 'rs_0'])
      expect(await submitComplaint(office.services, { kind: 'intake', token: forged }, intended())).toEqual({
        failed: 'unauthenticated',
      })
    expect(await submitComplaint(office.services, { kind: 'none' }, intended())).toEqual({ failed: 'unauthenticated' })
  })

  it('is refused once the token has expired', async () => {
    const visitor = await office.visitor()
    const then = office.time.now
    office.time.pass(24 * 3_600_000)
    expect(await submitComplaint(office.services, visitor, intended())).toEqual({ failed: 'unauthenticated' })
    office.time.now = then
  })
})

describe('what others file', () => {
  it('shows neither partners nor staff a code', async () => {
    const partner = await office.partner('shop', 'complaints:write')
    const byPartner = await office.file({}, partner)
    const byStaff = await office.file({ channel: 'post' }, office.staff('handler'), 'pk_shop')
    for (const filed of [byPartner, byStaff]) expect(filed).toMatchObject({ accessCode: null, session: null })
    const codes = await env.DB.prepare('SELECT 1 FROM credential WHERE complaint IN (?, ?)')
      .bind(byPartner.reference, byStaff.reference)
      .all()
    expect(codes.results).toEqual([])
  })

  it('keeps a partner from filing the same number of theirs twice', async () => {
    const partner = await office.partner('shop', 'complaints:write')
    await office.file({ externalReference: 'CRM-1' }, partner)
    expect(await submitComplaint(office.services, partner, intended({ externalReference: 'CRM-1' }))).toEqual({
      failed: 'conflict',
    })
    const other = await office.partner('shop', 'complaints:write')
    await expect(office.file({ externalReference: 'CRM-1' }, other)).resolves.toHaveProperty('reference')
  })

  it('needs the scope, the role and the site', async () => {
    const reader = await office.partner('shop', 'complaints:read')
    expect(await submitComplaint(office.services, reader, intended())).toEqual({
      failed: 'forbidden',
      needs: 'complaints:write',
    })
    const partner = await office.partner('shop', 'complaints:write')
    expect(await submitComplaint(office.services, partner, intended({}, 'pk_other'))).toEqual({
      failed: 'forbidden',
      needs: 'site',
    })
    const auditor = office.staff('auditor')
    expect(await submitComplaint(office.services, auditor, intended({}, 'pk_shop'))).toMatchObject({
      refused: 'not_permitted',
    })
    const elsewhere = office.staff('elsewhere')
    expect(await submitComplaint(office.services, elsewhere, intended({}, 'pk_shop'))).toEqual({
      failed: 'forbidden',
      needs: 'site',
    })
    expect(await submitComplaint(office.services, office.staff('handler'), intended({}, 'pk_none'))).toEqual({
      failed: 'not_found',
    })
  })
})
