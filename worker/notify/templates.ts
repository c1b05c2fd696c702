import { toHtml } from './html.ts'
import type { Common, Letters, Template } from './letters.ts'
import type { Block, Page } from './page.ts'
import { toText } from './text.ts'
import { LINK_DAYS, type Message } from './types.ts'
import type { Say } from './words.ts'
import * as access from './write/access.ts'
import * as decision from './write/decision.ts'
import * as ending from './write/ending.ts'
import * as review from './write/review.ts'
import * as staff from './write/staff.ts'
import { type Write, type Writer, writerFor } from './write/writer.ts'

const writers: { readonly [T in Template]: Write<T> } = {
  acknowledgement: access.acknowledgement,
  news: access.news,
  access: access.access,
  code_replaced: access.codeReplaced,
  contact_confirm: access.contactConfirm,
  contact_changed: access.contactChanged,
  information_requested: review.informationRequested,
  points_to_confirm: review.pointsToConfirm,
  request_reminder: review.requestReminder,
  request_lapsed: review.requestLapsed,
  representative_verified: access.representativeVerified,
  representative_revoked: access.representativeRevoked,
  accepted: review.accepted,
  out_of_scope: review.outOfScope,
  duplicate: review.duplicate,
  duplicate_unlinked: review.duplicateUnlinked,
  interim_measure: review.interimMeasure,
  message: review.message,
  decision: decision.decision,
  plan_accepted: decision.planAccepted,
  plan_rejected: decision.planRejected,
  plan_revised: decision.planRevised,
  offer_executed: decision.offerExecuted,
  progress: decision.progress,
  outcome_report: decision.outcomeReport,
  outcome_disputed: decision.outcomeDisputed,
  reply_reminder: decision.replyReminder,
  holding: ending.holding,
  appeal_received: decision.appealReceived,
  appeal_decided: decision.appealDecided,
  closed: ending.closed,
  withdrawn: ending.withdrawn,
  withdrawal_rescinded: ending.withdrawalRescinded,
  reopened: ending.reopened,
  independence_waived: ending.independenceWaived,
  delayed: ending.delayed,
  extended: ending.extended,
  referral: ending.referral,
  handling_commented: ending.handlingCommented,
  reply_recorded: review.replyRecorded,
  staff_breach: staff.staffBreach,
  staff_warning: staff.staffWarning,
  staff_information_requested: staff.staffInformationRequested,
  staff_appointed: staff.staffAppointed,
  staff_sign_in: staff.staffSignIn,
}

/** What a message is sent as. `html` is empty for a text message. */
export interface Rendered {
  subject: string
  text: string
  html: string
}

/** What is known only when a message is sent. */
export interface Sending {
  /** Origin of the installation, e.g. `https://redress.example`. */
  origin: string
  /** The token of the message's one-time link; null without one. */
  linkToken: string | null
}

/** Sets a message as it leaves: HTML and plain text say the same, from the same letter. */
export const render = (message: Message, sending: Sending): Rendered => {
  const { params, template } = message
  const w = writerFor(message.language, params.timeZone, message.link)
  const forStaff = template.startsWith('staff_')
  const title = (w.say(template) as Say<'news'>)('title')
  const frame = w.say('frame')
  const subject = oneLine(params.reference ? frame('subject', { title, reference: params.reference }) : title)
  if (message.channel === 'sms') {
    const url = actionUrl(message, sending, forStaff)
    return { subject, html: '', text: frame('sms', { site: params.siteName, title, reference: params.reference, url }) }
  }
  const page: Page = {
    title,
    subject,
    language: w.language,
    label: (label) => frame('label', { label }),
    greeting: params.name ? frame('greeting', { name: params.name }) : frame('greetingUnknown'),
    blocks: [...write(message, w), ...action(message, sending, w)],
    signature: [frame('regards'), params.siteName],
    footer: forStaff
      ? [frame('whyStaff', { site: params.siteName }), frame('automatic')]
      : [frame('why', { site: params.siteName, reference: params.reference }), frame('never'), frame('automatic')],
  }
  return { subject, text: toText(page), html: toHtml(page) }
}

// The union ties each template to its own parameters; looked up by a runtime key that is lost, and tied again here.
const write = ({ template, params }: Message, w: Writer): Block[] =>
  (writers[template] as (params: Common & Letters[Template], w: Writer) => Block[])(params, w)

const trackerUrl = ({ params }: Message, { origin }: Sending) => `${origin}/c/${params.siteKey}`

const actionUrl = (message: Message, sending: Sending, forStaff: boolean): string => {
  if (message.template === 'staff_sign_in') return `${sending.origin}/admin/sign-in/code`
  if (forStaff) return `${sending.origin}/admin/cases/${message.params.reference}`
  // The token stands in the fragment, which no browser sends to any server.
  return sending.linkToken
    ? `${trackerUrl(message, sending)}#link=${sending.linkToken}`
    : `${trackerUrl(message, sending)}#track`
}

/** The button under a letter: what the link in it may do. */
const action = (message: Message, sending: Sending, w: Writer): Block[] => {
  const frame = w.say('frame')
  if (message.template === 'representative_revoked') return []
  if (message.template.startsWith('staff_')) {
    const label = message.template === 'staff_sign_in' ? w.say('staff_sign_in')('action') : frame('desk')
    return [{ kind: 'action', label, url: actionUrl(message, sending, true), note: null }]
  }
  const url = actionUrl(message, sending, false)
  if (!message.link || !sending.linkToken) return [{ kind: 'action', label: frame('track'), url, note: null }]
  const until = w.time(new Date(Date.parse(message.at) + LINK_DAYS[message.link] * 86_400_000).toISOString())
  const label = frame(message.link === 'access' ? 'open' : message.link)
  const note =
    message.link === 'confirm'
      ? frame('confirmOnce', { until })
      : frame('once', { until, url: trackerUrl(message, sending) })
  return [{ kind: 'action', label, url, note }]
}

/** A header takes one line: what would begin another (RFC 5322, 2.2) becomes a space. */
export const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim()
