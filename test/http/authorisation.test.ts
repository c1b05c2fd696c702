import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  createPartnerKey,
  listPartnerKeys,
  listStaff,
  revokePartnerKey,
  saveStaff,
} from '../../worker/actions/administration.ts'
import { createServices } from '../../worker/actions/services.ts'
import { createStaffToken, revokeStaffToken } from '../../worker/actions/staffAccess.ts'
import { isFailure } from '../../worker/actions/types.ts'
import { app } from '../../worker/app.ts'
import { newToken } from '../../worker/vault/tokens.ts'
import { PNG } from '../support/api.ts'
import { call, digestHeader, fileComplaint, install } from './support.ts'

/** What a route is tried with: as little as gets past its own checks of the request. */
interface Attempt {
  path: (case_: { reference: string; evidence: string; upload: string }) => string
  body?: object | Uint8Array
  /** Concerns one case or one upload: what belongs to others must look like nothing at all. */
  of: 'case' | 'upload' | 'caller'
}

const COMPLAINT = { language: 'en', narrative: 'x', consent: true }

/** Every route of the API that wants a credential. */
const GUARDED: Record<string, Attempt> = {
  'POST /v1/evidence': { path: () => '/v1/evidence', body: { name: 'a.png', size: 70 }, of: 'caller' },
  'GET /v1/evidence/:id': { path: ({ upload }) => `/v1/evidence/${upload}`, of: 'upload' },
  'PUT /v1/evidence/:id/parts/:part': {
    path: ({ upload }) => `/v1/evidence/${upload}/parts/1`,
    body: PNG,
    of: 'upload',
  },
  'POST /v1/evidence/:id/complete': { path: ({ upload }) => `/v1/evidence/${upload}/complete`, body: {}, of: 'upload' },
  'POST /v1/evidence/:id/download': { path: ({ evidence }) => `/v1/evidence/${evidence}/download`, of: 'case' },
  'POST /v1/complaints': { path: () => '/v1/complaints', body: COMPLAINT, of: 'caller' },
  'GET /v1/complaints': { path: () => '/v1/complaints', of: 'caller' },
  'GET /v1/complaints/:reference': { path: ({ reference }) => `/v1/complaints/${reference}`, of: 'case' },
  'POST /v1/complaints/:reference/commands': {
    path: ({ reference }) => `/v1/complaints/${reference}/commands`,
    body: { type: 'add_message', message: 'x' },
    of: 'case',
  },
  'GET /v1/complaints/:reference/events': { path: ({ reference }) => `/v1/complaints/${reference}/events`, of: 'case' },
  'GET /v1/complaints/:reference/dossier': {
    path: ({ reference }) => `/v1/complaints/${reference}/dossier`,
    of: 'case',
  },
  'GET /v1/reports/summary': { path: () => '/v1/reports/summary', of: 'caller' },
}

/** Open to everybody, each for a reason: it tells nothing, or it is how a credential is earned. */
const OPEN = [
  'GET /v1/sites/:siteKey',
  'POST /v1/challenges',
  'POST /v1/challenges/solutions',
  'POST /v1/sessions',
  // Answers everybody the same; what it sends goes to the owner of the case alone.
  'POST /v1/access-requests',
  // Takes a session's token alone, and answers the same whether it was one.
  'DELETE /v1/sessions',
]

/** Not the API: pages, documents, and what checks its own callers (`/admin`). */
const PAGES = [
  'GET /.well-known/jwks.json',
  'GET /.well-known/security.txt',
  'GET /assets/*',
  'GET /c/:siteKey',
  'GET /docs',
  'GET /docs/style.css',
  'GET /embed/:siteKey',
  'GET /favicon.ico',
  'GET /health',
  'GET /mailbox',
  'GET /mailbox/*',
  'GET /openapi.json',
  'GET /widget.js',
]

/** Methods of Hono's `all`: middleware, and the staff desk. */
const routes = [...new Set(app.routes.filter(({ method }) => method !== 'ALL').map((r) => `${r.method} ${r.path}`))]

/** Sessions file no new complaint; intake tokens open no case. */
const isOfKind = (name: string, kind: string): boolean =>
  kind.endsWith('Session')
    ? name !== 'POST /v1/complaints'
    : !(kind.endsWith('Intake') && (GUARDED[name] as Attempt).of === 'case')

const target = { reference: '', evidence: '', upload: '' }
const credentials: Record<string, string> = {}

const attempt = async (name: string, token: string | null) => {
  const { path, body } = GUARDED[name] as Attempt
  const bytes = body instanceof Uint8Array ? body : null
  return call(path(target), {
    method: name.split(' ')[0] as string,
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(bytes ? await digestHeader(bytes) : body && { 'content-type': 'application/json' }),
    },
    ...(body && { body: bytes ? new Blob([bytes as BlobPart]) : JSON.stringify(body) }),
  })
}

