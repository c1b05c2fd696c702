import { z } from '@hono/zod-openapi'
import { parseReference } from '../../vault/codes.ts'

export const referenceParam = z.object({
  reference: z.string().max(40).meta({ description: 'In any spelling people type.', example: 'RD-04KD-9QTZ-7' }),
})

/** As it is stored; what is no reference stays as it is and finds nothing, like one that nobody has. */
export const normalReference = (text: string): string => parseReference(text)?.reference ?? text
