import { RedressError } from './error.ts'
import { type Connection, headersOf, json, problemOf, request } from './request.ts'
import type { Evidence, UploadState } from './types.ts'

export interface UploadOptions {
  /** Of the file; a `File` has its own. */
  name?: string | undefined
  /** For a personal access token that uploads before there is a case. */
  siteKey?: string | undefined
  /** Id of an upload of the same file that was interrupted. */
  resume?: string | undefined
  /** As soon as the upload has an id, under which it can be resumed. */
  onCreated?: ((id: string) => void) | undefined
  /** Bytes that arrived, of all bytes. */
  onProgress?: ((sent: number, total: number) => void) | undefined
  signal?: AbortSignal | undefined
}

/** How often a part is sent before giving up, and how long to wait before each repetition, in milliseconds. */
const PATIENCE = [500, 2000, 8000]

/**
 * Uploads one file part by part, each with its SHA-256. Parts that arrived before an interruption are not sent again.
 *
 * @throws {RedressError} `upload_invalid` when the file is of no accepted kind, too large or damaged.
 */
export async function upload(connection: Connection, file: Blob, options: UploadOptions = {}): Promise<Evidence> {
  const { signal, onProgress } = options
  const state = await begin(connection, file, options)
  options.onCreated?.(state.id)
  const received = new Set(state.received)
  const sizeOf = (part: number) => Math.min(state.partBytes, file.size - (part - 1) * state.partBytes)
  let sent = 0
  for (const part of received) sent += sizeOf(part)
  onProgress?.(sent, file.size)
  let sha256: string | undefined
  for (let part = 1; part <= state.parts; part++) {
    if (received.has(part)) continue
    const bytes = file.slice((part - 1) * state.partBytes, part * state.partBytes)
    const before = sent
    const digest = await digestOf(bytes)
    await patiently(
      () =>
        put(connection, `${at(state.id)}/parts/${part}`, bytes, digest, signal, (now) =>
          onProgress?.(before + now, file.size),
        ),
      signal,
    )
    sent += bytes.size
    onProgress?.(sent, file.size)
    if (state.parts === 1) sha256 = hex(digest)
  }
  return json(connection, `${at(state.id)}/complete`, { method: 'POST', body: { ...(sha256 && { sha256 }) }, signal })
}

function begin(connection: Connection, file: Blob, options: UploadOptions): Promise<UploadState> {
  const { resume, siteKey, signal } = options
  if (resume) return json(connection, at(resume), { signal })
  const name = options.name ?? (file instanceof File ? file.name : 'file')
  const body = { name, size: file.size, ...(file.type && { type: file.type }), ...(siteKey && { siteKey }) }
  return json(connection, '/v1/evidence', { method: 'POST', body, signal })
}

/** A file of a case, or one's own upload. */
export const download = (
  connection: Connection,
  id: string,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<Response> => request(connection, `${at(id)}/download`, { method: 'POST', body: {}, ...options })

async function patiently(attempt: () => Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  for (const wait of PATIENCE) {
    try {
      return await attempt()
    } catch (error) {
      if (!(error instanceof RedressError) || !isPassing(error)) throw error
      await pause(error.retryAfter === null ? wait : error.retryAfter * 1000, signal)
    }
  }
  return attempt()
}

const isPassing = ({ status, code, problem }: RedressError) =>
  code === 'unreachable' || status === 429 || status >= 500 || problem.why === 'part_digest'

const pause = (milliseconds: number, signal: AbortSignal | undefined) =>
  new Promise<void>((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    signal?.addEventListener('abort', stop, { once: true })
  })

async function put(
  connection: Connection,
  path: string,
  bytes: Blob,
  digest: Uint8Array,
  signal: AbortSignal | undefined,
  onProgress: (sent: number) => void,
): Promise<void> {
  signal?.throwIfAborted()
  const headers = { 'content-digest': `sha-256=:${btoa(String.fromCharCode(...digest))}:` }
  // Only XMLHttpRequest tells how much of a request has gone out.
  if (connection.fetch || typeof XMLHttpRequest === 'undefined') {
    await request(connection, path, { method: 'PUT', body: bytes, headers, signal })
    return
  }
  await new Promise<void>((resolve, reject) => {
    const exchange = new XMLHttpRequest()
    const stop = () => exchange.abort()
    exchange.open('PUT', connection.baseUrl + path)
    for (const [name, value] of Object.entries(headersOf(connection, { headers })))
      exchange.setRequestHeader(name, value)
    exchange.upload.onprogress = ({ loaded }) => onProgress(loaded)
    exchange.onerror = () => reject(new RedressError({ code: 'unreachable' }))
    exchange.onabort = () => reject(signal?.reason)
    exchange.onload = () => (exchange.status < 300 ? resolve() : problemOf(responseOf(exchange)).then(reject))
    exchange.onloadend = () => signal?.removeEventListener('abort', stop)
    signal?.addEventListener('abort', stop)
    exchange.send(bytes)
  })
}

const responseOf = (exchange: XMLHttpRequest) => {
  const retryAfter = exchange.getResponseHeader('retry-after')
  return new Response(exchange.responseText, {
    status: exchange.status,
    headers: retryAfter ? { 'retry-after': retryAfter } : {},
  })
}

const digestOf = async (bytes: Blob) => new Uint8Array(await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer()))
const hex = (bytes: Uint8Array) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const at = (id: string) => `/v1/evidence/${encodeURIComponent(id)}`
