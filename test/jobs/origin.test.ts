import { env } from 'cloudflare:workers'
import { expect, it } from 'vitest'
import { createServices } from '../../worker/actions/services.ts'
import { queueStaffMail } from '../../worker/actions/staffMail.ts'
import type { Env } from '../../worker/env.ts'
import { deliverOutbox } from '../../worker/jobs/outbox.ts'

it('a letter waits until the installation has a name for its links', async () => {
  const sent: string[] = []
  const post = {
    email: async ({ text }: { text: string }) => {
      sent.push(text)
      return { sent: true } as const
    },
    sms: async () => ({ sent: true }) as const,
  }
  let now = '2026-03-02T09:00:00.000Z'
  const still = { send: async () => undefined } as unknown as Env['OUTBOX']
  const { PUBLIC_ORIGIN: _, ...nameless } = { ...env, OUTBOX: still }
  const services = (bindings: Env) => createServices(bindings, { now: () => now })
  const id = await queueStaffMail(services(nameless), {
    staff: { id: 'st_hana', name: 'Hana', email: 'hana@example.org', onlyCase: null },
    language: 'en',
    letter: { template: 'staff_sign_in', params: { code: 'ABCD-EFGH-JKMN', minutes: 15 } },
  })
  await deliverOutbox(services(nameless), [id], post)
  expect(sent).toEqual([])
  now = '2026-03-02T09:05:00.000Z'
  await deliverOutbox(services({ ...nameless, PUBLIC_ORIGIN: 'https://redress.test' }), [id], post)
  expect(sent).toEqual([expect.stringContaining('https://redress.test/admin/sign-in/code')])
})
