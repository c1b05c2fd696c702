import type { MailSource, Posted } from '../notify/mailbox.ts'
import { findMessage, listMessages } from './outbox.ts'
import type { Services } from './services.ts'
import { findStaffMail, isStaffMail, listStaffMail } from './staffMail.ts'

/** Everything this installation has written to anybody, for the local mailbox page. */
export const mailSource = (services: Services): MailSource => ({
  list: async (limit) => {
    const [messages, staffMail] = await Promise.all([listMessages(services, limit), listStaffMail(services, limit)])
    const all: Posted[] = [...messages, ...staffMail.map((message) => ({ message, linkToken: null }))]
    return all.sort((a, b) => (a.message.at < b.message.at ? 1 : -1)).slice(0, limit)
  },
  find: async (id) => {
    if (!isStaffMail(id)) return findMessage(services, id)
    const message = await findStaffMail(services, id)
    return message && { message, linkToken: null }
  },
})
