import { createHash } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { type Connection, upload } from '../../sdk/src/index.ts'

const PART = 4
const BYTES = new TextEncoder().encode('0123456789')
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

/** A server that keeps parts of four bytes, and fails as often as it is told to. */
const server = (failures: (() => Response)[] = [], kept: number[] = []) => {
  const parts = new Map<number, string>(kept.map((part) => [part, '']))
  const sent: string[] = []
  const state = () => ({ id: 'ev_1', partBytes: PART, parts: 3, received: [...parts.keys()], state: 'open' })
  const connection: Connection = {
    baseUrl: 'https://redress.test',
    fetch: async (input, init) => {
      const request = new Request(input, init)
      const { pathname } = new URL(request.url)
      sent.push(`${request.method} ${pathname}`)
      if (request.method !== 'PUT') {
        return Response.json(
          pathname.endsWith('/complete') ? { ...((await request.json()) as object), done: true } : state(),
        )
      }
      const failure = failures.shift()
      if (failure) return failure()
      const bytes = new Uint8Array(await request.arrayBuffer())
      expect(request.headers.get('content-digest')).toBe(`sha-256=:${sha256(bytes).toString('base64')}:`)
      parts.set(Number(pathname.split('/').at(-1)), new TextDecoder().decode(bytes))
      return Response.json({})
    },
  }
  return { connection, parts, sent }
}

const file = new File([BYTES], 'numbers.txt', { type: 'text/plain' })

describe('an upload', () => {
  it('sends every part with its hash and tells how far it is', async () => {
    const { connection, parts, sent } = server()
    const progress: number[] = []
    let id = ''
    const done = await upload(connection, file, {
      onCreated: (created) => {
        id = created
      },
      onProgress: (now) => progress.push(now),
    })
    expect(done).toMatchObject({ done: true })
    expect([...parts]).toEqual([
      [1, '0123'],
      [2, '4567'],
      [3, '89'],
    ])
    expect(id).toBe('ev_1')
    expect(progress).toEqual([0, 4, 8, 10])
    expect(sent.at(-1)).toBe('POST /v1/evidence/ev_1/complete')
  })

  it('goes on where it was interrupted', async () => {
    const { connection, sent } = server([], [1, 2])
    await upload(connection, file, { resume: 'ev_1' })
    expect(sent).toEqual(['GET /v1/evidence/ev_1', 'PUT /v1/evidence/ev_1/parts/3', 'POST /v1/evidence/ev_1/complete'])
  })

  it('sends a part again after what passes, waiting as long as it is asked to', async () => {
    const waits: (number | undefined)[] = []
    const timer = vi.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void, milliseconds?: number) => {
      waits.push(milliseconds)
      queueMicrotask(work)
      return 0
    }) as unknown as typeof setTimeout)
    try {
      const busy = () => Response.json({ code: 'too_many_requests' }, { status: 429, headers: { 'retry-after': '5' } })
      const damaged = () => Response.json({ code: 'upload_invalid', why: 'part_digest' }, { status: 422 })
      const { connection, parts } = server([busy, damaged])
      await upload(connection, file)
      expect([...parts.keys()]).toEqual([1, 2, 3])
      expect(waits).toEqual([5000, 2000])
    } finally {
      timer.mockRestore()
    }
  })

  it('gives up at once on what stays', async () => {
    const refused = () => Response.json({ code: 'upload_invalid', why: 'type_not_accepted' }, { status: 415 })
    const { connection, sent } = server([refused])
    await expect(upload(connection, file)).rejects.toMatchObject({ status: 415 })
    expect(sent.filter((line) => line.startsWith('PUT'))).toHaveLength(1)
  })

  it('stops when it is told to', async () => {
    const abort = new AbortController()
    const { connection, sent } = server()
    const reason = new Error('cancelled')
    const onProgress = (now: number) => now >= 4 && abort.abort(reason)
    await expect(upload(connection, file, { signal: abort.signal, onProgress })).rejects.toBe(reason)
    expect(sent.filter((line) => line.startsWith('PUT'))).toHaveLength(1)
  })
})
