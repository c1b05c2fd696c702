import type { MailSource, Posted } from '../notify/mailbox.ts'
import { findMessage, listMessages, type OutboxMessage } from './outbox.ts'
import type { Services } from './services.ts'
import { findStaffMail, isStaffMail, listStaffMail } from './staffMail.ts'

// What was erased is no longer there to be read.
const posted = ({ message, linkToken }: OutboxMessage): Posted[] => (message ? [{ message, linkToken }] : [])

/** Everything this installation has written to anybody, for the local mailbox page. */
export const mailSource = (services: Services): MailSource => ({
  list: async (limit) => {
    const [messages, staffMail] = await Promise.all([listMessages(services, limit), listStaffMail(services, limit)])
    const all = [...messages.flatMap(posted), ...staffMail.map((message) => ({ message, linkToken: null }))]
    return all.sort((a, b) => (a.message.at < b.message.at ? 1 : -1)).slice(0, limit)
  },
  find: async (id) => {
    if (!isStaffMail(id)) {
      const found = await findMessage(services, id)
      return (found && posted(found)[0]) ?? null
    }
    const message = await findStaffMail(services, id)
    return message && { message, linkToken: null }
  },
})
