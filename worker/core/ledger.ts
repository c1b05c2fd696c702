/**
 * The ledger of a case: a hash chain that anyone can verify without a key.
 *
 * Every entry has `facts` (plain) and a `text` (personal data, sealed elsewhere; null when there is none).
 *
 *     commit = SHA-256(salt || JCS(text))                      salt: 16 random bytes, kept sealed beside the text
 *     body   = SHA-256(JCS({ commit, factSalt, facts }))       factSalt: 16 random bytes, kept beside the facts
 *     hash   = SHA-256(prev || body)                           prev: the hash before, as 32 raw bytes
 *     first prev = SHA-256("redress/ledger/v1\n" || reference)
 *
 * JCS is the JSON Canonicalization Scheme, RFC 8785. Hashes and salts are written as unpadded base64url (RFC 4648
 * section 5); inside JCS they are those strings, in SHA-256(salt || …) and SHA-256(prev || body) their raw bytes.
 * Entries count from 1.
 *
 * The three steps serve three readers. With the text, `commit` proves it. Without it (erased, or not for this reader)
 * the salted `commit` tells nothing, not even whether there was a text. Where even the facts are not for this reader,
 * `body` alone carries the chain, and `factSalt` keeps the facts from being guessed.
 *
 * This module takes salts as arguments, reads no clock and needs only WebCrypto, so that it runs wherever a ledger is
 * verified: in the Worker, in a browser, in a command-line tool.
 */
import canonicalize from 'canonicalize'
import { type Bytes, fromBase64url, sha256, toBase64url, utf8 } from './encoding.ts'

export type Json = null | boolean | number | string | Json[] | JsonObject
export type JsonObject = { [name: string]: Json }

/** The end of a chain, which the next entry continues. An entry is one itself. */
export interface Head {
  seq: number
  hash: string
}

/** What goes into an entry. Salts are 16 random bytes in base64url, never used twice. */
export interface Content<Facts extends object = JsonObject, Text extends object = JsonObject> {
  facts: Facts
  factSalt: string
  text: Text | null
  salt: string
}

export interface Entry<Facts extends object = JsonObject> extends Head {
  facts: Facts
  factSalt: string
  commit: string
  body: string
  /** May be shown for the reader's convenience; checked when present. */
  prev?: string
}

/** An entry whose text was unsealed for this reader. */
export interface OpenedEntry<Facts extends object = JsonObject, Text extends object = JsonObject> extends Entry<Facts> {
  text: Text | null
  salt: string
}

/** An entry that this reader may not see. */
export interface HiddenEntry extends Head {
  body: string
  prev?: string
}

export type AnyEntry = Entry<object> | OpenedEntry<object, object> | HiddenEntry

/** A value that has no canonical form: it holds a lone surrogate, a number that is not finite, a cycle or a bigint. */
export class NotCanonicalError extends Error {
  override name = 'NotCanonicalError'
}

/** The RFC 8785 form. What JSON itself drops (undefined members) is dropped, so storing as JSON changes no hash. */
export function canonical(value: unknown): string {
  let text: string | undefined
  try {
    text = canonicalize(value)
  } catch (error) {
    throw new NotCanonicalError(`This value has no canonical JSON form: ${(error as Error).message}`)
  }
  if (text === undefined) throw new NotCanonicalError(`This value has no JSON form: ${typeof value}`)
  return text
}

/** Where the chain of a case begins: before its first entry. */
export async function genesis(reference: string): Promise<Head> {
  return { seq: 0, hash: toBase64url(await sha256(utf8(`redress/ledger/v1\n${reference}`))) }
}

/** The entry that continues the chain after `head`. */
export async function chain<Facts extends object>(head: Head, content: Content<Facts, object>): Promise<Entry<Facts>> {
  const { facts, factSalt } = content
  saltBytes(factSalt)
  const commit = await commitTo(content.text, content.salt)
  const body = await bodyOf(facts, factSalt, commit)
  const hash = await link(head.hash, body)
  return { seq: head.seq + 1, facts, factSalt, commit, body, hash, prev: head.hash }
}

/** Several entries after `head`, in order: one command can make more than one event. */
export async function chainAll<Facts extends object>(
  head: Head,
  contents: readonly Content<Facts, object>[],
): Promise<Entry<Facts>[]> {
  const entries: Entry<Facts>[] = []
  let last = head
  for (const content of contents) {
    const entry = await chain(last, content)
    entries.push(entry)
    last = entry
  }
  return entries
}

export async function commitTo(text: object | null, salt: string): Promise<string> {
  return toBase64url(await sha256(saltBytes(salt), utf8(canonical(text))))
}

export async function bodyOf(facts: object, factSalt: string, commit: string): Promise<string> {
  return toBase64url(await sha256(utf8(canonical({ facts, factSalt, commit }))))
}

