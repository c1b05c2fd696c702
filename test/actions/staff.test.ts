import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  createPartnerKey,
  findSite,
  listPartnerKeys,
  listSites,
  listStaff,
  revokePartnerKey,
  saveSite,
  saveStaff,
} from '../../worker/actions/administration.ts'
import { identify } from '../../worker/actions/identify.ts'
import { readCase } from '../../worker/actions/readCase.ts'
import { createServices, later } from '../../worker/actions/services.ts'
import {
  createSignInCodes,
  createStaffToken,
  endStaffSession,
  openStaffSession,
  revokeStaffToken,
  SIGN_IN_MINUTES,
} from '../../worker/actions/staffAccess.ts'
import type { Credential } from '../../worker/actions/types.ts'
import { SecretError } from '../../worker/vault/errors.ts'
import { HOUR, member, must, Office, site } from '../support/worker/office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})

const UNAUTHENTICATED = { failed: 'unauthenticated' }
const who = (credential: Credential) => identify(office.services, credential)

describe('signing in', () => {
  const mailed = async () => (await createSignInCodes(office.services, 'Handler@office.example '))[0]?.code ?? ''

  it('is by a code that works once, however it is typed', async () => {
    const code = await mailed()
    expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}$/)
    const typed = [code, code.toLowerCase(), ` ${code.replaceAll('-', ' ')} `]
    const answers = await Promise.all(typed.map((text) => openStaffSession(office.services, text)))
    const [session] = answers.flatMap((answer) => ('token' in answer ? [answer] : []))
    expect(answers.filter((answer) => 'failed' in answer)).toEqual([UNAUTHENTICATED, UNAUTHENTICATED])
    const credential: Credential = { kind: 'staff_session', token: session?.token ?? '' }
    expect(must(await who(credential))).toMatchObject({
      kind: 'staff',
      actor: { id: 'handler', roles: ['handler'], department: 'service' },
      staff: { name: 'Name of handler', email: 'handler@office.example' },
    })
    await endStaffSession(office.services, credential.token)
    expect(await who(credential)).toEqual(UNAUTHENTICATED)
  })

  it('ends after twelve hours', async () => {
    const { token } = must(await openStaffSession(office.services, await mailed()))
    office.time.pass(12 * HOUR - 1)
    must(await who({ kind: 'staff_session', token }))
    office.time.pass(1)
    expect(await who({ kind: 'staff_session', token })).toEqual(UNAUTHENTICATED)
  })

  it('is refused when the code is late, or the person has left', async () => {
    const late = await mailed()
    office.time.pass(SIGN_IN_MINUTES * 60_000)
    expect(await openStaffSession(office.services, late)).toEqual(UNAUTHENTICATED)

    const leaving = member('leaving', ['handler'], 'service', 1)
    await saveStaff(office.services, leaving)
    const [open] = await createSignInCodes(office.services, leaving.email)
    await saveStaff(office.services, { ...leaving, active: false })
    expect(await openStaffSession(office.services, open?.code ?? '')).toEqual(UNAUTHENTICATED)
    expect(await createSignInCodes(office.services, leaving.email)).toEqual([])
  })

  it('gives strangers nothing', async () => {
    expect(await createSignInCodes(office.services, 'nobody@office.example')).toEqual([])
    expect(await createSignInCodes(office.services, 'nonsense')).toEqual([])
    expect(await openStaffSession(office.services, '0000-0000-0000')).toEqual(UNAUTHENTICATED)
  })
})

describe('tokens and keys', () => {
  it('work until they are revoked or expire', async () => {
    const { services } = office
    const expiresAt = later(office.time.now, HOUR)
    const lasting = must(await createStaffToken(services, 'handler', { label: 'script' }))
    const short = must(await createStaffToken(services, 'handler', { label: 'script', expiresAt }))
    const key = await createPartnerKey(services, { site: 'shop', name: 'CRM', scopes: ['complaints:read'], expiresAt })
    const credentials: Credential[] = [
      { kind: 'staff_token', token: lasting.token },
      { kind: 'staff_token', token: short.token },
      { kind: 'key', token: key.token },
    ]
    for (const credential of credentials) must(await who(credential))
    office.time.pass(HOUR)
    const answers = await Promise.all(credentials.map(who))
    expect(answers.map((answer) => 'failed' in answer)).toEqual([false, true, true])
    await revokeStaffToken(services, lasting.id)
    expect(await who(credentials[0] as Credential)).toEqual(UNAUTHENTICATED)
  })

  it('are made for staff there are', async () => {
    expect(await createStaffToken(office.services, 'nobody', { label: 'x' })).toEqual({ failed: 'not_found' })
  })

  it('let a partner change keys and keep its cases', async () => {
    const { services } = office
    const scopes = ['complaints:write', 'complaints:read'] as const
    const old = await createPartnerKey(services, { site: 'shop', name: 'CRM', scopes })
    const { reference } = await office.file({}, { kind: 'key', token: old.token })
    const fresh = await createPartnerKey(services, { site: 'shop', name: 'CRM', scopes, partner: old.partner })
    await revokePartnerKey(services, old.id)
    expect(await readCase(services, { kind: 'key', token: old.token }, reference)).toEqual(UNAUTHENTICATED)
    must(await readCase(services, { kind: 'key', token: fresh.token }, reference))
    const listed = (await listPartnerKeys(services, 'shop')).filter(({ partner }) => partner === old.partner)
    expect(listed).toEqual([{ ...fresh, token: undefined }])
  })
})

describe('sites and staff', () => {
  it('are kept and replaced', async () => {
    const { services } = office
    const shop = site('shop', { name: { en: 'The shop' } })
    await saveSite(services, shop)
    expect(await findSite(services, 'pk_shop')).toEqual(shop)
    expect(await findSite(services, 'pk_none')).toBeNull()
    expect((await listSites(services)).map(({ id }) => id)).toEqual(['other', 'shop'])
    const moved = member('colleague', ['handler'], 'disputes', 2, { sites: ['shop'] })
    await saveStaff(services, moved)
    expect((await listStaff(services, 'shop')).find(({ id }) => id === 'colleague')).toEqual(moved)
    expect((await listStaff(services, 'other')).map(({ id }) => id)).not.toContain('colleague')
    expect((await listStaff(services)).map(({ id }) => id)).toContain('elsewhere')
  })

  it('are refused with a policy that there is not', async () => {
    const unknown = site('shop', { policy: { id: 'standard', version: 99 } })
    await expect(saveSite(office.services, unknown)).rejects.toThrow('no policy standard, version 99')
  })
})

describe('the secrets of the installation', () => {
  it('are demanded before anything is sealed, found or signed', async () => {
    for (const name of ['MASTER_KEYS', 'INDEX_KEYS', 'SIGNING_KEYS'] as const)
      for (const value of ['', '{}', 'secret'] as const) {
        const services = createServices({ ...env, [name]: value })
        await expect(services.keys()).rejects.toThrow(SecretError)
        await expect(services.keys()).rejects.toThrow(new RegExp(`^${name} `))
      }
  })
})
