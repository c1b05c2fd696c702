import { env } from 'cloudflare:workers'
import { describe, expect, it } from 'vitest'
import type { Env } from '../../worker/env.ts'
import { sendEmail } from '../../worker/notify/transports/email.ts'
import { type Email, transportsOf } from '../../worker/notify/transports/index.ts'

const email: Email = {
  id: 'ms_1',
  from: { name: '安顺交易', email: 'complaints@redress.test' },
  to: 'ada@example.test',
  subject: 'Our decision – RD-0ABC-DEFG-H',
  text: 'Text',
  html: '<p>Text</p>',
  language: 'zh-CN',
}

type Builder = Parameters<SendEmail['send']>[0]
const binding = (answer: (message: Builder) => unknown) => ({ send: async (m: Builder) => answer(m) }) as SendEmail
const failing = (code: string) =>
  binding(() => {
    throw Object.assign(new Error('ada@example.test is not good'), { code })
  })

describe('e-mail', () => {
  it('goes to the binding with both versions, and with headers that it accepts', async () => {
    const messages: Builder[] = []
    expect(
      await sendEmail(
        binding((m) => messages.push(m)),
        email,
      ),
    ).toEqual({ sent: true })
    expect(messages).toEqual([
      {
        from: { name: '安顺交易', email: 'complaints@redress.test' },
        to: 'ada@example.test',
        subject: email.subject,
        text: 'Text',
        html: '<p>Text</p>',
        headers: {
          'Auto-Submitted': 'auto-generated',
          'Content-Language': 'zh-CN',
          'X-Redress-Message': 'ms_1',
        },
      },
    ])
  })

  it('is taken by the emulation of the binding', async () => {
    expect(await sendEmail(env.EMAIL, email)).toEqual({ sent: true })
  })

  it.each([
    ['E_RATE_LIMIT_EXCEEDED', { again: true, bounced: false }],
    ['E_INTERNAL_SERVER_ERROR', { again: true, bounced: false }],
    ['E_SENDER_NOT_VERIFIED', { again: true, bounced: false }],
    ['E_VALIDATION_ERROR', { again: false, bounced: false }],
    ['E_CONTENT_TOO_LARGE', { again: false, bounced: false }],
    ['E_RECIPIENT_SUPPRESSED', { again: false, bounced: true }],
  ])('%s is told by its code, without the address', async (code, expected) => {
    expect(await sendEmail(failing(code), email)).toEqual({ sent: false, reason: code, ...expected })
  })

  it('is tried again after an error without a code', async () => {
    const broken = binding(() => {
      throw new Error('connection lost')
    })
    expect(await sendEmail(broken, email)).toEqual({ sent: false, reason: 'E_UNKNOWN', again: true, bounced: false })
  })
})

describe('which way a message leaves', () => {
  const sms = { id: 'ms_2', to: '+44 20 7946 0000', text: 'Text' }
  const used = () => {
    let times = 0
    return { EMAIL: binding(() => ++times), times: () => times }
  }

  it('is none in local development', async () => {
    const { EMAIL, times } = used()
    const local = transportsOf({ ENVIRONMENT: 'local', EMAIL } as Env)
    expect([await local.email(email), await local.sms(sms)]).toEqual([{ sent: true }, { sent: true }])
    expect(times()).toBe(0)
  })

  it('is the binding in production', async () => {
    const { EMAIL, times } = used()
    expect(await transportsOf({ ENVIRONMENT: 'production', EMAIL } as Env).email(email)).toEqual({ sent: true })
    expect(times()).toBe(1)
  })

  it('waits for a sender address where none is set', async () => {
    const { EMAIL, times } = used()
    const nameless = { ...email, from: { name: 'Acme', email: '' } }
    const production = transportsOf({ ENVIRONMENT: 'production', EMAIL } as Env)
    expect(await production.email(nameless)).toMatchObject({ sent: false, reason: 'no_sender', again: true })
    expect(times()).toBe(0)
  })

  it('fails for good for a text message without a provider', async () => {
    const production = transportsOf({ ENVIRONMENT: 'production' } as Env)
    expect(await production.sms(sms)).toEqual({ sent: false, reason: 'no_sms_provider', again: false, bounced: false })
  })

  it('is the provider for a text message where there is one', async () => {
    const texts: string[] = []
    const provider = async ({ text }: { text: string }) => {
      texts.push(text)
      return { sent: true } as const
    }
    expect(await transportsOf({ ENVIRONMENT: 'production' } as Env, provider).sms(sms)).toEqual({ sent: true })
    expect(texts).toEqual(['Text'])
  })
})
