import { type Problem, RedressError } from './error.ts'

/** Where the API is and as whom to speak. */
export interface Connection {
  /** Origin of the installation, e.g. `https://redress.example`; empty for the page's own. */
  baseUrl: string
  /** Intake token, session token, partner key or personal access token. */
  token?: string | undefined
  /** BCP 47; the language of problem texts. */
  language?: string | undefined
  fetch?: typeof fetch | undefined
}

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  query?: Record<string, string | number | undefined>
  /** Sent as JSON, bytes as they are. */
  body?: object | Blob | Uint8Array<ArrayBuffer> | undefined
  headers?: Record<string, string>
  /** For POST; repeating a call with the same key gives the same answer for 24 hours. A fresh one by default. */
  idempotencyKey?: string | undefined
  signal?: AbortSignal | undefined
}

/**
 * One exchange with the API. Returns the answer when it is a success or 304.
 *
 * @throws {RedressError} for every other status, and when nothing answers.
 * @throws the signal's reason when it is aborted.
 */
export async function request(connection: Connection, path: string, call: Call = {}): Promise<Response> {
  const { method = 'GET', query, body, signal } = call
  const send = connection.fetch ?? fetch
  let answer: Response
  try {
    answer = await send(connection.baseUrl + path + queryOf(query), {
      method,
      headers: headersOf(connection, call),
      ...(body && { body: isBytes(body) ? body : JSON.stringify(body) }),
      ...(signal && { signal }),
      credentials: 'omit',
    })
  } catch (cause) {
    signal?.throwIfAborted()
    throw new RedressError({ code: 'unreachable' }, null, cause)
  }
  if (answer.ok || answer.status === 304) return answer
  throw await problemOf(answer)
}

export const json = async <T>(connection: Connection, path: string, call?: Call): Promise<T> =>
  (await request(connection, path, call)).json() as Promise<T>

export function headersOf(connection: Connection, call: Call): Record<string, string> {
  const { token, language } = connection
  return {
    ...(token && { authorization: `Bearer ${token}` }),
    ...(language && { 'accept-language': language }),
    ...(call.body && !isBytes(call.body) && { 'content-type': 'application/json' }),
    ...(call.method === 'POST' && { 'idempotency-key': call.idempotencyKey ?? crypto.randomUUID() }),
    ...call.headers,
  }
}

export async function problemOf(answer: Response): Promise<RedressError> {
  const problem = (await answer.json().catch(() => ({}))) as Partial<Problem>
  const seconds = Number.parseInt(answer.headers.get('retry-after') ?? '', 10)
  return new RedressError({ ...problem, status: answer.status }, Number.isNaN(seconds) ? null : seconds)
}

const isBytes = (body: object): body is Blob | Uint8Array<ArrayBuffer> =>
  body instanceof Blob || body instanceof Uint8Array

function queryOf(query: Call['query']): string {
  const set = Object.entries(query ?? {}).flatMap(([name, value]) => (value === undefined ? [] : [[name, `${value}`]]))
  return set.length > 0 ? `?${new URLSearchParams(set)}` : ''
}
