import type { Complaint } from '../core/complaint.ts'
import type { Envelope, People } from './types.ts'

/** Somebody a letter goes to, and what the link in it may do. */
export interface Recipient extends Pick<Envelope, 'recipient' | 'channel' | 'address' | 'link'> {
  /** Null where the address is not known to be theirs. */
  name: string | null
  /** Nobody has shown that this address is the complainant's: nothing of the case may be told there. */
  unconfirmed: boolean
  representative: boolean
}

type Channel = Envelope['channel']

/**
 * Who was shown an access code when the complaint was filed. On the web that is whoever filled in the form; what others
 * filed begins without one. A case about the handling of another opens with the same code.
 */
export const holdsCode = (c: Complaint, who: 'complainant' | 'representative'): boolean => {
  if (c.channel !== 'web' || c.partner !== null) return false
  return who === (c.representatives.length > 0 ? 'representative' : 'complainant')
}

type Kind = 'email' | 'phone'

/** The complainant's addresses that can be written to, or only the one of a kind; the preferred one first. */
export const complainantAt = (c: Complaint, { complainant }: People, only?: Kind): Recipient[] => {
  const at = (channel: Channel): Recipient[] => {
    const address = channel === 'email' ? complainant.email : complainant.phone
    const state = channel === 'email' ? c.contact.email : c.contact.phone
    if (!address || c.anonymous || state === 'none' || state === 'bounced') return []
    const unconfirmed = state === 'unconfirmed'
    return [
      {
        recipient: 'complainant',
        channel,
        address,
        name: unconfirmed ? null : (complainant.name ?? null),
        link: unconfirmed ? 'confirm' : 'access',
        unconfirmed,
        representative: false,
      },
    ]
  }
  const order: Channel[] = complainant.preferredChannel === 'phone' ? ['sms', 'email'] : ['email', 'sms']
  return order.filter((channel) => !only || channel === (only === 'phone' ? 'sms' : 'email')).flatMap(at)
}

/**
 * The representative, in one of the given states of their authority. The link opens the case only once the authority has
 * been verified. By e-mail where there is an address, unless one kind is asked for.
 */
export const representativeAt = (
  c: Complaint,
  { representative }: People,
  states: readonly Complaint['representatives'][number]['state'][],
  only?: Kind,
): Recipient[] => {
  const known = c.representatives[0]
  if (!representative || !known || !states.includes(known.state)) return []
  const kind = only ?? (representative.email ? 'email' : 'phone')
  const address = representative[kind]
  if (!address) return []
  return [
    {
      recipient: known.id,
      channel: kind === 'email' ? 'email' : 'sms',
      address,
      name: representative.name,
      link: known.state === 'verified' ? 'access' : null,
      unconfirmed: false,
      representative: true,
    },
  ]
}
