import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { Services } from '../actions/services.ts'
import type { Credential, Staff } from '../actions/types.ts'
import { toBase64url } from '../core/encoding.ts'
import type { Env } from '../env.ts'
import type { Desk } from './desk.ts'
import { formatIn } from './format.ts'
import { formToken } from './formToken.ts'
import type { Words } from './words.ts'

/** What a request to the staff desk carries through its middleware. */
export interface Admin {
  Bindings: Env
  Variables: {
    services: Services
    words: Words
    /** Of the session cookie; `none` before signing in. */
    credential: Extract<Credential, { kind: 'staff_session' | 'none' }>
  }
}

export type AdminContext = Context<Admin>

export const LANGUAGE_COOKIE = 'redress-language'

const isSecure = (c: AdminContext) => new URL(c.req.url).protocol === 'https:'

/** Plain http exists on a local installation alone; browsers take no `__Host-` cookie there. */
const nameOf = (c: AdminContext) => (isSecure(c) ? '__Host-redress' : 'redress-staff')

export const sessionOf = (c: AdminContext): Admin['Variables']['credential'] => {
  const token = getCookie(c, nameOf(c))
  return token ? { kind: 'staff_session', token } : { kind: 'none' }
}

/** Lax, not Strict: a link in a mail leads to the case it names. What changes anything is a POST, which Lax never sends from elsewhere. */
const cookie = (c: AdminContext) => ({ path: '/', httpOnly: true, secure: isSecure(c), sameSite: 'Lax' as const })

export const rememberSession = (c: AdminContext, token: string, expiresAt: string): void =>
  setCookie(c, nameOf(c), token, { ...cookie(c), expires: new Date(expiresAt) })

export const forgetSession = (c: AdminContext): void => setCookie(c, nameOf(c), '', { ...cookie(c), maxAge: 0 })

export const rememberLanguage = (c: AdminContext, language: string): void =>
  setCookie(c, LANGUAGE_COOKIE, language, { ...cookie(c), maxAge: 365 * 86_400 })

interface DeskOptions {
  me: Staff | null
  /** IANA zone; of the policy of the case, where there is one. */
  zone?: string
  staff?: readonly Staff[]
  /** The page to come back to; this one, unless it answers a form. */
  here?: string
}

export const deskFor = async (
  c: AdminContext,
  { me, zone = 'Etc/UTC', staff = [], here }: DeskOptions,
): Promise<Desk> => {
  const words = c.get('words')
  const credential = c.get('credential')
  const url = new URL(c.req.url)
  return {
    ...words,
    format: formatIn(words.locale, zone),
    now: c.get('services').now(),
    here: here ?? url.pathname + url.search,
    csrf: credential.kind === 'staff_session' ? await formToken(credential.token) : '',
    me,
    names: new Map(staff.map((s) => [s.id, s.name])),
  }
}

/** Names one sending of a form, so that sending it twice acts once. */
export const newFormKey = (): string => toBase64url(crypto.getRandomValues(new Uint8Array(16)))
