import { utf8 } from '../core/encoding.ts'
import type { Instant } from '../core/vocabulary.ts'
import { LANGUAGES, pickLanguage } from '../locales/language.ts'
import type { Letters } from '../notify/letters.ts'
import type { Message } from '../notify/types.ts'
import { say } from '../notify/words.ts'
import { ask } from '../store/sql.ts'
import {
  claimStaffMailQuery,
  dueStaffMailQuery,
  insertStaffMail,
  newestStaffMailQuery,
  type StaffMailRecord,
  settleStaffMail,
  staffMailQuery,
} from '../store/staffMail.ts'
import { unwrapKey, wrapKey } from '../vault/seal.ts'
import { later, type Services } from './services.ts'
import type { Staff } from './types.ts'

export interface StaffMail {
  staff: Pick<Staff, 'id' | 'name' | 'email' | 'onlyCase'>
  /** BCP 47. */
  language: string
  letter: { template: 'staff_sign_in'; params: Letters['staff_sign_in'] }
}

const PREFIX = 'sm'
/** For how long one sender has a message to itself, milliseconds. */
const LEASE = 5 * 60_000

export const isStaffMail = (id: string): boolean => id.startsWith(`${PREFIX}_`)

/** Sends somebody on the staff a message that belongs to no case; until the code in it has run out, it is tried again. */
export const queueStaffMail = async (services: Services, { staff, language, letter }: StaffMail): Promise<string> => {
  const { db, env } = services
  const now = services.now()
  const id = services.id(PREFIX)
  const picked = pickLanguage(language, LANGUAGES)
  const message: Message = {
    id,
    channel: 'email',
    recipient: staff.id,
    address: staff.email,
    language: picked,
    seq: 0,
    at: now,
    notice: false,
    acknowledges: false,
    request: null,
    link: null,
    template: letter.template,
    params: {
      ...letter.params,
      // Whoever was appointed for several cases signs in for one of them.
      reference: staff.onlyCase ?? '',
      siteKey: '',
      siteName: say(picked, 'staff_sign_in')('sender'),
      timeZone: 'UTC',
      name: staff.name,
    },
  }
  const { master } = await services.keys()
  const sealed = await wrapKey(master, place(id), utf8(JSON.stringify(message)))
  await insertStaffMail(db, { id, sealed, expiresAt: later(now, letter.params.minutes * 60_000) }, now).run()
  // The sweep sends what the queue does not.
  services.waitUntil(env.OUTBOX.send({ message: id }).catch(() => undefined))
  return id
}

const place = (id: string) => ['staff-mail', id] as const

const open = async (services: Services, { id, sealed }: StaffMailRecord): Promise<Message> => {
  const { master } = await services.keys()
  return JSON.parse(new TextDecoder().decode(await unwrapKey(master, place(id), sealed))) as Message
}

/** Takes a message for one attempt, as `claimMessage` does. `attempts` were made before this one. */
export const claimStaffMail = async (
  services: Services,
  id: string,
): Promise<{ message: Message; attempts: number } | null> => {
  const now = services.now()
  const { mail } = await ask(services.db, { mail: claimStaffMailQuery(services.db, id, later(now, LEASE), now) })
  return mail && { message: await open(services, mail), attempts: mail.attempts - 1 }
}

/** `nextAttemptAt` null when there is nothing left to try. */
export const noteStaffMail = async ({ db }: Services, id: string, nextAttemptAt: Instant | null): Promise<void> => {
  await settleStaffMail(db, id, nextAttemptAt).run()
}

export const dueStaffMail = async (services: Services, limit: number): Promise<string[]> =>
  (await ask(services.db, { ids: dueStaffMailQuery(services.db, services.now(), limit) })).ids

/** The newest, opened. For the local mailbox page. */
export const listStaffMail = async (services: Services, limit: number): Promise<Message[]> => {
  const { mails } = await ask(services.db, { mails: newestStaffMailQuery(services.db, limit) })
  return Promise.all(mails.map((mail) => open(services, mail)))
}

export const findStaffMail = async (services: Services, id: string): Promise<Message | null> => {
  const { mail } = await ask(services.db, { mail: staffMailQuery(services.db, id) })
  return mail && open(services, mail)
}
