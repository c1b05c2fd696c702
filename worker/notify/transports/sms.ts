import { failed, type Sent, type Sms } from './types.ts'

/** Sends text messages. An installation that has one passes it to `transportsOf`. */
export type SmsProvider = (sms: Sms) => Promise<Sent>

/** Without a provider a text message fails for good, so that staff see it and tell the person in another way. */
export const sendSms = (provider: SmsProvider | null, sms: Sms): Promise<Sent> =>
  provider ? provider(sms) : Promise.resolve(failed('no_sms_provider'))
