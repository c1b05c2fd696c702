import { useEffect, useReducer } from 'preact/hooks'
import { upload } from '../../../sdk/src/index.ts'
import { api, inWords, statusOf } from '../api.ts'
import { keep, kept } from '../storage.ts'

/** A file that has arrived completely and can be attached. */
export interface Attached {
  id: string
  name: string
  size: number
}

export interface Item {
  key: string
  name: string
  size: number
  /** A blob URL to show, for pictures. */
  picture: string | null
  state: 'waiting' | 'sending' | 'done' | 'failed'
  /** Bytes that have arrived. */
  sent: number
  /** Id of the upload once the server knows of it. */
  id?: string
  /** Why it failed, in words. */
  fault?: string
}

/** Gives the token to upload with; a fresh one when the last was refused. */
export type Token = (refused: boolean) => Promise<string>

const AT_ONCE = 2

/**
 * The files of one field. They are carried to the server a few at a time, and go on where they stopped; what has arrived is
 * kept under `key` (see storage) and still there after a reload.
 */
export class Uploads {
  items: readonly Item[]
  #files = new Map<string, File>()
  #stops = new Map<string, AbortController>()
  #watchers = new Set<() => void>()
  #token: Token
  #key: string

  constructor(token: Token, key: string) {
    this.#token = token
    this.#key = key
    const arrived = kept<Attached[]>(key) ?? []
    this.items = arrived.map((file) => ({ ...file, key: file.id, picture: null, state: 'done', sent: file.size }))
    // A phone that comes out of a tunnel goes on by itself.
    addEventListener('online', () => {
      for (const { key, state } of this.items) if (state === 'failed') this.retry(key)
    })
  }

  /** Calls back after every change, until the function it returns is called. */
  watch(changed: () => void): () => void {
    this.#watchers.add(changed)
    return () => this.#watchers.delete(changed)
  }

  add(files: Iterable<File>): void {
    for (const file of files) {
      const key = crypto.randomUUID()
      this.#files.set(key, file)
      const picture = file.type.startsWith('image/') ? URL.createObjectURL(file) : null
      const item: Item = { key, name: file.name, size: file.size, picture, state: 'waiting', sent: 0 }
      this.items = [...this.items, item]
    }
    this.#next()
  }

  remove(key: string): void {
    const item = this.items.find((i) => i.key === key)
    if (item?.picture) URL.revokeObjectURL(item.picture)
    this.#stops.get(key)?.abort()
    this.#files.delete(key)
    this.items = this.items.filter((i) => i.key !== key)
    this.#next()
  }

  retry(key: string): void {
    this.#set(key, { state: 'waiting' })
    this.#next()
  }

  get done(): Attached[] {
    return this.items.flatMap(({ id, name, size, state }) => (id && state === 'done' ? [{ id, name, size }] : []))
  }

  get busy(): boolean {
    return this.items.some(({ state }) => state === 'waiting' || state === 'sending')
  }

  get failed(): boolean {
    return this.items.some(({ state }) => state === 'failed')
  }

  #set(key: string, change: Partial<Item>): void {
    this.items = this.items.map((item) => (item.key === key ? { ...item, ...change } : item))
    this.#tell()
  }

  #tell(): void {
    keep(this.#key, this.done)
    for (const changed of this.#watchers) changed()
  }

  #next(): void {
    const room = AT_ONCE - this.items.filter(({ state }) => state === 'sending').length
    for (const { key } of this.items.filter(({ state }) => state === 'waiting').slice(0, room)) {
      this.#set(key, { state: 'sending' })
      this.#send(key)
        .then(({ id }) => this.#set(key, { state: 'done', id }))
        .catch((error) => this.#set(key, { state: 'failed', fault: inWords(error) }))
        .finally(() => this.#next())
    }
    this.#tell()
  }

  async #send(key: string) {
    const file = this.#files.get(key) as File
    const stop = new AbortController()
    this.#stops.set(key, stop)
    const resume = this.items.find((item) => item.key === key)?.id
    const options = {
      onCreated: (id: string) => this.#set(key, { id }),
      onProgress: (sent: number) => this.#set(key, { sent }),
      signal: stop.signal,
    }
    try {
      return await upload(api(await this.#token(false)), file, { ...options, resume })
    } catch (error) {
      // The token ran out, and the upload with it: once more from the beginning.
      if (statusOf(error) !== 401 && statusOf(error) !== 404) throw error
      return upload(api(await this.#token(true)), file, options)
    }
  }
}

/** Draws the component again whenever uploads change. */
export const useUploads = (...all: Uploads[]): void => {
  const [, redraw] = useReducer<number, void>((n) => n + 1, 0)
  useEffect(() => {
    const ends = all.map((uploads) => uploads.watch(() => redraw()))
    return () => {
      for (const end of ends) end()
    }
  }, all)
}
