import { env } from 'cloudflare:workers'
import { beforeAll, describe, expect, it } from 'vitest'
import { verify } from '../../worker/core/ledger.ts'
import { DOSSIER } from '../../worker/http/dossier/dossier.ts'
import { crc32, zipOf } from '../../worker/http/dossier/zip.ts'
import { verifyReceipt } from '../../worker/vault/receipt.ts'
import { hex, PNG, sha256 } from '../support/api.ts'
import type { Installation } from '../support/worker/installation.ts'
import { api, call, fileComplaint, install } from './support.ts'

let one: Installation
beforeAll(async () => {
  one = await install()
})

/** Reads an archive by its directory, as programs do, and holds each file against its checksum. */
const unzip = (bytes: Uint8Array): Map<string, Uint8Array> => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length - 22
  expect(view.getUint32(end, true)).toBe(0x06054b50)
  const files = new Map<string, Uint8Array>()
  let at = view.getUint32(end + 16, true)
  for (let count = view.getUint16(end + 10, true); count > 0; count--) {
    expect(view.getUint32(at, true)).toBe(0x02014b50)
    const [crc, size, nameLength] = [
      view.getUint32(at + 16, true),
      view.getUint32(at + 24, true),
      view.getUint16(at + 28, true),
    ]
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    const local = view.getUint32(at + 42, true)
    expect(view.getUint32(local, true)).toBe(0x04034b50)
    const from = local + 30 + view.getUint16(local + 26, true)
    const body = bytes.subarray(from, from + size)
    expect(crc32(body)).toBe(crc)
    files.set(name, body)
    at += 46 + nameLength
  }
  expect(at).toBe(end)
  return files
}

const textOf = (files: Map<string, Uint8Array>, name: string) => new TextDecoder().decode(files.get(name))

const fetchDossier = async (reference: string, token: string, language = 'en') => {
  const answer = await call(`/v1/complaints/${reference}/dossier`, {
    headers: { authorization: `Bearer ${token}`, 'accept-language': language },
  })
  return { answer, files: unzip(new Uint8Array(await answer.arrayBuffer())) }
}

it('computes the checksum that everybody computes', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926)
  const text = new TextEncoder().encode('123456789')
  expect(crc32(text.subarray(4), crc32(text.subarray(0, 4)))).toBe(0xcbf43926)
})

it('writes an archive of what streams through', async () => {
  async function* entries() {
    yield { path: 'a.txt', body: new TextEncoder().encode('one') }
    yield { path: '证据/b.bin', body: new Response(new Uint8Array(300_000).fill(7)).body as ReadableStream<Uint8Array> }
    yield { path: 'empty', body: new Uint8Array() }
  }
  const archive = new Uint8Array(await new Response(zipOf(entries(), new Date(0))).arrayBuffer())
  const files = unzip(archive)
  expect([...files.keys()]).toEqual(['a.txt', '证据/b.bin', 'empty'])
  expect(files.get('证据/b.bin')?.length).toBe(300_000)
})

describe('a dossier', () => {
  it('holds the case to read, the ledger, the files, and a signed list of them', async () => {
    const narrative = 'Taken twice. <script>alert("x")</script>'
    const { reference, session, accessCode } = await fileComplaint(one.publicKey, { narrative })
    const { answer, files } = await fetchDossier(reference, session.token)
    expect(answer.headers.get('content-type')).toBe('application/zip')
    expect(answer.headers.get('content-disposition')).toContain(`${reference}.zip`)
    expect([...files.keys()]).toEqual([
      'case.html',
      'ledger.jsonl',
      'evidence/01-pixel.png',
      'manifest.json',
      'manifest.jws',
    ])
    expect(files.get('evidence/01-pixel.png')).toEqual(PNG)

    const page = textOf(files, 'case.html')
    expect(page).toContain('Taken twice. &lt;script&gt;')
    expect(page).not.toMatch(/<script|<img|https?:\/\/(?!redress\.test\/\.well-known)/)
    expect(page).not.toContain(accessCode)

    const ledger = textOf(files, 'ledger.jsonl')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const manifest = JSON.parse(textOf(files, 'manifest.json'))
    expect(await verify(reference, ledger, manifest.ledger.head)).toMatchObject({ ok: true, length: ledger.length })
    for (const { path, size, sha256: hash } of manifest.files) {
      const body = files.get(path) as Uint8Array
      expect({ path, size: body.length, sha256: hex(await sha256(body)) }).toEqual({ path, size, sha256: hash })
    }
    expect(manifest.files.map(({ path }: { path: string }) => path)).toEqual([...files.keys()].slice(0, 3))

    const keys = await (await call('/.well-known/jwks.json')).json()
    const verdict = await verifyReceipt(
      textOf(files, 'manifest.jws'),
      keys as Parameters<typeof verifyReceipt>[1],
      DOSSIER,
    )
    expect(verdict).toMatchObject({ ok: true, payload: manifest })
  })

  it('shows staff what they may see, and the complainant nothing of it', async () => {
    const { reference, session } = await fileComplaint(one.publicKey)
    const handler = api(one.tokens.handler)
    await api(one.tokens.supervisor).give(reference, 'assign', { to: one.ids.handler })
    const internal = await handler.upload('internal.png', PNG)
    await handler.give(reference, 'note', { note: 'between us', evidence: [internal] })
    const theirs = (await fetchDossier(reference, session.token)).files
    const ours = (await fetchDossier(reference, one.tokens.handler)).files
    expect([...ours.keys()]).toContain('evidence/02-internal.png')
    expect([...theirs.keys()]).not.toContain('evidence/02-internal.png')
    expect(textOf(ours, 'case.html')).toContain('between us')
    for (const name of ['case.html', 'ledger.jsonl', 'manifest.json']) {
      expect(textOf(theirs, name)).not.toMatch(/between us|internal\.png/)
    }
    expect(textOf(theirs, 'case.html')).toContain('not for this reader')
  })

  it('is in the reader’s language', async () => {
    const { reference, session } = await fileComplaint(one.publicKey)
    const page = textOf((await fetchDossier(reference, session.token, 'zh-CN')).files, 'case.html')
    expect(page).toContain('<html lang="zh-CN"')
    expect(page).toContain('投诉人')
    expect(page).toContain('已收到')
  })

  it('leaves out what is no longer stored', async () => {
    const { reference, session, evidence } = await fileComplaint(one.publicKey)
    await env.EVIDENCE.delete(`evidence/${evidence}`)
    const { files } = await fetchDossier(reference, session.token)
    expect([...files.keys()]).toEqual(['case.html', 'ledger.jsonl', 'manifest.json', 'manifest.jws'])
    expect(JSON.parse(textOf(files, 'manifest.json')).files).toHaveLength(2)
  })
})
