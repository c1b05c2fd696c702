import type { Context } from '../core/decide/index.ts'
import { toHex } from '../core/encoding.ts'
import type { UploadRecord } from '../store/uploads.ts'
import { type Holder, openFileKey, openFileName, wrapFileKey } from '../vault/evidenceKeys.ts'
import type { Keys } from '../vault/keys.ts'
import type { CaseKey } from '../vault/seal.ts'
import type { Caller, Credential } from './types.ts'

/** Whose an upload is before it is attached, as `evidence.owner` names them: nobody else may continue or attach it. */
export const uploadOwner = (caller: Caller): string => {
  switch (caller.kind) {
    case 'intake':
      return `intake:${caller.id}`
    case 'case':
      return `case:${caller.reference}:${caller.actor.kind === 'representative' ? caller.actor.id : 'complainant'}`
    case 'partner':
      return `partner:${caller.actor.id}`
    case 'staff':
      return `staff:${caller.actor.id}`
  }
}

/** Who wraps the key of an upload before it is attached. */
export const uploadHolder = (credential: Credential, keys: Keys): Holder =>
  credential.kind === 'intake' ? { by: 'upload', token: credential.token } : { by: 'installation', master: keys.master }

/** The site of a file whose uploader named none. */
export const NO_SITE = ''

type Uploads = Context['uploads']

/** An upload at hand, with its opened key. */
export interface OwnUpload {
  id: string
  fileKey: Uint8Array<ArrayBuffer>
}

/**
 * Opens those of the uploads that are this caller's on this site; the rest are unknown to them. Staff who work for several
 * sites may leave open which one a file is for.
 */
export const ownUploads = async (
  records: readonly UploadRecord[],
  owner: string,
  site: string,
  holder: Holder,
): Promise<{ uploads: Uploads; keys: readonly OwnUpload[] }> => {
  const own = records.filter((record) => record.owner === owner && (record.site === site || record.site === NO_SITE))
  const opened = await Promise.all(
    own.map(async ({ id, name, size, type, sha256, fileKey: wrapped }) => {
      const fileKey = await openFileKey(holder, id, wrapped)
      if (!fileKey) throw new Error('Only the key of an erased case does not open')
      return { upload: { id, size, type, sha256: toHex(sha256), name: await openFileName(fileKey, id, name) }, fileKey }
    }),
  )
  return {
    uploads: new Map(opened.map(({ upload }) => [upload.id, upload])),
    keys: opened.map(({ upload, fileKey }) => ({ id: upload.id, fileKey })),
  }
}

/** The key of an upload, wrapped by the case it becomes evidence of. */
export const wrapForCase = async (caseKey: CaseKey, { id, fileKey }: OwnUpload) => ({
  id,
  fileKey: await wrapFileKey({ by: 'case', caseKey }, id, fileKey),
})

/** Every upload a command or submission names, at whatever depth its rule has them. */
export const uploadsNamed = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]) => {
    if (name === 'evidence' && Array.isArray(member)) return member.filter((id): id is string => typeof id === 'string')
    if (name === 'authority' && typeof member === 'string') return [member]
    return uploadsNamed(member)
  })
}
