import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { PART_BYTES } from '../../../worker/actions/evidence/limits.ts'
import { type Api, hex, PNG, type Problem, sha256 } from '../../support/api.ts'
import type { Installation } from '../../support/worker/installation.ts'
import { api, COMPLAINT, call, digestHeader, fileComplaint, install, intakeToken } from '../support.ts'
import { bytes, join } from './samples.ts'

interface Upload {
  id: string
  partBytes: number
  parts: number
  received: number[]
  state: string
}

let one: Installation
let visitor: Api
let intake: string

beforeAll(async () => {
  one = await install()
  intake = await intakeToken(one.publicKey)
  visitor = api(intake)
})

const begin = (size: number, name = 'a.png', more: object = {}) =>
  visitor.expect<Upload>('POST', '/v1/evidence', { name, size, ...more })

const put = async (id: string, part: number, content: Uint8Array, headers?: Record<string, string>) =>
  visitor.request<Problem & { received: number[]; why: string }>(
    'PUT',
    `/v1/evidence/${id}/parts/${part}`,
    content,
    headers ?? (await digestHeader(content)),
  )

const complete = (id: string, body: object = {}) =>
  visitor.request<Problem & { sha256: string; type: string; why: string; found: string }>(
    'POST',
    `/v1/evidence/${id}/complete`,
    body,
  )

const download = (id: string, token: string) =>
  call(`/v1/evidence/${id}/download`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })

describe('a file of one part', () => {
  it('is stored, hashed, known by its content and given back as it was', async () => {
    const { id, parts, partBytes } = await begin(PNG.length, 'bild.png')
    expect({ parts, partBytes }).toEqual({ parts: 1, partBytes: PART_BYTES })
    expect((await put(id, 1, PNG)).body.received).toEqual([1])
    const hash = hex(await sha256(PNG))
    expect((await complete(id, { sha256: hash })).body).toEqual({
      id,
      name: 'bild.png',
      type: 'image/png',
      size: PNG.length,
      sha256: hash,
    })
    const file = await download(id, intake)
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(PNG)
  })

  it('completes twice with the same answer', async () => {
    const { id } = await begin(PNG.length)
    await put(id, 1, PNG)
    const first = await complete(id)
    expect(await complete(id)).toMatchObject({ status: 200, body: first.body })
  })

  it('takes a part again, but none once it is complete', async () => {
    const { id } = await begin(PNG.length)
    expect((await put(id, 1, PNG)).status).toBe(200)
    expect((await put(id, 1, PNG)).status).toBe(200)
    await complete(id)
    expect(await put(id, 1, PNG)).toMatchObject({ status: 422, body: { why: 'already_complete' } })
  })
})

describe('a file of several parts', () => {
  const content = join(bytes('\xff\xd8\xff\xe0', PART_BYTES), bytes('the end of the picture', 1000))
  const [first, second] = [content.subarray(0, PART_BYTES), content.subarray(PART_BYTES)]

  it('arrives in any order, can be asked how far it is, and becomes one file', async () => {
    const { id, parts } = await begin(content.length, 'large.jpg')
    expect(parts).toBe(2)
    expect((await put(id, 2, second)).body.received).toEqual([2])
    expect(await complete(id)).toMatchObject({ status: 422, body: { why: 'parts_missing', missing: '1' } })
    expect(await visitor.expect('GET', `/v1/evidence/${id}`)).toMatchObject({ received: [2], state: 'open' })
    expect((await put(id, 1, first)).body.received).toEqual([1, 2])
    const done = await complete(id)
    expect(done.body).toMatchObject({ type: 'image/jpeg', sha256: hex(await sha256(content)) })
    expect(hex(await sha256(new Uint8Array(await (await download(id, intake)).arrayBuffer())))).toBe(done.body.sha256)
  })

  it('takes no part of another length, and none beyond its end', async () => {
    const { id } = await begin(content.length, 'large.jpg')
    const short = first.subarray(1)
    expect(await put(id, 1, short)).toMatchObject({
      status: 422,
      body: { why: 'part_size', expected: PART_BYTES, received: PART_BYTES - 1 },
    })
    expect(await put(id, 3, second)).toMatchObject({ status: 422, body: { why: 'part_unknown', parts: 2 } })
    expect(await put(id, 0, second)).toMatchObject({ status: 422, body: { why: 'part_unknown' } })
  })

  it('is refused for its kind as soon as its first part shows it', async () => {
    const { id } = await begin(content.length, 'large.jpg')
    const program = bytes('MZ\x90\0', PART_BYTES)
    expect(await put(id, 1, program)).toMatchObject({
      status: 415,
      body: { why: 'type_not_accepted', found: 'program' },
    })
    expect((await visitor.request('GET', `/v1/evidence/${id}`)).status).toBe(404)
  })
})

