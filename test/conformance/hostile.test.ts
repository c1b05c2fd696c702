import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { saveSite } from '../../worker/actions/administration.ts'
import { identify } from '../../worker/actions/identify.ts'
import { listCases } from '../../worker/actions/listCases.ts'
import { createServices } from '../../worker/actions/services.ts'
import { isFailure } from '../../worker/actions/types.ts'
import { api, call, intakeToken } from '../http/support.ts'
import type { Filed, Problem } from '../support/api.ts'
import { site } from '../support/worker/office.ts'
import { complaint, type House, openHouse, visit } from './cases.ts'

/** Input that is made to break something is refused for what it is, and breaks nothing. */
let house: House
beforeAll(async () => {
  house = await openHouse()
})

const submit = async (json: string, headers: Record<string, string> = {}) => {
  const answer = await call('/v1/complaints', {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await intakeToken(house.made.publicKey)}`,
      'content-type': 'application/json',
      ...headers,
    },
    body: json,
  })
  return { status: answer.status, body: (await answer.json()) as Problem & Filed }
}

const withField = (name: string, json: string) => `${JSON.stringify(complaint).slice(0, -1)},"${name}":${json}}`

describe('a complaint with', () => {
  it.each([
    ['half a character', 'product', '"\\ud83d"'],
    ['half a character in a name', 'complainant', '{"name":"A\\udc00da"}'],
    ['a language longer than any', 'language', `"en${'-abcdefgh'.repeat(2000)}"`],
    ['an amount beyond all money', 'wish', '{"kind":"refund","money":{"amount":1e308,"currency":"USD"}}'],
    ['a negative amount', 'wish', '{"kind":"refund","money":{"amount":-1,"currency":"USD"}}'],
    ['a part of a cent', 'wish', '{"kind":"refund","money":{"amount":0.5,"currency":"USD"}}'],
    ['an address with a line end', 'complainant', '{"email":"ada@example.org\\r\\nBcc: eve@example.org"}'],
    ['a day that is none', 'occurredOn', '"2026-02-30"'],
    ['a prototype for a field', 'constructor', '{"prototype":{"polluted":true}}'],
  ])('%s is invalid', async (_what, name, json) => {
    expect(await submit(withField(name, json))).toMatchObject({ status: 422, body: { code: 'invalid' } })
  })

  it('a prototype changes nothing beside itself', async () => {
    const { status } = await submit(withField('__proto__', '{"anonymous":true,"polluted":true}'))
    expect([201, 422]).toContain(status)
    expect((Object.prototype as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

it('marks that turn text around stay in the words and out of file names', async () => {
  const token = await intakeToken(house.made.publicKey)
  const id = await api(token).upload('statement\u202efdp.txt', new TextEncoder().encode('Paid twice.\n'))
  const answer = await call(`/v1/evidence/${id}/download`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: '{}',
  })
  expect(answer.headers.get('content-disposition')).toBe(
    `attachment; filename="statementfdp.txt"; filename*=UTF-8''statementfdp.txt`,
  )
})

it('one caller’s idempotency key tells another nothing', async () => {
  const key = { 'idempotency-key': 'ordinary-key-1' }
  const body = JSON.stringify({ ...complaint, anonymous: true })
  const [mine, theirs] = [await submit(body, key), await submit(body, key)]
  expect([mine.status, theirs.status]).toEqual([201, 201])
  expect(theirs.body.reference).not.toBe(mine.body.reference)
  expect(theirs.body.accessCode).not.toBe(mine.body.accessCode)
})

it('a contact is found however many sites there are', async () => {
  const services = createServices(env)
  for (let i = 0; i < 40; i++) await saveSite(services, site(`branch${i}`))
  const email = 'ada.everywhere@example.org'
  const { reference } = await visit('pk_branch39', { complainant: { name: 'Ada', email } })
  const caller = await identify(services, { kind: 'staff_token', token: house.made.tokens.auditor })
  if (isFailure(caller)) throw new Error('no auditor')
  expect(await listCases(services, caller, { contact: email })).toMatchObject({ data: [{ reference }] })
})
