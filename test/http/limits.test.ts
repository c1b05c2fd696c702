import { beforeAll, describe, expect, it } from 'vitest'
import { newToken } from '../../worker/vault/tokens.ts'
import { call, install } from './support.ts'

beforeAll(async () => {
  await install()
})

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  call(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const statusesOf = async (times: number, once: () => Promise<Response>) => {
  const answers: Response[] = []
  for (let i = 0; i < times; i++) answers.push(await once())
  return answers
}

describe('too many', () => {
  it('attempts to open a case from one address are held back, others go on', async () => {
    const from = (address: string) => () =>
      post('/v1/sessions', { reference: 'RD-0000-0000-0', accessCode: 'x' }, { 'cf-connecting-ip': address })
    const answers = await statusesOf(11, from('192.0.2.1'))
    expect(answers.slice(0, 10).every(({ status }) => status === 401)).toBe(true)
    const last = answers[10] as Response
    expect(last.status).toBe(429)
    expect(Object.fromEntries(last.headers)).toMatchObject({
      'retry-after': '60',
      'ratelimit-policy': '"sessions";q=10;w=60',
      ratelimit: '"sessions";r=0;t=60',
    })
    expect(await last.json()).toMatchObject({ code: 'too_many_requests' })
    expect((await from('192.0.2.2')()).status).toBe(401)
  })

  it('credentials that do not work are counted on every route', async () => {
    const answers = await statusesOf(12, () =>
      call('/v1/complaints', {
        headers: { authorization: `Bearer ${newToken('key', '0')}`, 'cf-connecting-ip': '192.0.2.3' },
      }),
    )
    expect(answers.slice(0, 10).every(({ status }) => status === 401)).toBe(true)
    expect(answers.at(-1)?.status).toBe(429)
  })

  it('requests for a new access code from one address are held back', async () => {
    const answers = await statusesOf(11, () =>
      post(
        '/v1/access-requests',
        { reference: 'RD-0000-0000-0', email: 'ada@example.org' },
        { 'cf-connecting-ip': '192.0.2.5' },
      ),
    )
    expect(answers.slice(0, 10).every(({ status }) => status === 202)).toBe(true)
    expect(answers.at(-1)?.status).toBe(429)
  })

  it('visitors’ requests of one kind do not use up another kind', async () => {
    const address = { 'cf-connecting-ip': '192.0.2.4' }
    const answers = await statusesOf(61, () => post('/v1/challenges', { siteKey: 'pk_nobody' }, address))
    expect(answers.at(-1)?.status).toBe(429)
    expect((await call('/v1/sites/pk_test_one', { headers: address })).status).toBe(200)
  })
})

describe('a body', () => {
  it.each([
    ['no JSON', 'nonsense', 'malformed_json', ''],
    ['no object', '[]', 'wrong_type', ''],
    ['nothing', '', 'malformed_json', ''],
  ])('that is %s is answered as invalid', async (_what, body, code, pointer) => {
    const answer = await post('/v1/challenges', body)
    expect(answer.status).toBe(422)
    expect(await answer.json()).toMatchObject({ code: 'invalid', errors: [{ pointer, code }] })
  })

  it('of another type is not read', async () => {
    const answer = await call('/v1/challenges', { method: 'POST', body: 'siteKey=pk_test_one' })
    expect(answer.status).toBe(415)
    expect(await answer.json()).toMatchObject({ code: 'unsupported_media_type' })
  })

  it('that is too large is refused, announced or not', async () => {
    const large = JSON.stringify({ siteKey: 'x'.repeat(1024 * 1024) })
    expect((await post('/v1/challenges', large)).status).toBe(413)
    const chunked = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(large))
        controller.close()
      },
    })
    const answer = await call('/v1/challenges', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: chunked,
    })
    expect(answer.status).toBe(413)
    expect(await answer.json()).toMatchObject({ code: 'payload_too_large', limit: 1024 * 1024 })
  })
})

describe('every answer', () => {
  it.each(['/health', '/v1/sites/pk_test_one', '/v1/nowhere', '/nowhere', '/openapi.json'])(
    'of %s has a request id and is nothing a browser runs',
    async (path) => {
      const answer = await call(path)
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'referrer-policy': 'no-referrer',
        'strict-transport-security': expect.stringContaining('max-age='),
      })
    },
  )

  it('of the API may be read by any page, and no other may', async () => {
    const preflight = await call('/v1/complaints', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://elsewhere.test',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization, idempotency-key, content-digest',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('*')
    expect(preflight.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('content-digest')
    expect(preflight.headers.has('access-control-allow-credentials')).toBe(false)
    const refused = await call('/v1/complaints', { headers: { origin: 'https://elsewhere.test' } })
    expect(refused.headers.get('access-control-allow-origin')).toBe('*')
    expect((await call('/health')).headers.has('access-control-allow-origin')).toBe(false)
    expect((await call('/admin')).headers.has('access-control-allow-origin')).toBe(false)
  })

  it('to a method nobody takes names those that are', async () => {
    const answer = await call('/v1/sessions', { method: 'PUT', body: 'x' })
    expect(answer.status).toBe(405)
    expect(answer.headers.get('allow')).toBe('DELETE, POST')
  })
})
