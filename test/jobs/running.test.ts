import { exports } from 'cloudflare:workers'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { queueStaffMail } from '../../worker/actions/staffMail.ts'
import { Desk } from './support.ts'

let desk: Desk
beforeAll(async () => {
  desk = await Desk.open('running')
})

const mailbox = async (path = '') =>
  (await exports.default.fetch(`https://redress.test/mailbox${path}`, { headers: { 'Accept-Language': 'en' } })).text()

describe('the running Worker', () => {
  it('acknowledges a complaint without anybody asking, and shows the message in the mailbox', async () => {
    const reference = await desk.file()
    await vi.waitFor(async () => expect(await desk.events(reference)).toContain('acknowledged'), { timeout: 15_000 })
    const list = await mailbox('?to=ada%40example.test')
    expect(list).toContain(`We have received your complaint – ${reference}`)
    const [, id] = /href="\/mailbox\/([^"?]+)"/.exec(list) ?? []
    const message = await mailbox(`/${id}`)
    expect(message).toMatch(/href="https:\/\/redress\.test\/c\/pk_test_one#link=rl_\w+"/)
  })

  it('shows mail to staff there as well', async () => {
    const staff = { id: 'st_handler', name: 'Hana', email: 'hana@example.org', onlyCase: null }
    const params = { code: 'ABCD-EFGH-JKMN', minutes: 15 }
    desk.now = new Date().toISOString()
    await queueStaffMail(desk.services, { staff, language: 'en', letter: { template: 'staff_sign_in', params } })
    const list = await mailbox('?to=hana%40example.org')
    expect(list).toContain('Your sign-in code')
  })
})