describe('refused', () => {
  it('a part whose hash is not the one named', async () => {
    const { id } = await begin(PNG.length)
    const answer = await put(id, 1, PNG, await digestHeader(new Uint8Array(PNG.length)))
    expect(answer).toMatchObject({ status: 422, body: { code: 'upload_invalid', why: 'part_digest' } })
    expect(await complete(id)).toMatchObject({ status: 422, body: { why: 'parts_missing' } })
  })

  it.each([{}, { 'content-digest': 'md5=:AAAA:' }, { 'content-digest': 'sha-256=:AAAA:' }])(
    'a part without its SHA-256: %j',
    async (headers) => {
      const { id } = await begin(PNG.length)
      expect(await put(id, 1, PNG, headers as Record<string, string>)).toMatchObject({
        status: 422,
        body: { why: 'digest_missing' },
      })
    },
  )

  it.each(['announced at the start', 'announced at the end'])('a file whose hash is not the one %s', async (when) => {
    const other = { sha256: hex(await sha256(new Uint8Array(1))) }
    const early = when.endsWith('start')
    const { id } = await begin(PNG.length, 'a.png', early ? other : {})
    await put(id, 1, PNG)
    expect(await complete(id, early ? {} : other)).toMatchObject({ status: 422, body: { why: 'file_digest' } })
    // Nothing of it stays: neither the row nor the bytes.
    expect((await visitor.request('GET', `/v1/evidence/${id}`)).status).toBe(404)
    expect(await env.EVIDENCE.head(`evidence/${id}`)).toBeNull()
  })

  it('what is in a file with a right extension but a wrong type', async () => {
    const page = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" onload="x()"/>')
    const { id } = await begin(page.length, 'drawing.png')
    await put(id, 1, page)
    expect(await complete(id)).toMatchObject({
      status: 415,
      body: { code: 'upload_invalid', why: 'type_not_accepted', found: 'svg' },
    })
    expect(await env.EVIDENCE.head(`evidence/${id}`)).toBeNull()
  })

  it('a name that says something else than the content', async () => {
    const { id } = await begin(PNG.length, 'statement.pdf')
    await put(id, 1, PNG)
    expect(await complete(id)).toMatchObject({
      status: 415,
      body: { why: 'extension_differs', extension: 'pdf', found: 'image/png' },
    })
  })

  it.each([
    [{ name: 'a.png', size: 0 }, 422, 'empty'],
    [{ name: 'a.png', size: 100 * 1024 * 1024 + 1 }, 413, 'too_large'],
  ])('%j', async (body, status, why) => {
    expect(await visitor.request('POST', '/v1/evidence', body)).toMatchObject({ status, body: { why } })
  })

  it.each([
    [{ size: 1 }, '/name', 'required'],
    [{ name: ' ', size: 1 }, '/name', 'blank'],
    [{ name: 'a', size: -1 }, '/size', 'too_small'],
    [{ name: 'a', size: 1.5 }, '/size', 'wrong_type'],
    [{ name: 'a', size: 1, sha256: 'x' }, '/sha256', 'format'],
    [{ name: 'a', size: 1, path: 'x' }, '/path', 'unknown_field'],
  ])('%j, pointing at the field', async (body, pointer, code) => {
    const { status, body: problem } = await visitor.request<Problem>('POST', '/v1/evidence', body)
    expect({ status, code: problem.code, errors: problem.errors }).toMatchObject({
      status: 422,
      code: 'invalid',
      errors: [{ pointer, code }],
    })
  })

  it('a part larger than a part can be, however it is sent', async () => {
    const { id } = await begin(PNG.length)
    const large = new Uint8Array(PART_BYTES + 1)
    expect((await put(id, 1, large)).status).toBe(413)
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 65_536
        controller.enqueue(new Uint8Array(65_536))
      },
    })
    const answer = await call(`/v1/evidence/${id}/parts/1`, {
      method: 'PUT',
      body: endless,
      headers: { authorization: `Bearer ${intake}`, ...(await digestHeader(PNG)) },
    })
    expect(answer.status).toBe(413)
    expect(sent).toBeLessThan(2 * PART_BYTES)
  })
})

describe('quota', () => {
  it('is twenty files for one intake token, also when they come at once', async () => {
    const other = api(await intakeToken(one.publicKey))
    const answers = await Promise.all(
      Array.from({ length: 23 }, (_, i) =>
        other.request<{ why?: string }>('POST', '/v1/evidence', { name: `${i}.png`, size: 70 }),
      ),
    )
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(20)
    expect(answers.filter(({ body }) => body.why === 'too_many')).toHaveLength(3)
  })

  it('is 500 MB for one intake token', async () => {
    const other = api(await intakeToken(one.publicKey))
    const size = 100 * 1024 * 1024
    for (let i = 0; i < 5; i++) await other.expect('POST', '/v1/evidence', { name: `${i}.mp4`, size })
    expect(await other.request('POST', '/v1/evidence', { name: 'one.png', size: 70 })).toMatchObject({ status: 422 })
  })
})