const expectProblem = async (answer: Response, status: number, code: string) => {
  const problem = (await answer.json()) as { code: string }
  expect({ status: answer.status, code: problem.code }).toEqual({ status, code })
}

beforeAll(async () => {
  const { publicKey, tokens } = await install()
  const services = createServices(env)
  const mine = await fileComplaint(publicKey)
  target.reference = mine.reference
  target.evidence = mine.evidence
  const theirs = await fileComplaint(publicKey)
  const upload = await mine.as.expect<{ id: string }>('POST', '/v1/evidence', { name: 'a.png', size: 70 })
  target.upload = upload.id

  const past = new Date(Date.now() - 1000).toISOString()
  const scopes = ['complaints:all', 'complaints:read', 'complaints:write', 'complaints:act', 'reports:read'] as const
  const revoked = await createPartnerKey(services, { site: 'one', name: 'Revoked', scopes })
  await revokePartnerKey(services, revoked.id)
  const [handler] = await listStaff(services)
  if (!handler) throw new Error('no staff')
  const staffToken = async (options: { expiresAt?: string }) => {
    const made = await createStaffToken(services, handler.id, { label: 'test', ...options })
    if (isFailure(made)) throw new Error('no token')
    return made
  }
  const revokedStaff = await staffToken({})
  await revokeStaffToken(services, revokedStaff.id)
  await saveStaff(services, { ...handler, id: 'st_gone', email: 'gone@example.org', active: true })
  const gone = await createStaffToken(services, 'st_gone', { label: 'test' })
  if (isFailure(gone)) throw new Error('no token')
  await saveStaff(services, { ...handler, id: 'st_gone', email: 'gone@example.org', active: false })
  const ended = await fileComplaint(publicKey)
  await call('/v1/sessions', { method: 'DELETE', headers: { authorization: `Bearer ${ended.session.token}` } })

  Object.assign(credentials, {
    theirSession: theirs.session.token,
    theirIntake: theirs.intake,
    otherSite: tokens.otherSitePartner,
    revokedKey: revoked.token,
    expiredKey: (await createPartnerKey(services, { site: 'one', name: 'Expired', scopes, expiresAt: past })).token,
    revokedStaff: revokedStaff.token,
    expiredStaff: (await staffToken({ expiresAt: past })).token,
    inactiveStaff: gone.token,
    endedSession: ended.session.token,
    unknownSession: newToken('session', '0'),
    unknownKey: newToken('key', '0'),
    unknownStaff: newToken('personal', '0'),
    // A link opens a session; it is none.
    link: newToken('link', '0'),
    forgedIntake: `${theirs.intake.slice(0, -2)}AA`,
    nonsense: 'nonsense',
  })
  expect((await listPartnerKeys(services, 'one')).map(({ name }) => name)).not.toContain('Revoked')
})

it('has an entry for every route', () => {
  expect(routes.toSorted()).toEqual([...Object.keys(GUARDED), ...OPEN, ...PAGES].toSorted())
})

describe.each(Object.keys(GUARDED))('%s', (name) => {
  it('wants a credential', async () => {
    const answer = await attempt(name, null)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
    await expectProblem(answer, 401, 'unauthenticated')
  })

  it.each([
    'nonsense',
    'link',
    'unknownSession',
    'unknownKey',
    'unknownStaff',
    'forgedIntake',
    'endedSession',
    'revokedKey',
    'expiredKey',
    'revokedStaff',
    'expiredStaff',
    'inactiveStaff',
  ])('does not take %s', async (kind) => {
    const answer = await attempt(name, credentials[kind] as string)
    // What no credential of that kind could open is refused for its kind, before anybody looks whether it is real.
    if (isOfKind(name, kind)) await expectProblem(answer, 401, 'unauthenticated')
    else expect([401, 403, 404]).toContain(answer.status)
  })

  it('takes no cookie for a credential', async () => {
    const { path } = GUARDED[name] as Attempt
    const cookie = Object.values(credentials)
      .map((token) => `__Host-redress=${token}`)
      .join('; ')
    const answer = await call(path(target), { method: name.split(' ')[0] as string, headers: { cookie } })
    expect([401, 422]).toContain(answer.status)
  })
})

describe.each(Object.keys(GUARDED).filter((name) => GUARDED[name]?.of !== 'caller'))('%s of somebody else', (name) => {
  it.each(['theirSession', 'otherSite'])('is not there for %s', async (kind) => {
    await expectProblem(await attempt(name, credentials[kind] as string), 404, 'not_found')
  })

  it('is not there for another intake token', async () => {
    const answer = await attempt(name, credentials.theirIntake as string)
    expect([401, 403, 404]).toContain(answer.status)
    expect(await answer.text()).not.toContain(target.reference)
  })
})

it('shows another site’s partner nothing of this site', async () => {
  const answer = await call('/v1/complaints', { headers: { authorization: `Bearer ${credentials.otherSite}` } })
  expect(await answer.json()).toEqual({ data: [], next: null })
})
