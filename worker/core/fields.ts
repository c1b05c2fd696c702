import * as z from 'zod'
import { REMEDIES } from './vocabulary.ts'

/**
 * Words somebody typed: kept exactly as they are, never trimmed. Text that is not well-formed Unicode is refused, because
 * it has no canonical JSON form (RFC 8785, 3.2.2.2).
 */
export const words = (max: number) =>
  z
    .string()
    .max(max)
    .refine((s) => s.trim().length > 0, { error: 'blank' })
    .refine((s) => s.isWellFormed(), { error: 'ill_formed' })

export const line = words(300)
export const prose = words(20_000)

export const money = z.strictObject({
  amount: z.number().int().nonnegative().max(1_000_000_000_000).meta({ description: 'Minor units, e.g. cents.' }),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .meta({ description: 'ISO 4217 code.' }),
})

export const day = z.iso.date().meta({ description: 'Calendar date, YYYY-MM-DD.' })
export const moment = z.iso
  .datetime({ precision: 3 })
  .meta({ description: 'RFC 3339 in UTC with milliseconds, e.g. 2026-03-02T21:13:55.000Z.' })
export const id = z.string().regex(/^[A-Za-z0-9_#:-]{1,64}$/)
/** As an id; the clocks of a regime have its name before a point. */
export const clockId = z.string().regex(/^[A-Za-z0-9_#:.-]{1,64}$/)
export const reference = z.string().regex(/^RD-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]$/)
export const email = z.email().max(254)
export const phone = z
  .string()
  .max(40)
  .regex(/^\+?[0-9 ().-]{5,}$/)

export const wish = z.strictObject({
  kind: z.enum(REMEDIES),
  money: money.optional(),
  text: words(4000).optional(),
})

export const evidenceIds = z.array(id).max(20).default([]).meta({ description: 'Ids of completed uploads.' })
