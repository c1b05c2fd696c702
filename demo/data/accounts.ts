import type { RemedyKind } from '../../worker/core/vocabulary.ts'
import cfpb from './cfpb.json' with { type: 'json' }
import type { Account } from './own.ts'

interface Added {
  category: string
  subject: string
  wish?: [kind: RemedyKind, dollars?: number, text?: string]
}

/** A consumer's own narrative from `cfpb.json`, with the fields of the form that the published record does not have. */
export const fromCfpb = (id: string, { category, subject, wish }: Added): Account => {
  const record = cfpb.find((c) => c.complaint_id === id)
  if (!record) throw new Error(`demo/data/cfpb.json has no complaint ${id}`)
  const [kind, dollars, text] = wish ?? []
  return {
    language: 'en',
    category,
    // Loans are nothing that the demo's platform has.
    ...(!record.sub_product.toLowerCase().includes('loan') && { product: record.sub_product }),
    subject,
    narrative: record.narrative,
    willing: true,
    ...(kind && {
      wish: {
        kind,
        ...(dollars && { money: { amount: dollars * 100, currency: 'USD' } }),
        ...(text && { text }),
      },
    }),
  }
}
