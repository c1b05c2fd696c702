import { beforeAll, describe, expect, it } from 'vitest'
import { saveStaff } from '../../worker/actions/administration.ts'
import { giveCommand } from '../../worker/actions/giveCommand.ts'
import { identify } from '../../worker/actions/identify.ts'
import { listCases } from '../../worker/actions/listCases.ts'
import { readCase } from '../../worker/actions/readCase.ts'
import { readLedger } from '../../worker/actions/readLedger.ts'
import { createSignInCodes, createStaffToken, openStaffSession } from '../../worker/actions/staffAccess.ts'
import type { Credential } from '../../worker/actions/types.ts'
import { command, HOUR, member, must, Office } from '../support/worker/office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})

/** What each way to a case answers: all of them must agree on who is let in. */
const tryAll = async (credential: Credential, reference: string) => {
  const { services } = office
  return {
    read: await readCase(services, credential, reference),
    ledger: await readLedger(services, credential, reference),
    give: await giveCommand(services, credential, reference, command('add_message', { message: 'Hello?' })),
  }
}

const refusedEverywhere = async (credential: Credential, reference: string, failure: object) =>
  expect(await tryAll(credential, reference)).toEqual({ read: failure, ledger: failure, give: failure })

const NOT_FOUND = { failed: 'not_found' }
const UNAUTHENTICATED = { failed: 'unauthenticated' }

describe('who is not let in', () => {
  it('is whoever has no credential, or none of ours', async () => {
    const { reference } = await office.file()
    await refusedEverywhere({ kind: 'none' }, reference, UNAUTHENTICATED)
    const unknown = `0${'x'.repeat(33)}`
    await refusedEverywhere({ kind: 'session', token: `rs_${unknown}` }, reference, UNAUTHENTICATED)
    await refusedEverywhere({ kind: 'key', token: `rk_${unknown}` }, reference, UNAUTHENTICATED)
    await refusedEverywhere({ kind: 'staff_token', token: `rp_${unknown}` }, reference, UNAUTHENTICATED)
    await refusedEverywhere({ kind: 'staff_session', token: `rs_${unknown}` }, reference, UNAUTHENTICATED)
  })

  it('is a good token in the place of another kind', async () => {
    const { reference, complainant } = await office.file()
    const { token } = complainant as { token: string }
    for (const kind of ['key', 'staff_token', 'staff_session'] as const)
      await refusedEverywhere({ kind, token }, reference, UNAUTHENTICATED)
    await refusedEverywhere(await office.visitor(), reference, { failed: 'forbidden', needs: 'session' })
  })

  it('is the complainant of another case', async () => {
    const mine = await office.file()
    const theirs = await office.file()
    await refusedEverywhere(mine.complainant, theirs.reference, NOT_FOUND)
    await refusedEverywhere(mine.complainant, 'RD-0000-0000-0', NOT_FOUND)
    await refusedEverywhere(mine.complainant, 'nonsense', NOT_FOUND)
  })

  it('is a partner of another site, or who did not file it', async () => {
    const { reference } = await office.file()
    await refusedEverywhere(await office.partner('other', 'complaints:read', 'complaints:all'), reference, NOT_FOUND)
    await refusedEverywhere(await office.partner('shop', 'complaints:read'), reference, NOT_FOUND)
  })

  it('is staff of another site', async () => {
    const { reference } = await office.file()
    await refusedEverywhere(office.staff('elsewhere'), reference, NOT_FOUND)
  })

  it('is an admin without another role', async () => {
    const { reference } = await office.file()
    const failure = { failed: 'forbidden', needs: 'handler' }
    const answers = await tryAll(office.staff('admin'), reference)
    expect(answers).toMatchObject({ read: failure, ledger: failure, give: { refused: 'not_permitted' } })
    expect(await listCases(office.services, must(await identify(office.services, office.staff('admin'))))).toEqual(
      failure,
    )
  })

  it('is somebody who has left', async () => {
    const { reference } = await office.file()
    const person = member('leaving', ['handler'], 'service', 1)
    await saveStaff(office.services, person)
    const { token } = must(await createStaffToken(office.services, 'leaving', { label: 'x' }))
    must(await readCase(office.services, { kind: 'staff_token', token }, reference))
    await saveStaff(office.services, { ...person, active: false })
    await refusedEverywhere({ kind: 'staff_token', token }, reference, UNAUTHENTICATED)
  })

  it('is a representative whose authority was refused or ended', async () => {
    for (const end of ['verify_representative', 'revoke_representative'] as const) {
      const filed = await office.file({ representative: { name: 'Bo', relation: 'son' } })
      const { representative } = must(await readCase(office.services, filed.complainant, filed.reference))
      await office.give('supervisor', filed.reference, 'assign', { to: 'handler' })
      const fields = {
        representative: representative?.id,
        ...(end === 'verify_representative' ? { accepted: false } : {}),
      }
      await office.give('handler', filed.reference, end, fields)
      await refusedEverywhere(filed.complainant, filed.reference, UNAUTHENTICATED)
    }
  })
})