export async function link(prev: string, body: string): Promise<string> {
  return toBase64url(await sha256(hashBytes(prev), hashBytes(body)))
}

/** What is wrong with the entry at `seq`. */
export type Fault =
  /** An entry is missing, added or out of order: `seq` is the number that should stand there. */
  | 'gap'
  /** Not an entry at all: a member is missing or is no hash or salt. */
  | 'malformed'
  /** The text or its salt is not what was committed to. */
  | 'commit'
  /** The facts, their salt or the commitment is not what was recorded. */
  | 'body'
  /** It does not follow on the entry before it. */
  | 'hash'
  /** The chain holds, but differs from what the reader was given earlier, or does not end where it should. */
  | 'checkpoint'
  | 'head'

export type Verdict = { ok: true; head: string; length: number } | { ok: false; seq: number; fault: Fault }

/**
 * Checks a whole ledger as some reader sees it, and names the first entry at which it fails.
 *
 * The entries alone prove that they belong together. That nothing was cut off the end, or all of it made anew, only a
 * hash from elsewhere can prove: `expectedHead` (the end of the ledger), or `known` entries, such as the one a receipt
 * names, beyond which the ledger has grown since.
 */
export async function verify(
  reference: string,
  entries: readonly AnyEntry[],
  expectedHead?: string,
  known: readonly Head[] = [],
): Promise<Verdict> {
  const start = await genesis(reference)
  // Each entry is held against the hash that the one before it claims, so all of them can be checked at once.
  const faults = await Promise.all(
    entries.map((entry, index) => inspect(entry, index + 1, index === 0 ? start.hash : entries[index - 1]?.hash)),
  )
  const first = faults.findIndex((fault) => fault !== null)
  if (first !== -1) return { ok: false, seq: first + 1, fault: faults[first] as Fault }

  const hashAt = (seq: number) => (seq === 0 ? start.hash : entries[seq - 1]?.hash)
  const missed = known.filter(({ seq, hash }) => hashAt(seq) !== hash).map(({ seq }) => seq)
  if (missed.length > 0) return { ok: false, seq: Math.min(...missed), fault: 'checkpoint' }

  const head = hashAt(entries.length) as string
  if (expectedHead === undefined || expectedHead === head) return { ok: true, head, length: entries.length }
  // Where the expected head stands further up, what follows it was added; else entries are missing at the end.
  const end = expectedHead === start.hash ? 0 : entries.findIndex(({ hash }) => hash === expectedHead) + 1
  const added = end > 0 || expectedHead === start.hash
  return { ok: false, seq: (added ? end : entries.length) + 1, fault: 'head' }
}

/** Takes anything at all for an entry: what is verified may come from a file that someone has edited. */
async function inspect(entry: AnyEntry, seq: number, previous: unknown): Promise<Fault | null> {
  if (!isObject(entry)) return 'malformed'
  if (entry.seq !== seq) return 'gap'
  if (!isHash(entry.body) || !isHash(entry.hash)) return 'malformed'

  if ('text' in entry || 'salt' in entry) {
    const { text, salt } = entry as OpenedEntry
    if (!isSalt(salt) || !(text === null || isObject(text))) return 'malformed'
    if ((await attempt(commitTo(text, salt))) !== (entry as OpenedEntry).commit) return 'commit'
  }
  if ('facts' in entry || 'factSalt' in entry || 'commit' in entry) {
    const { facts, factSalt, commit } = entry as Entry
    if (!isObject(facts) || !isSalt(factSalt) || !isHash(commit)) return 'malformed'
    if ((await attempt(bodyOf(facts, factSalt, commit))) !== entry.body) return 'body'
  }

  if (entry.prev !== undefined && entry.prev !== previous) return 'hash'
  return isHash(previous) && (await link(previous, entry.body)) === entry.hash ? null : 'hash'
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Edited content may have no canonical form; then it has no hash either, and so matches none. */
const attempt = (hash: Promise<string>): Promise<string | null> =>
  hash.catch((error) => {
    if (error instanceof NotCanonicalError) return null
    throw error
  })

const isHash = (text: unknown): text is string => fromBase64url(text)?.length === 32
const isSalt = (text: unknown): text is string => fromBase64url(text)?.length === 16

function hashBytes(text: string): Bytes {
  const bytes = fromBase64url(text)
  if (bytes?.length !== 32) throw new TypeError('A hash in the ledger must be 32 bytes in base64url')
  return bytes
}

function saltBytes(text: string): Bytes {
  const bytes = fromBase64url(text)
  if (bytes?.length !== 16) throw new TypeError('A salt in the ledger must be 16 bytes in base64url')
  return bytes
}
