import { completeUpload } from '../actions/evidence/complete.ts'
import { PART_BYTES } from '../actions/evidence/limits.ts'
import { expectPart, storePart } from '../actions/evidence/part.ts'
import { beginUpload } from '../actions/evidence/upload.ts'
import type { Services } from '../actions/services.ts'
import { type Credential, type Failure, isFailure } from '../actions/types.ts'
import { sha256 } from '../core/encoding.ts'
import { FILES, type Typed } from './forms/read.ts'

/** A form is held in memory as a whole; larger files go through the API, part by part. */
export const FORM_BYTES = 20 * 1024 * 1024

export interface FileOf {
  field: string
  file: File
}

/** Files chosen in a form, by the field they belong to; an input left empty sends one without a name. */
export const filesIn = (form: FormData): FileOf[] =>
  [...form.entries()].flatMap(([name, file]) =>
    name.startsWith(FILES) && typeof file !== 'string' && file.name !== ''
      ? [{ field: name.slice(FILES.length), file }]
      : [],
  )

/** Files uploaded by an earlier try of the same form: their names by id. Only shown; whose they are is checked when attached. */
export const keptIn = (typed: Typed): Map<string, string> =>
  new Map(
    [...typed].flatMap(([name, [text]]) => (name.startsWith(KEPT) ? [[name.slice(KEPT.length), text ?? '']] : [])),
  )

export const KEPT = 'kept.'

export interface Refused {
  failure: Failure
  file: string
}

/**
 * Stores the files of a form one after the other and writes their ids into what was typed. One that is refused stops it;
 * those before it are kept for the next try.
 */
export const storeFiles = async (
  services: Services,
  credential: Credential,
  files: readonly FileOf[],
  typed: Map<string, string[]>,
  site: string,
): Promise<Refused | null> => {
  for (const { field, file } of files) {
    const id = await storeFile(services, credential, file, site)
    if (typeof id !== 'string') return { failure: id, file: file.name }
    typed.set(field, [...(typed.get(field) ?? []), id])
    typed.set(KEPT + id, [file.name])
  }
  return null
}

const storeFile = async (
  services: Services,
  credential: Credential,
  file: File,
  site: string,
): Promise<string | Failure> => {
  const begun = await beginUpload(services, credential, { name: file.name, size: file.size }, { site })
  if (isFailure(begun)) return begun
  for (let part = 1; part <= begun.parts; part++) {
    const expected = await expectPart(services, credential, begun.id, part)
    if (isFailure(expected)) return expected
    const from = (part - 1) * PART_BYTES
    const bytes = new Uint8Array(await file.slice(from, from + PART_BYTES).arrayBuffer())
    const put = await storePart(services, expected, bytes, await sha256(bytes))
    if (isFailure(put)) return put
  }
  const done = await completeUpload(services, credential, begun.id)
  return isFailure(done) ? done : done.id
}
