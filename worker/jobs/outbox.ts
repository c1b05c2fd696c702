import { giveSystemCommand } from '../actions/giveCommand.ts'
import { claimMessage, dueMessages, settleMessage } from '../actions/outbox.ts'
import { later, type Services } from '../actions/services.ts'
import { claimStaffMail, dueStaffMail, isStaffMail, noteStaffMail } from '../actions/staffMail.ts'
import { isFailure } from '../actions/types.ts'
import type { Instant } from '../core/vocabulary.ts'
import type { OutboxJob } from '../env.ts'
import { oneLine, render } from '../notify/templates.ts'
import { type Sent, type Transports, transportsOf } from '../notify/transports/index.ts'
import { retry } from '../notify/transports/types.ts'
import type { Message } from '../notify/types.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** After each failed attempt, how long until the next; after the last, four and a half days on, the message has failed. */
const BACKOFF = [MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 12 * HOUR, 24 * HOUR, 24 * HOUR, 24 * HOUR, 24 * HOUR]

/**
 * Sends what is due of the named messages. A message is taken for five minutes by one sender; one that was sent before is
 * not due and not sent again. If the process dies between sending and noting that, the message goes out a second time
 * under the same id: at least once, never not at all.
 */
export const deliverOutbox = async (
  services: Services,
  ids: readonly string[],
  transports: Transports = transportsOf(services.env),
): Promise<void> => {
  for (const id of ids) await (isStaffMail(id) ? deliverStaffMail : deliverMessage)(services, id, transports)
}

const deliverMessage = async (services: Services, id: string, transports: Transports): Promise<void> => {
  const outgoing = await claimMessage(services, id)
  if (!outgoing) return
  const { message, linkToken, reference, site, attempts } = outgoing
  const result = await send(services, message, linkToken, site.mailFrom, transports)
  const nextAttemptAt = again(services, result, attempts)
  if (nextAttemptAt) return settleMessage(services, id, { state: 'queued', nextAttemptAt })
  // The process is told first: a crash here repeats a message, the other way round would lose that it arrived.
  await tell(services, reference, message, result)
  await settleMessage(services, id, { state: result.sent ? 'sent' : result.bounced ? 'bounced' : 'failed' })
}

const deliverStaffMail = async (services: Services, id: string, transports: Transports): Promise<void> => {
  const claimed = await claimStaffMail(services, id)
  if (!claimed) return
  const result = await send(services, claimed.message, null, null, transports)
  await noteStaffMail(services, id, again(services, result, claimed.attempts))
}

const send = async (
  { env }: Services,
  message: Message,
  linkToken: string | null,
  mailFrom: string | null,
  transports: Transports,
): Promise<Sent> => {
  const { id, address: to, language, channel } = message
  const { PUBLIC_ORIGIN: origin } = env
  // A letter whose links lead nowhere would use up the one-time token in them.
  if (!origin) return retry('no_origin')
  try {
    const { subject, text, html } = render(message, { origin, linkToken })
    if (channel === 'sms') return await transports.sms({ id, to, text })
    const from = { name: oneLine(message.params.siteName), email: mailFrom ?? env.MAIL_FROM ?? '' }
    return await transports.email({ id, from, to, subject, text, html, language })
  } catch (error) {
    // A fault of ours, or of a transport, must not be tried for ever either. Its words may hold the address.
    console.error(`Outbox message ${id}:`, error instanceof Error ? error.name : 'failed')
    return retry('E_INTERNAL')
  }
}

/** When to try again; null when it was sent, or there is nothing left to try. */
const again = (services: Services, result: Sent, attempts: number): Instant | null => {
  const wait = BACKOFF[attempts]
  return !result.sent && result.again && wait !== undefined ? later(services.now(), wait) : null
}

/** Tells the process what it must know: that a clock can stop, that the complaint is acknowledged, that somebody was not reached. */
const tell = async (services: Services, reference: string, message: Message, result: Sent): Promise<void> => {
  const { id, channel, acknowledges, notice, request, recipient } = message
  if (result.sent && !acknowledges && !notice) return
  // What does not reach staff, or an address that was given up, is no news about the complainant's side.
  if (!result.sent && (recipient === 'former' || message.template.startsWith('staff_'))) return
  // Only the complainant's own address is kept as bounced by the process.
  const bounced = !result.sent && result.bounced && recipient === 'complainant'
  const answer = await giveSystemCommand(services, reference, {
    type: 'record_delivery',
    message: id,
    state: result.sent ? 'sent' : bounced ? 'bounced' : 'failed',
    channel,
    acknowledges,
    ...(request && { request }),
    ...(!result.sent && { detail: result.reason }),
  })
  if (isFailure(answer) && 'failed' in answer && answer.failed !== 'not_found')
    // Not noted as sent: it becomes due again, and is told then.
    throw new Error(`The delivery of message ${id} could not be recorded: ${answer.failed}`)
}

/** Consumer of the queue. It carries ids only; a message that could not be dealt with comes back to the queue by itself. */
export const consumeOutbox = async (
  services: Services,
  batch: MessageBatch<OutboxJob>,
  transports?: Transports,
): Promise<void> => {
  for (const job of batch.messages) {
    try {
      await deliverOutbox(services, [job.body.message], transports)
      job.ack()
    } catch (error) {
      console.error(`Outbox message ${job.body.message}:`, error instanceof Error ? error.message : 'failed')
      job.retry()
    }
  }
}

/** Sends what a crash left, or a later attempt is due for. */
export const sweepOutbox = async (services: Services, limit: number, transports?: Transports): Promise<void> => {
  const due = [...(await dueStaffMail(services, limit)), ...(await dueMessages(services, limit))]
  for (const id of due)
    await deliverOutbox(services, [id], transports).catch((error: unknown) => {
      console.error(`Outbox message ${id}:`, error instanceof Error ? error.message : 'failed')
    })
}
