import type { Complaint } from '../core/complaint.ts'
import type { Appended } from '../core/decide/index.ts'
import type { Event } from '../core/events.ts'
import type { Policy } from '../core/policy.ts'
import type { CaseView } from '../core/view/schema.ts'
import { pickLanguage } from '../locales/language.ts'
import { type Common, type Letter, letter } from './letters.ts'
import { partyLetter, type Words } from './partyLetters.ts'
import { complainantAt, holdsCode, type Recipient, representativeAt } from './recipients.ts'
import { staffLetter } from './staffLetters.ts'
import type { Envelope, Message, People, SiteOfLetters, StaffOfLetters } from './types.ts'

export interface Sources {
  policy: Policy
  /** The case as the complainant sees it after the events; without it a decision names its key points only. */
  view: CaseView | null
  /** The site's active staff, with their addresses. */
  staff: readonly StaffOfLetters[]
}

/** A letter and who gets it. The first recipient's copy is the one whose arrival stops a clock. */
interface Post {
  letter: Letter
  to: readonly Recipient[]
  acknowledges?: boolean
  request?: string | null
}

/**
 * Whom to tell what when these events have been appended. Pure: the same events make the same messages.
 *
 * `people` are the names and addresses as the case held them before; for a case that begins, as the submission gives
 * them. A corrected contact is taken from its event, so that the old address can be told too.
 */
export const messagesFor = (
  { case: c, events }: Appended,
  people: People,
  site: SiteOfLetters,
  { policy, view, staff }: Sources,
): Message[] => {
  const language = pickLanguage(c.language)
  const now = events.reduce(corrected, people)
  const common = {
    reference: c.reference,
    siteKey: site.publicKey,
    timeZone: policy.calendar.timeZone,
    siteName: (language: string) => site.name[language] ?? site.name.en ?? Object.values(site.name)[0] ?? '',
  }
  const words: Words = { case: c, policy, view, language, together: events }
  const toParty = events.flatMap((event) =>
    posts(event, words, now, people).flatMap((post) => addressed(post, event, language, common)),
  )
  const staffLanguage = pickLanguage(site.locales[0])
  const toStaff = events.flatMap((event) => {
    const post = staffLetter(event, c, staff)
    return (post?.to ?? []).map((reader) =>
      message(
        post?.letter as Letter,
        {
          id: messageId(c, event, reader.id, 'email'),
          channel: 'email',
          recipient: reader.id,
          address: reader.email,
          language: staffLanguage,
          seq: event.facts.seq,
          at: event.facts.at,
          notice: false,
          acknowledges: false,
          request: null,
          link: null,
        },
        { ...common, siteName: common.siteName(staffLanguage), name: reader.name },
      ),
    )
  })
  return [...toParty, ...toStaff]
}

const corrected = (people: People, event: Event): People => {
  if (event.type !== 'contact_corrected') return people
  const { name, email, phone, preferredChannel } = event.text ?? {}
  const changes = { ...(name && { name }), ...(email && { email }), ...(phone && { phone }) }
  return {
    ...people,
    complainant: { ...people.complainant, ...changes, ...(preferredChannel && { preferredChannel }) },
  }
}

/** The letters of one event for the complainant's side, each with its readers. */
const posts = (event: Event, words: Words, people: People, before: People): Post[] => {
  const c = words.case
  const [preferred] = complainantAt(c, people)
  const complainant = preferred ? [preferred] : []
  switch (event.type) {
    case 'received':
      return acknowledgements(event, c, people)
    case 'contact_confirmed': {
      const channel = event.facts.channel === 'phone' ? 'sms' : 'email'
      const to = complainantAt(c, people).filter((r) => r.channel === channel)
      return [{ letter: letter('access', { because: 'confirmed' }), to: to.map((r) => opened(r, c)) }]
    }
    case 'contact_corrected':
      return contactCorrected(event, c, people, before)
    case 'access_reissued': {
      const to = event.facts.to === 'complainant' ? complainant : representativeAt(c, people, ['verified'])
      const link = (r: Recipient) => (r.unconfirmed ? r : { ...r, link: 'reissue' as const })
      return [{ letter: letter('access', { because: 'reissued' }), to: to.map(link) }]
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

/** Letters that say nothing of the case, so that a mistyped address learns nothing from them. */
const DISCREET: ReadonlySet<Letter['template']> = new Set(['acknowledgement', 'access', 'contact_confirm', 'news'])

type Shared = Omit<Common, 'siteName' | 'name'> & { siteName: (language: string) => string }

const addressed = (post: Post, event: Event, language: string, common: Shared): Message[] =>
  post.to.map((r, i) =>
    message(
      r.unconfirmed && !DISCREET.has(post.letter.template) ? letter('news', {}) : post.letter,
      {
        id: (i === 0 && event.facts.notice) || messageId(common, event, r.recipient, r.channel),
        channel: r.channel,
        recipient: r.recipient,
        address: r.address,
        language,
        seq: event.facts.seq,
        at: event.facts.at,
        notice: i === 0 && event.facts.notice !== undefined,
        acknowledges: post.acknowledges ?? false,
        request: post.request ?? null,
        link: r.link,
      },
      { ...common, siteName: common.siteName(language), name: r.name },
    ),
  )

// One event never writes twice to the same reader on the same channel, so these name a message.
const messageId = ({ reference }: { reference: string }, event: Event, recipient: string, channel: string) =>
  `ms-${reference}-${event.facts.seq}-${recipient}-${channel}`

const message = (written: Letter, envelope: Envelope, common: Common): Message =>
  ({ ...envelope, template: written.template, params: { ...common, ...written.params } }) as Message
