import { endSessionStatement, openSessionByCode, redeemLink, replaceCode } from '../store/access.ts'
import { newAccessCode, parseAccessCode, parseReference } from '../vault/codes.ts'
import { hashSecret, newToken, parseToken } from '../vault/tokens.ts'
import { giveSystemCommand } from './giveCommand.ts'
import { later, type Services } from './services.ts'
import { type Failure, type Grant, isFailure } from './types.ts'

/** How long a complainant's session works, in milliseconds. */
export const SESSION_LENGTH = 4 * 3_600_000

export interface OpenedSession extends Grant {
  reference: string
  as: 'complainant' | 'representative'
  /** Only from a link that reissues access: a new code, the old one having ended. */
  accessCode?: string
}

/** A link to an address that nobody had confirmed opens nothing: it only confirms. */
export interface ConfirmedContact {
  confirmed: 'email' | 'phone'
}

const UNAUTHENTICATED: Failure = { failed: 'unauthenticated' }

/**
 * Reference and access code, as typed, or the token of a link. A wrong number, a wrong code and a used link are all
 * `unauthenticated`.
 */
export const openSession = async (
  services: Services,
  given: { reference: string; accessCode: string } | { link: string },
): Promise<OpenedSession | ConfirmedContact | Failure> =>
  'link' in given ? byLink(services, given.link) : byCode(services, given.reference, given.accessCode)

const asOf = (holder: string) => (holder === 'complainant' ? 'complainant' : 'representative')

const newSession = async ({ database, now }: Services) => {
  const grant: Grant = { token: newToken('session', database), expiresAt: later(now(), SESSION_LENGTH) }
  return { grant, stored: { hash: await hashSecret(grant.token), expiresAt: grant.expiresAt } }
}

const byCode = async (services: Services, typed: string, code: string): Promise<OpenedSession | Failure> => {
  // What cannot be a number or a code is looked up all the same, so that it takes as long as one that is wrong.
  const reference = parseReference(typed)?.reference ?? ''
  const { grant, stored } = await newSession(services)
  const hash = await hashSecret(parseAccessCode(code) ?? '')
  const opened = await openSessionByCode(services.db, reference, hash, stored).first<{ holder: string }>()
  return opened ? { ...grant, reference, as: asOf(opened.holder) } : UNAUTHENTICATED
}

const byLink = async (services: Services, text: string): Promise<OpenedSession | ConfirmedContact | Failure> => {
  const parsed = parseToken(text)
  if (parsed?.kind !== 'link') return UNAUTHENTICATED
  const { grant, stored } = await newSession(services)
  const link = await hashSecret(parsed.token)
  const redeemed = await redeemLink(services.db, link, stored, services.now())
  if (!redeemed) return UNAUTHENTICATED
  const { reference, holder, purpose, channel, holdsCode } = redeemed
  if (purpose === 'confirm') {
    const confirmed = await giveSystemCommand(services, reference, { type: 'confirm_contact', channel })
    return isFailure(confirmed) ? UNAUTHENTICATED : { confirmed: channel }
  }
  const session: OpenedSession = { ...grant, reference, as: asOf(holder) }
  if (purpose === 'access') return session
  const accessCode = newAccessCode()
  const issued = await giveSystemCommand(
    services,
    reference,
    { type: 'issue_code', to: holder, replaces: holdsCode },
    { also: replaceCode(services.db, link, stored, await hashSecret(accessCode), services.now()) },
  )
  if (!isFailure(issued)) return { ...session, accessCode }
  // Somebody else was quicker to use the link, or it still works.
  return (await redeemLink(services.db, link, stored, services.now())) ? { failed: 'unavailable' } : UNAUTHENTICATED
}

/** Ends a session; one that has ended already is no error. */
export const endSession = async ({ db }: Services, token: string): Promise<void> => {
  await endSessionStatement(db, await hashSecret(token)).run()
}
