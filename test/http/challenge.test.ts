import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { findSite, saveSite } from '../../worker/actions/administration.ts'
import { createServices } from '../../worker/actions/services.ts'
import type { Challenge } from '../../worker/http/intake/challenge.ts'
import { hex, sha256 } from '../support/api.ts'
import type { Installation } from '../support/worker/installation.ts'
import { api, COMPLAINT, call, install } from './support.ts'

let one: Installation
beforeAll(async () => {
  one = await install()
})

const solved = async (challenge: Challenge): Promise<number> => {
  for (let number = 0; number <= challenge.maxnumber; number++) {
    if (hex(await sha256(new TextEncoder().encode(challenge.salt + number))) === challenge.challenge) return number
  }
  throw new Error('no solution')
}

const ask = () => api().expect<Challenge>('POST', '/v1/challenges', { siteKey: one.publicKey })
const payloadOf = (fields: object) => btoa(JSON.stringify(fields))
const redeem = (payload: string) =>
  api().request<{ token: string; code: string }>('POST', '/v1/challenges/solutions', { payload })

describe('a challenge', () => {
  it('once solved earns one token, the same each time', async () => {
    const { maxnumber: _, ...challenge } = await ask()
    const number = await solved({ ...challenge, maxnumber: 75_000 })
    const payload = payloadOf({ ...challenge, number })
    const first = await redeem(payload)
    expect(first).toMatchObject({ status: 201, body: { token: expect.stringMatching(/^it_/) } })
    expect((await redeem(payload)).body).toEqual(first.body)
    for (const wrong of [
      { ...challenge, number: number + 1 },
      { ...challenge, number, salt: challenge.salt.replace('one', 'two') },
      { ...challenge, number, signature: challenge.signature.replace(/^./, (c) => (c === '0' ? '1' : '0')) },
      { ...challenge, number, algorithm: 'SHA-1' },
    ]) {
      expect(await redeem(payloadOf(wrong))).toMatchObject({ status: 403, body: { code: 'challenge_failed' } })
    }
    expect((await redeem('not base64!')).status).toBe(403)
    expect((await redeem(btoa('[]'))).status).toBe(403)
  })

  it('is over after twenty minutes', async () => {
    const challenge = await ask()
    const number = await solved(challenge)
    const { maxnumber: _, ...rest } = challenge
    await one.at(new Date(Date.now() + 21 * 60 * 1000), async () => {
      expect(await redeem(payloadOf({ ...rest, number }))).toMatchObject({ status: 403 })
    })
    expect((await redeem(payloadOf({ ...rest, number }))).status).toBe(201)
  })

  it('of an unknown site is not to be had', async () => {
    const answer = await api().request('POST', '/v1/challenges', { siteKey: 'pk_nobody' })
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } })
  })

  it('earns nothing on another site', async () => {
    const intake = await api().intakeToken(one.publicKey)
    const elsewhere = await api(intake).request('POST', '/v1/complaints', { ...COMPLAINT, siteKey: 'pk_test_two' })
    expect(elsewhere.status).toBeGreaterThanOrEqual(400)
  })
})

describe('a site’s configuration', () => {
  const get = async (query: string, headers: Record<string, string> = {}) => {
    const answer = await call(`/v1/sites/${one.publicKey}${query}`, { headers })
    return { answer, body: (await answer.json()) as Record<string, unknown> }
  }

  it('is in the language asked for, else in that of the browser', async () => {
    expect((await get('?locale=zh-CN')).body).toMatchObject({
      locale: 'zh-CN',
      name: '站点 one',
      introduction: 'Tell us.',
    })
    expect((await get('', { 'accept-language': 'zh-TW' })).body).toMatchObject({ locale: 'zh-CN' })
    expect((await get('?locale=fr')).body).toMatchObject({ locale: 'en' })
  })

  it('says what the form needs to know', async () => {
    expect((await get('')).body).toMatchObject({
      siteKey: one.publicKey,
      categories: expect.arrayContaining([{ id: 'fees', label: 'Fees' }]),
      remedies: expect.arrayContaining([{ kind: 'refund', label: 'Refund' }]),
      anonymous: true,
      promise: { acknowledgeHours: 24, reviewHours: 48, planRounds: 2, replyWorkingDays: 10, appealWorkingDays: 15 },
      limits: {
        files: 20,
        fileBytes: 104_857_600,
        partBytes: 8_388_608,
        accept: expect.arrayContaining(['image/png']),
      },
    })
  })

  it('is kept by browsers for a minute, and not sent again unchanged', async () => {
    const { answer } = await get('')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60')
    const etag = answer.headers.get('etag') ?? ''
    const again = await call(`/v1/sites/${one.publicKey}`, { headers: { 'if-none-match': etag } })
    expect(again.status).toBe(304)
    const services = createServices(env)
    const site = await findSite(services, one.publicKey)
    if (!site) throw new Error('no site')
    await saveSite(services, { ...site, currencies: ['EUR'] })
    const changed = await call(`/v1/sites/${one.publicKey}`, { headers: { 'if-none-match': etag } })
    expect(changed.status).toBe(200)
  })
})
