import { z } from '@hono/zod-openapi'
import { id } from '../../core/fields.ts'

export const evidenceId = z.object({ id: id.meta({ example: 'ev_01kd9qtzexample4417abcd' }) })

export const hexDigest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'SHA-256 of the whole file, lower-case hex.' })

export const uploadSchema = z
  .object({
    id: z.string(),
    partBytes: z.number().int().meta({ description: 'Size of every part but the last.' }),
    parts: z.number().int(),
    received: z.array(z.number().int()).meta({ description: 'Numbers of the parts that arrived, from 1.' }),
    state: z.enum(['open', 'complete']),
  })
  .meta({ id: 'Upload' })

export const fileSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.string().meta({ description: 'Media type, found in the content.' }),
    size: z.number().int(),
    sha256: hexDigest,
  })
  .meta({ id: 'EvidenceFile', description: 'A complete upload; its id can be named in a complaint or a command.' })