describe('a repeated announcement', () => {
  it('with the same key is the same upload', async () => {
    const key = { 'idempotency-key': 'file-1' }
    const body = { name: 'a.png', size: PNG.length }
    const first = await visitor.expect<Upload>('POST', '/v1/evidence', body, key)
    await put(first.id, 1, PNG)
    expect(await visitor.expect('POST', '/v1/evidence', body, key)).toMatchObject({ id: first.id, received: [1] })
    const other = await visitor.request('POST', '/v1/evidence', { ...body, size: 71 }, key)
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } })
  })

  it('is another upload for somebody else', async () => {
    const key = { 'idempotency-key': 'file-2' }
    const body = { name: 'a.png', size: PNG.length }
    const mine = await visitor.expect<Upload>('POST', '/v1/evidence', body, key)
    const theirs = await api(one.tokens.partner).expect<Upload>('POST', '/v1/evidence', body, key)
    expect(theirs.id).not.toBe(mine.id)
  })
})

describe('what a case may be given', () => {
  it('is not another visitor’s upload', async () => {
    const mine = await visitor.upload('a.png', PNG)
    const other = api(await intakeToken(one.publicKey))
    const answer = await other.request('POST', '/v1/complaints', { ...COMPLAINT, evidence: [mine] })
    expect(answer).toMatchObject({ status: 422, body: { code: 'unknown_evidence', evidence: [mine] } })
  })

  it('is not another case’s file, nor one of its own a second time', async () => {
    const case_ = await fileComplaint(one.publicKey)
    const other = await fileComplaint(one.publicKey)
    const give = (as: Api, reference: string, evidence: string) =>
      as.request('POST', `/v1/complaints/${reference}/commands`, {
        type: 'add_message',
        message: 'x',
        evidence: [evidence],
      })
    for (const evidence of [case_.evidence, other.evidence]) {
      expect(await give(case_.as, case_.reference, evidence)).toMatchObject({
        status: 422,
        body: { code: 'unknown_evidence', evidence: [evidence] },
      })
    }
  })

  it('is not an upload that was never completed', async () => {
    const case_ = await fileComplaint(one.publicKey)
    const { id } = await case_.as.expect<Upload>('POST', '/v1/evidence', { name: 'a.png', size: PNG.length })
    const answer = await case_.as.request('POST', `/v1/complaints/${case_.reference}/commands`, {
      type: 'add_message',
      message: 'x',
      evidence: [id],
    })
    expect(answer).toMatchObject({ status: 422, body: { code: 'unknown_evidence' } })
  })
})

describe('a download', () => {
  it('is an attachment that no browser can be made to run', async () => {
    const { evidence, session } = await fileComplaint(one.publicKey)
    const file = await download(evidence, session.token)
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(PNG.length),
      'content-disposition': `attachment; filename="pixel.png"; filename*=UTF-8''pixel.png`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(PNG)
  })

  it('takes a body without anything in it', async () => {
    const { evidence, session } = await fileComplaint(one.publicKey)
    const file = await call(`/v1/evidence/${evidence}/download`, {
      method: 'POST',
      headers: { authorization: `Bearer ${session.token}`, 'content-type': 'application/json' },
      body: '{}',
    })
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(PNG)
  })

  it('takes the token of a form too', async () => {
    const { evidence, session } = await fileComplaint(one.publicKey)
    const body = new URLSearchParams({ token: session.token })
    const file = await call(`/v1/evidence/${evidence}/download`, { method: 'POST', body })
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(PNG)
    const wrong = new URLSearchParams({ token: 'rs_0nonsense' })
    expect((await call(`/v1/evidence/${evidence}/download`, { method: 'POST', body: wrong })).status).toBe(401)
  })

  it('of what staff keep to themselves is not there for the complainant', async () => {
    const { reference, as, session } = await fileComplaint(one.publicKey)
    const handler = api(one.tokens.handler)
    const internal = await handler.upload('internal.png', PNG)
    await api(one.tokens.supervisor).give(reference, 'assign', { to: one.ids.handler })
    await handler.give(reference, 'note', { note: 'for us', evidence: [internal] })
    expect((await as.view(reference)).evidence.map(({ id }) => id)).not.toContain(internal)
    expect((await download(internal, session.token)).status).toBe(404)
    expect((await download(internal, one.tokens.handler)).status).toBe(200)
  })

  it('is stored under a key of its own that no row holds in plain', async () => {
    const { evidence } = await fileComplaint(one.publicKey)
    const row = await env.DB.prepare('SELECT * FROM evidence WHERE id = ?').bind(evidence).first()
    const plain = JSON.stringify(row, (_key, value) =>
      Array.isArray(value) ? String.fromCharCode(...(value as number[])) : value,
    )
    expect(plain).not.toContain('pixel')
  })
})
