import type { Env } from '../../env.ts'
import { sendEmail } from './email.ts'
import { type SmsProvider, sendSms } from './sms.ts'
import { type Email, retry, type Sent, type Sms, sent, type Transports } from './types.ts'

/** In local development nothing leaves the machine: the mailbox page shows what the outbox holds. */
const local: Transports = { email: async () => sent, sms: async () => sent }

export const transportsOf = (env: Env, provider: SmsProvider | null = null): Transports =>
  env.ENVIRONMENT === 'local'
    ? local
    : {
        email: async (email) => (email.from.email ? sendEmail(env.EMAIL, email) : retry('no_sender')),
        sms: (sms) => sendSms(provider, sms),
      }

export type { Email, Sent, Sms, Transports }