describe('who is let in', () => {
  it('is a partner to the cases it filed, as far as its scopes go', async () => {
    const partner = await office.partner('shop', 'complaints:write', 'complaints:read')
    const { reference } = await office.file({}, partner)
    must(await readCase(office.services, partner, reference))
    expect(await office.tryTo(partner, reference, 'withdraw')).toMatchObject({ refused: 'not_permitted' })
    const writer = await office.partner('shop', 'complaints:write')
    const own = await office.file({}, writer)
    expect(await readCase(office.services, writer, own.reference)).toEqual({
      failed: 'forbidden',
      needs: 'complaints:read',
    })
    const actor = await office.partner('shop', 'complaints:read', 'complaints:act', 'complaints:all')
    expect(await office.give(actor, reference, 'withdraw')).toMatchObject({ outcome: 'withdrawn', staff: null })
  })

  it('shows nobody but staff what is internal', async () => {
    const partner = await office.partner('shop', 'complaints:write', 'complaints:read')
    const { reference } = await office.file({}, partner)
    await office.give('supervisor', reference, 'note', { note: 'Between us.' })
    const view = must(await readCase(office.services, partner, reference))
    expect(view.staff).toBeNull()
    expect(JSON.stringify(view)).not.toContain('Between us.')
    const { data } = must(await readLedger(office.services, partner, reference))
    expect(data.at(-1)).toEqual({ seq: data.length, body: expect.any(String), hash: expect.any(String) })
    expect(JSON.stringify(data)).not.toContain('noted')
  })

  it('is an auditor, who reads all and changes nothing', async () => {
    const { reference } = await office.file()
    must(await readCase(office.services, office.staff('auditor'), reference))
    expect(await office.tryTo('auditor', reference, 'note', { note: 'x' })).toMatchObject({ refused: 'not_permitted' })
    must(await office.tryTo('auditor', reference, 'place_hold', { reason: 'Litigation.' }))
  })

  it('is somebody appointed from outside, to that case alone', async () => {
    const { reference } = await office.file({ respondentDepartment: 'service' })
    const other = await office.file()
    await office.give('colleague', reference, 'recuse', { reason: 'A friend of mine.' })
    const email = 'li@outside.example'
    const appointment = { purpose: 'handle', name: 'Prof. Li', email, reason: 'Nobody else.' }
    await office.give('supervisor', reference, 'appoint_outside', appointment)
    const [made] = await createSignInCodes(office.services, email)
    const { token } = must(await openStaffSession(office.services, made?.code ?? ''))
    const outsider: Credential = { kind: 'staff_session', token }
    expect(must(await readCase(office.services, outsider, reference)).staff).not.toBeNull()
    await refusedEverywhere(outsider, other.reference, NOT_FOUND)
    const { data } = must(await listCases(office.services, must(await identify(office.services, outsider))))
    expect(data.map((listed) => listed.reference)).toEqual([reference])
  })

  it('ends with the session', async () => {
    const { reference, complainant } = await office.file()
    office.time.pass(4 * HOUR)
    await refusedEverywhere(complainant, reference, UNAUTHENTICATED)
  })
})
