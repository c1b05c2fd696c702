/// <reference path="./zlib.d.ts" />
/**
 * Facts and folded states as they are stored: JSON, compressed against a dictionary of what such JSON is made of. One
 * event alone is too short to compress well, and they are most of what a case takes.
 *
 *     version of the dictionary (1 byte) || raw DEFLATE (RFC 1951)
 */
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { type Bytes, concat, utf8 } from '../core/encoding.ts'
import { DICTIONARIES } from './dictionaries.ts'

const dictionaries = DICTIONARIES.map(utf8)
const NEWEST = dictionaries.length

export const pack = (value: object): Bytes =>
  concat(Uint8Array.of(NEWEST), deflateRawSync(utf8(JSON.stringify(value)), { dictionary: dictionaryOf(NEWEST) }))

/** Throws for bytes of a version that this software does not know. */
export const unpack = <T>(packed: Uint8Array): T => {
  const plain = inflateRawSync(packed.subarray(1), { dictionary: dictionaryOf(packed[0] ?? 0) })
  return JSON.parse(new TextDecoder().decode(plain)) as T
}

const dictionaryOf = (version: number): Bytes => {
  const dictionary = dictionaries[version - 1]
  if (!dictionary) throw new TypeError(`There is no dictionary ${version}`)
  return dictionary
}
