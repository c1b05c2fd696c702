import type { Draft } from '../../widget/app/form/draft.ts'
import { emptyDraft } from '../../widget/app/form/validate.ts'

/** A draft that nothing is wrong with. */
export const goodDraft = (change: Partial<Draft> = {}): Draft => ({
  ...emptyDraft(),
  language: 'en',
  currency: 'EUR',
  category: 'fees',
  subject: 'Charged twice',
  narrative: 'The fee for May was taken twice.',
  name: 'Lena Wolf',
  email: 'lena@example.com',
  consent: 'yes',
  ...change,
})
