import { env, exports } from 'cloudflare:workers'
import { findSite } from '../../worker/actions/administration.ts'
import { mintIntakeToken } from '../../worker/actions/intakeToken.ts'
import { createServices, later } from '../../worker/actions/services.ts'
import { Api, PNG } from '../support/api.ts'
import { installation } from '../support/worker/installation.ts'

export const ORIGIN = 'https://redress.test'

let callers = 0

/** Each call from an address of its own, so that no test meets the limits of another. */
export const call = (path: string, init: RequestInit = {}): Promise<Response> => {
  const headers = new Headers(init.headers)
  if (!headers.has('cf-connecting-ip')) headers.set('cf-connecting-ip', `10.0.${callers >> 8}.${callers++ & 255}`)
  return exports.default.fetch(`${ORIGIN}${path}`, { redirect: 'manual', ...init, headers })
}

export const api = (token?: string): Api => new Api((url, init) => call(url.slice(ORIGIN.length), init), ORIGIN, token)

export const COMPLAINT = {
  language: 'en',
  narrative: 'The fee was taken twice.',
  subject: 'Fee',
  category: 'fees',
  consent: true,
  complainant: { name: 'Ada Example', email: 'ada@example.org' },
}

export interface Filed {
  reference: string
  accessCode: string
  receipt: string
  session: { token: string; expiresAt: string }
}

let solved = 0

/** What a solved challenge earns, without the work; test/http/challenge.test.ts does the work. */
export const intakeToken = async (siteKey: string): Promise<string> => {
  const services = createServices(env)
  const site = await findSite(services, siteKey)
  if (!site) throw new Error(`no site ${siteKey}`)
  const expiresAt = later(services.now(), 3_600_000)
  return (await mintIntakeToken(services, { site: site.id, solution: `test ${solved++}`, expiresAt })).token
}

/** A complaint of a visitor, with one file. */
export const fileComplaint = async (siteKey: string, more: object = {}) => {
  const intake = await intakeToken(siteKey)
  const evidence = await api(intake).upload('pixel.png', PNG)
  const filed = await api(intake).expect<Filed>('POST', '/v1/complaints', {
    ...COMPLAINT,
    evidence: [evidence],
    ...more,
  })
  return { ...filed, intake, evidence, as: api(filed.session.token) }
}

export const install = () => installation(env)

export const digestHeader = async (bytes: Uint8Array): Promise<Record<string, string>> => {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource))
  return { 'content-digest': `sha-256=:${btoa(String.fromCharCode(...hash))}:` }
}
