/** A plain HTTP caller of the API, for walks through whole cases. It knows the contract, not the code behind it. */

export interface View {
  reference: string
  version: number
  stage: string
  outcome: string | null
  awaiting: string | null
  allowed: string[]
  points: { id: string; text: string; finding: { result: string } | null }[]
  requests: { id: string; state: string; about: string }[]
  plan: { id: string; final: boolean; state: string; remedies: { id: string }[] } | null
  report: { text: string } | null
  appeal: { decided: { result: string } | null } | null
  appealUntil: string | null
  clocks: { id: string; kind: string; dueAt: string }[]
  evidence: { id: string; name: string; sha256: string }[]
  timeline: { seq: number; type: string; text: Record<string, unknown> | null; internal: boolean }[]
  referrals: { kind: string; body: string | null }[]
  staff: { draftPlan: { remedies: { id: string }[] } | null; assignee: string | null } | null
}

export interface Problem {
  status: number
  code: string
  title: string
  detail: string
  requestId: string
  errors?: { pointer: string }[]
}

export interface Answer<T> {
  status: number
  headers: Headers
  body: T
}

export interface Filed {
  reference: string
  accessCode: string
  receipt: string
  promises: { kind: string; dueAt: string }[]
  session: { token: string }
}

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>

export class Api {
  readonly #fetch: Fetch
  readonly #origin: string
  readonly #token: string | undefined

  constructor(fetch: Fetch, origin: string, token?: string) {
    this.#fetch = fetch
    this.#origin = origin
    this.#token = token
  }

  as(token: string): Api {
    return new Api(this.#fetch, this.#origin, token)
  }

  async request<T>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const response = await this.#fetch(`${this.#origin}${path}`, {
      method,
      headers: {
        ...(this.#token ? { authorization: `Bearer ${this.#token}` } : {}),
        ...(body instanceof Uint8Array || body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: body instanceof Uint8Array ? (body as BodyInit & Uint8Array) : JSON.stringify(body) }),
    })
    const text = await response.text()
    return { status: response.status, headers: response.headers, body: (text ? JSON.parse(text) : null) as T }
  }

  /** As `request`, for what must succeed; what the server says instead becomes the error. */
  async expect<T>(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<T> {
    const answer = await this.request<T>(method, path, body, headers)
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  view(reference: string): Promise<View> {
    return this.expect('GET', `/v1/complaints/${reference}`)
  }

  give(reference: string, type: string, fields: object = {}): Promise<View> {
    return this.expect('POST', `/v1/complaints/${reference}/commands`, { type, ...fields })
  }

  refusal(reference: string, type: string, fields: object = {}): Promise<Answer<Problem>> {
    return this.request('POST', `/v1/complaints/${reference}/commands`, { type, ...fields })
  }

  /**
   * Solves a challenge as the widget does and returns the token that lets one complaint be filed. `digest` is SHA-256 in
   * hex; for thousands of short texts Node's own is far quicker than the one every runtime has.
   */
  async intakeToken(
    siteKey: string,
    digest: Digest = async (text) => hex(await sha256(encode(text))),
  ): Promise<string> {
    interface Challenge {
      algorithm: string
      challenge: string
      salt: string
      signature: string
      maxnumber: number
    }
    const challenge = await this.expect<Challenge>('POST', '/v1/challenges', { siteKey })
    const number = await solve(challenge.salt, challenge.challenge, challenge.maxnumber, digest)
    const { algorithm, salt, signature } = challenge
    const payload = btoa(JSON.stringify({ algorithm, challenge: challenge.challenge, number, salt, signature }))
    return (await this.expect<{ token: string }>('POST', '/v1/challenges/solutions', { payload })).token
  }

  async upload(name: string, bytes: Uint8Array): Promise<string> {
    const { id } = await this.expect<{ id: string }>('POST', '/v1/evidence', { name, size: bytes.byteLength })
    const digest = btoa(String.fromCharCode(...new Uint8Array(await sha256(bytes))))
    await this.expect('PUT', `/v1/evidence/${id}/parts/1`, bytes, { 'content-digest': `sha-256=:${digest}:` })
    await this.expect('POST', `/v1/evidence/${id}/complete`, {})
    return id
  }
}

type Digest = (text: string) => string | Promise<string>

const encode = (text: string) => new TextEncoder().encode(text)

export const sha256 = (bytes: Uint8Array): Promise<ArrayBuffer> =>
  crypto.subtle.digest('SHA-256', bytes as BufferSource)

export const hex = (buffer: ArrayBuffer): string =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('')

const solve = async (salt: string, challenge: string, most: number, digest: Digest): Promise<number> => {
  const batch = 512
  for (let from = 0; from <= most; from += batch) {
    const numbers = Array.from({ length: batch }, (_, i) => from + i)
    const hashes = await Promise.all(numbers.map((n) => digest(salt + n)))
    const found = hashes.indexOf(challenge)
    if (found >= 0) return from + found
  }
  throw new Error('the challenge has no solution in its range')
}

/** The smallest PNG there is: one transparent pixel. */
export const PNG = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (char) => char.charCodeAt(0),
)
export const TEXT = new TextEncoder().encode('2026-11-02 14:03 fee charged twice, order 4417\n')
