import { completeUpload } from '../../worker/actions/evidence/complete.ts'
import { expectPart, storePart } from '../../worker/actions/evidence/part.ts'
import { beginUpload } from '../../worker/actions/evidence/upload.ts'
import { type Credential, type Failure, isFailure } from '../../worker/actions/types.ts'
import { fromBase64url, sha256 } from '../../worker/core/encoding.ts'
import type { Stage } from './play.ts'

/** Uploads a file of `demo/data/files` as this caller would; its id. */
export const upload = async (
  { services, files }: Stage,
  by: Credential,
  site: string,
  name: string,
): Promise<string> => {
  const bytes = fromBase64url(files[name])
  if (!bytes) throw new Error(`There is no file demo/data/files/${name}`)
  const begun = must(name, await beginUpload(services, by, { name, size: bytes.length }, { site }))
  const expected = must(name, await expectPart(services, by, begun.id, 1))
  must(name, await storePart(services, expected, bytes, await sha256(bytes)))
  return must(name, await completeUpload(services, by, begun.id)).id
}

/** The answer of an action that has to work. */
export const must = <T extends object>(what: string, answer: T | Failure): T => {
  if (isFailure(answer)) throw new Error(`${what}: ${JSON.stringify(answer)}`)
  return answer
}
