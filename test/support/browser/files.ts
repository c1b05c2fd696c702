import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../../../scripts/lib/paths.mjs'
import type { Attachment } from './complainant.ts'

const demo = (name: string, mimeType: string): Attachment => ({
  name,
  mimeType,
  buffer: readFileSync(join(root, 'demo/data/files', name)),
})

/** A picture and a document, as somebody has them at hand. */
export const evidence = (): Attachment[] => [
  demo('stop-loss.png', 'image/png'),
  demo('statement.pdf', 'application/pdf'),
]
