import { findEvidence } from '../../store/evidence.ts'
import { openObject } from '../../store/objects.ts'
import { openFileKey, openFileName } from '../../vault/evidenceKeys.ts'
import { seesWords } from '../access.ts'
import { type OpenCase, openCase } from '../readCase.ts'
import type { Services } from '../services.ts'
import { type Credential, type Failure, isFailure } from '../types.ts'
import { withExtension } from './sniff/kinds.ts'
import { openOwn } from './upload.ts'

export interface EvidenceFile {
  name: string
  type: string
  /** Bytes. */
  size: number
  body: ReadableStream<Uint8Array>
}

/** A file for whoever may see it: one's own upload, or evidence in one's view of its case. Else there is no such file. */
export const downloadEvidence = async (
  services: Services,
  credential: Credential,
  id: string,
): Promise<EvidenceFile | Failure> => {
  const record = await findEvidence(services.db, id)
  if (!record?.complaint) return downloadOwn(services, credential, id)
  const opened = await openCase(services, credential, record.complaint)
  if (isFailure(opened)) return 'failed' in opened && opened.failed === 'unauthenticated' ? opened : NOT_FOUND
  return openFile(services, opened, id)
}

/** A file of a case that has been opened for its reader. */
export const openFile = async (
  services: Services,
  { caller, view, caseKey }: Pick<OpenCase, 'caller' | 'view' | 'caseKey'>,
  id: string,
): Promise<EvidenceFile | Failure> => {
  if (caller.kind !== 'system' && !seesWords(caller)) return NOT_FOUND
  if (!view.evidence.some((file) => file.id === id)) return NOT_FOUND
  const record = await findEvidence(services.db, id)
  if (record?.complaint !== view.reference) return NOT_FOUND
  const fileKey = record.fileKey && (await openFileKey({ by: 'case', caseKey }, id, record.fileKey))
  return fileKey ? fileOf(services, { ...record, fileKey }) : { refused: 'erased' }
}

const downloadOwn = async (services: Services, credential: Credential, id: string): Promise<EvidenceFile | Failure> => {
  const own = await openOwn(services, credential, id)
  if (isFailure(own)) return own
  return own.record.state === 'complete' ? fileOf(services, { ...own.record, fileKey: own.fileKey }) : NOT_FOUND
}

const NOT_FOUND: Failure = { failed: 'not_found' }

type Opened = Parameters<typeof openObject>[1] & { id: string; name: Uint8Array; type: string | null; size: number }

const fileOf = async ({ env }: Services, file: Opened): Promise<EvidenceFile | Failure> => {
  const [name, body] = await Promise.all([
    openFileName(file.fileKey, file.id, file.name),
    openObject(env.EVIDENCE, file),
  ])
  if (!body || !file.type) return NOT_FOUND
  return { name: withExtension(name, file.type), type: file.type, size: file.size, body }
}
