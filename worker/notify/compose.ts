import type { Appended } from '../core/decide/index.ts'
import type { Event } from '../core/events.ts'
import type { Policy } from '../core/policy.ts'
import type { CaseView } from '../core/view/schema.ts'
import { pickLanguage } from '../locales/language.ts'
import { type Common, type Letter, letter } from './letters.ts'
import type { Words } from './partyLetters.ts'
import { type Post, posts } from './posts.ts'
import { staffLetter } from './staffLetters.ts'
import type { Envelope, Message, People, SiteOfLetters, StaffOfLetters } from './types.ts'

export interface Sources {
  policy: Policy
  /** The case as the complainant sees it after the events; without it a decision names its key points only. */
  view: CaseView | null
  /** The site's active staff, with their addresses. */
  staff: readonly StaffOfLetters[]
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
