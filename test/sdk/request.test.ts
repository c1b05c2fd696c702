import { describe, expect, it } from 'vitest'
import { type Connection, complaint, json, Redress, RedressError, submit } from '../../sdk/src/index.ts'

/** A connection whose server is a function; what was asked of it is kept. */
const connect = (answer: (request: Request) => Response | Promise<Response>) => {
  const asked: Request[] = []
  const connection: Connection = {
    baseUrl: 'https://redress.test',
    token: 'rk_test',
    language: 'zh-CN',
    fetch: async (input, init) => {
      const request = new Request(input, init)
      asked.push(request)
      return answer(request)
    },
  }
  return { connection, asked }
}

const problem = { type: '/docs', title: 'T', status: 422, detail: 'D', code: 'invalid', requestId: 'r1' }

describe('a request', () => {
  it('carries the token, the language and, when it changes something, a key of its own', async () => {
    const { connection, asked } = connect(() => Response.json({ reference: 'RD-0000-0000-0' }, { status: 201 }))
    const complaint = { language: 'en', narrative: 'x', consent: true }
    await submit(connection, complaint)
    await submit(connection, complaint)
    await submit(connection, complaint, { idempotencyKey: 'mine' })
    const [first, second, third] = asked.map(({ headers }) => headers)
    expect(first?.get('authorization')).toBe('Bearer rk_test')
    expect(first?.get('accept-language')).toBe('zh-CN')
    expect(first?.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/)
    expect(second?.get('idempotency-key')).not.toBe(first?.get('idempotency-key'))
    expect(third?.get('idempotency-key')).toBe('mine')
    expect(await asked[0]?.json()).toEqual(complaint)
  })

  it('throws what the problem says', async () => {
    const errors = [{ pointer: '/narrative', code: 'required', detail: 'This is required.' }]
    const { connection } = connect(() =>
      Response.json({ ...problem, errors }, { status: 422, headers: { 'retry-after': '7' } }),
    )
    const error = await json(connection, '/v1/x').catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(RedressError)
    expect(error).toMatchObject({ status: 422, code: 'invalid', message: 'D', requestId: 'r1', retryAfter: 7, errors })
  })

  it('throws a status without a problem as itself', async () => {
    const { connection } = connect(() => new Response('Bad gateway', { status: 502 }))
    await expect(json(connection, '/v1/x')).rejects.toMatchObject({ status: 502, code: 'unexpected', retryAfter: null })
  })

  it('says that nothing answered', async () => {
    const { connection } = connect(() => Promise.reject(new TypeError('failed')))
    await expect(json(connection, '/v1/x')).rejects.toMatchObject({ status: 0, code: 'unreachable' })
  })

  it('throws the reason of an abort, not a failure', async () => {
    const abort = new AbortController()
    const { connection } = connect(() => {
      abort.abort(new DOMException('enough', 'AbortError'))
      throw new TypeError('aborted')
    })
    await expect(json(connection, '/v1/x', { signal: abort.signal })).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('knows a case that has not changed by its tag', async () => {
    const { connection } = connect((request) =>
      request.headers.get('if-none-match') === 'W/"a"'
        ? new Response(null, { status: 304 })
        : Response.json({ reference: 'RD' }, { headers: { etag: 'W/"a"' } }),
    )
    const served = await complaint(connection, 'RD')
    expect(served).toEqual({ complaint: { reference: 'RD' }, etag: 'W/"a"' })
    expect(await complaint(connection, 'RD', { etag: served?.etag })).toBeNull()
  })
})

it('binds every function to the client’s connection, without a slash too many', async () => {
  const { connection, asked } = connect(() => Response.json({ data: [], next: null }))
  const redress = new Redress({ ...connection, baseUrl: 'https://redress.test//' })
  await redress.complaints({ limit: 3, stage: undefined })
  await redress.withToken('rp_other').complaints()
  expect(asked.map(({ url }) => url)).toEqual([
    'https://redress.test/v1/complaints?limit=3',
    'https://redress.test/v1/complaints',
  ])
  expect(asked[1]?.headers.get('authorization')).toBe('Bearer rp_other')
})
