import { safeName } from '../../actions/evidence/attachment.ts'
import { openFile } from '../../actions/evidence/download.ts'
import { withExtension } from '../../actions/evidence/sniff/kinds.ts'
import { type OpenCase, openCase } from '../../actions/readCase.ts'
import { type LedgerEntry, readLedger } from '../../actions/readLedger.ts'
import type { Services } from '../../actions/services.ts'
import { type Credential, type Failure, isFailure } from '../../actions/types.ts'
import { sha256, toHex, utf8 } from '../../core/encoding.ts'
import type { Language } from '../../locales/index.ts'
import { signReceipt } from '../../vault/receipt.ts'
import { casePage, type DossierContent, type DossierFile } from './page.ts'
import { wordsIn } from './words.ts'
import { type ZipEntry, zipOf } from './zip.ts'

/** `typ` of its signature, so that it cannot pass for a receipt. */
export const DOSSIER = 'redress-dossier+jws'

export interface Dossier {
  name: string
  body: ReadableStream<Uint8Array>
}

/**
 * Everything of a case that this caller may see, as a ZIP: `case.html` to read, `ledger.jsonl` to verify, the files, and a
 * signed manifest of their hashes. Only the page and the ledger are held in memory; files stream through.
 */
export const makeDossier = async (
  services: Services,
  credential: Credential,
  reference: string,
  options: { language: Language; origin: string },
): Promise<Dossier | Failure> => {
  const opened = await openCase(services, credential, reference)
  if (isFailure(opened)) return opened
  const entries = await wholeLedger(services, credential, reference)
  if (isFailure(entries)) return entries
  const madeAt = services.now()
  const content: DossierContent = {
    view: opened.view,
    entries,
    files: filesOf(opened),
    madeAt,
    reader: 'actor' in opened.caller ? opened.caller.actor.kind : 'system',
    keys: `${options.origin}/.well-known/jwks.json`,
  }
  const entriesOfZip = zipEntries(services, opened, content, options.language)
  return { name: `${reference}.zip`, body: zipOf(entriesOfZip, new Date(madeAt)) }
}

const wholeLedger = async (
  services: Services,
  credential: Credential,
  reference: string,
): Promise<LedgerEntry[] | Failure> => {
  const entries: LedgerEntry[] = []
  for (let after: number | null = 0; after !== null; ) {
    const page: Awaited<ReturnType<typeof readLedger>> = await readLedger(services, credential, reference, {
      after,
      limit: 200,
    })
    if (isFailure(page)) return page
    entries.push(...page.data)
    after = page.next
  }
  return entries
}

/** A number in front keeps two files of one name apart. */
const filesOf = ({ view }: OpenCase): DossierFile[] =>
  view.evidence.map(({ name, type, size, sha256: hash }, index) => {
    const safe = safeName(withExtension(name, type))
    return { path: `evidence/${String(index + 1).padStart(2, '0')}-${safe}`, name, type, size, sha256: hash }
  })

async function* zipEntries(
  services: Services,
  opened: OpenCase,
  content: DossierContent,
  language: Language,
): AsyncGenerator<ZipEntry> {
  const page = utf8(`${await casePage(content, wordsIn(language))}`)
  yield { path: 'case.html', body: page }
  const ledger = utf8(content.entries.map((entry) => `${JSON.stringify(entry)}\n`).join(''))
  yield { path: 'ledger.jsonl', body: ledger }

  const included: DossierFile[] = []
  for (const [index, file] of content.files.entries()) {
    const id = opened.view.evidence[index]?.id ?? ''
    const stored = await openFile(services, opened, id)
    if (isFailure(stored)) continue
    yield { path: file.path, body: stored.body }
    included.push(file)
  }

  const texts = [
    { path: 'case.html', body: page },
    { path: 'ledger.jsonl', body: ledger },
  ]
  const hashed = texts.map(async ({ path, body }) => ({ path, size: body.length, sha256: toHex(await sha256(body)) }))
  const last = content.entries.at(-1)
  const manifest = {
    reference: opened.view.reference,
    madeAt: content.madeAt,
    reader: content.reader,
    ledger: { length: content.entries.length, head: last?.hash ?? null },
    files: [
      ...(await Promise.all(hashed)),
      ...included.map(({ path, size, sha256: hash }) => ({ path, size, sha256: hash })),
    ],
  }
  yield { path: 'manifest.json', body: utf8(`${JSON.stringify(manifest, null, 2)}\n`) }
  const { signing } = await services.keys()
  yield { path: 'manifest.jws', body: utf8(await signReceipt(signing, manifest, DOSSIER)) }
}
