/** How an attempt to send went. */
export type Sent =
  | { sent: true }
  /** `reason` is a code for staff, never a text with personal data. */
  | { sent: false; reason: string; again: boolean; bounced: boolean }

export const sent: Sent = { sent: true }
/** Something that may pass. */
export const retry = (reason: string): Sent => ({ sent: false, reason, again: true, bounced: false })
/** Nothing that trying again would mend. */
export const failed = (reason: string): Sent => ({ sent: false, reason, again: false, bounced: false })
/** The address does not take messages. */
export const bounced = (reason: string): Sent => ({ sent: false, reason, again: false, bounced: true })

export interface Email {
  /** Id of the message. At-least-once: whoever gets the same id twice got the same message twice. */
  id: string
  from: { name: string; email: string }
  to: string
  subject: string
  text: string
  html: string
  /** BCP 47. */
  language: string
}

export interface Sms {
  id: string
  to: string
  text: string
}

export interface Transports {
  email(email: Email): Promise<Sent>
  sms(sms: Sms): Promise<Sent>
}
