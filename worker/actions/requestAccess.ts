import type { Complaint } from '../core/complaint.ts'
import { LINK_DAYS } from '../notify/types.ts'
import { freshLinksQuery } from '../store/access.ts'
import { ask } from '../store/sql.ts'
import type { Card } from './card.ts'
import { giveSystemCommand } from './giveCommand.ts'
import { load } from './load.ts'
import { sameAddress } from './sameComplainant.ts'
import { later, type Services } from './services.ts'
import { isFailure } from './types.ts'

/** The number of a case, and the address or number that was given with it, both as typed. */
export type AccessRequest = { reference: string } & ({ email: string } | { phone: string })

const DAY = 86_400_000
/**
 * Links that wait unopened at one contact after a day of asking. Whoever opens one can ask again, so that others who
 * know number and contact cannot lock the owner out; they only fill a mailbox with this many.
 */
const MOST_LINKS = 3
/** Times it is tried when the case changes meanwhile. */
const MOST_TRIES = 3

/**
 * Sends a link to somebody who lost their access code, if that contact is theirs in this case. Tells nobody whether it
 * did: neither the answer nor the time it takes may say that a contact belongs to a case, so callers do not wait for it.
 */
export const requestAccess = async (services: Services, request: AccessRequest): Promise<void> => {
  const { db, now } = services
  const [channel, address] =
    'email' in request ? (['email', request.email] as const) : (['phone', request.phone] as const)
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const loaded = await load(services, {
      credential: 'system',
      reference: request.reference,
      scope: 'complaints:read',
      staff: false,
    })
    if (isFailure(loaded) || !loaded.card) return
    const to = holderAt(loaded.case, loaded.card, channel, address)
    if (!to) return
    const { reference, version } = loaded.case
    const since = later(now(), -DAY)
    const expiry = { confirm: later(since, LINK_DAYS.confirm * DAY), reissue: later(since, LINK_DAYS.reissue * DAY) }
    const { links } = await ask(db, { links: freshLinksQuery(db, reference, to, channel, expiry) })
    if (links >= MOST_LINKS) return
    // A link sent since then has moved the ledger: many requests at once send no more than they should.
    const sent = await giveSystemCommand(
      services,
      reference,
      { type: 'send_lost_access', to, channel },
      { expectedVersion: version },
    )
    if (!isFailure(sent) || !('failed' in sent)) return
  }
}

/** Whose contact this is: the complainant's or, where their authority was verified, a representative's. */
const holderAt = (c: Complaint, card: Card, kind: 'email' | 'phone', address: string): string | null => {
  if (!c.anonymous && sameAddress(kind, card.complainant[kind], address)) return 'complainant'
  const [representative] = c.representatives
  const verified = representative?.state === 'verified' && sameAddress(kind, card.representative?.[kind], address)
  return verified ? representative.id : null
}
