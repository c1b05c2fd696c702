import { SILENT } from '../core/clocks.ts'
import type { Complaint } from '../core/complaint.ts'
import type { Event } from '../core/events.ts'
import { type Letter, letter } from './letters.ts'
import { partyLetter, type Words } from './partyLetters.ts'
import { complainantAt, holdsCode, type Recipient, representativeAt } from './recipients.ts'
import type { People } from './types.ts'

/** A letter and who gets it. The first recipient's copy is the one whose arrival stops a clock. */
export interface Post {
  letter: Letter
  to: readonly Recipient[]
  acknowledges?: boolean
  request?: string | null
}

/** The letters of one event for the complainant's side, each with its readers. */
export const posts = (event: Event, words: Words, people: People, before: People): Post[] => {
  const c = words.case
  const [preferred] = complainantAt(c, people)
  const complainant = preferred ? [preferred] : []
  switch (event.type) {
    case 'received':
      return acknowledgements(event, c, people)
    case 'contact_confirmed': {
      const to = complainantAt(c, people, event.facts.channel)
      return [{ letter: letter('access', { because: 'confirmed' }), to: to.map((r) => opened(r, c)) }]
    }
    case 'contact_corrected':
      return contactCorrected(event, c, people, before)
    case 'access_reissued': {
      const { to: holder, channel } = event.facts
      const to =
        holder === 'complainant'
          ? complainantAt(c, people, channel).slice(0, 1)
          : representativeAt(c, people, ['verified'], channel)
      const link = (r: Recipient) => (r.unconfirmed ? r : { ...r, link: 'reissue' as const })
      return [{ letter: letter('access', { because: 'reissued' }), to: to.map(link) }]
    }
    case 'code_issued': {
      const { to: holder, replaces } = event.facts
      // On every channel: whoever got hold of one of them may not be able to read the other.
      const readers = holder === 'complainant' ? complainantAt(c, people) : representativeAt(c, people, ['verified'])
      const told = readers.filter((r) => replaces && !r.unconfirmed)
      return [{ letter: letter('code_replaced', {}), to: told.map((r) => ({ ...r, link: null })) }]
    }
    case 'representative_verified': {
      const { accepted } = event.facts
      const about = { accepted, note: event.text?.note ?? null, representative: people.representative?.name ?? '' }
      const them = representativeAt(c, people, ['verified', 'refused'])
      return [
        {
          letter: letter('representative_verified', { ...about, toRepresentative: true }),
          to: accepted ? them.map((r) => opened(r, c)) : them,
        },
        { letter: letter('representative_verified', { ...about, toRepresentative: false }), to: complainant },
      ]
    }
    case 'representative_revoked': {
      const about = { reason: event.text?.reason ?? null, representative: people.representative?.name ?? '' }
      return [
        {
          letter: letter('representative_revoked', { ...about, toRepresentative: true }),
          to: representativeAt(c, people, ['revoked']),
        },
        { letter: letter('representative_revoked', { ...about, toRepresentative: false }), to: complainant },
      ]
    }
    default: {
      const written = partyLetter(event, words)
      if (!written) return []
      // Whose authority is still being checked is asked for it, and told nothing else.
      const missing = written.template === 'information_requested' && written.params.gaps.includes('authority')
      const representative = representativeAt(c, people, missing ? ['verified', 'named'] : ['verified'])
      const request = 'request' in event.facts ? event.facts.request : null
      return [{ letter: written, to: [...complainant, ...representative], request }]
    }
  }
}

/** A link to somebody who may never have had a code shows them one. */
const opened = (r: Recipient, c: Complaint): Recipient =>
  r.unconfirmed || holdsCode(c, r.representative ? 'representative' : 'complainant') ? r : { ...r, link: 'reissue' }

/** The acknowledgement goes out on every channel there is (PROCESS "Stages"). */
const acknowledgements = (event: Extract<Event, { type: 'received' }>, c: Complaint, people: People): Post[] => {
  const about = {
    receivedAt: c.receivedAt,
    by: c.clocks.find((k) => k.kind === 'review')?.dueAt ?? null,
    deadlines: c.clocks
      .filter(({ kind }) => kind.includes('.') && !SILENT.has(kind))
      .map(({ kind, dueAt }) => ({ clock: kind, by: dueAt })),
    handlingOf: event.facts.link?.reference ?? null,
  }
  const complainant = letter('acknowledgement', {
    ...about,
    holdsCode: holdsCode(c, 'complainant'),
    toRepresentative: false,
  })
  const representative = letter('acknowledgement', {
    ...about,
    holdsCode: holdsCode(c, 'representative'),
    toRepresentative: true,
  })
  const open = complainantAt(c, people).map((r) => opened(r, c))
  return [
    { letter: complainant, to: open, acknowledges: true },
    { letter: representative, to: representativeAt(c, people, ['named', 'verified']), acknowledges: true },
  ]
}

/** The new address is asked to confirm itself; the old one hears that it was replaced. */
const contactCorrected = (
  event: Extract<Event, { type: 'contact_corrected' }>,
  c: Complaint,
  people: People,
  before: People,
): Post[] => {
  const changed = complainantAt(c, people).filter(
    (r) => (r.channel === 'email' ? event.text?.email : event.text?.phone) !== undefined,
  )
  const replaced = (['email', 'phone'] as const).flatMap((kind): Recipient[] => {
    const address = before.complainant[kind]
    const next = event.text?.[kind]
    if (!address || next === undefined || next === address) return []
    const channel = kind === 'email' ? 'email' : 'sms'
    return [
      { recipient: 'former', channel, address, name: null, link: null, unconfirmed: false, representative: false },
    ]
  })
  return [
    { letter: letter('contact_confirm', {}), to: changed },
    { letter: letter('contact_changed', {}), to: replaced },
  ]
}
