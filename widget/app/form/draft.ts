import { digitsOf } from '../format.ts'
import { parseAmount } from './amount.ts'

/** What somebody has typed so far. Every answer is a string so that a form field can hold it; empty means not given. */
export interface Draft {
  category: string
  subject: string
  narrative: string
  occurredOn: string
  product: string
  department: string
  person: string
  wish: string
  amount: string
  currency: string
  wishText: string
  behalf: '' | 'yes'
  anonymous: '' | 'yes'
  name: string
  email: string
  phone: string
  preferredChannel: string
  language: string
  customerReference: string
  yourName: string
  relation: string
  yourEmail: string
  yourPhone: string
  willing: '' | 'yes' | 'no'
  vulnerable: string
  consent: '' | 'yes'
}

/** Remedies that are about an amount of money. */
export const ABOUT_MONEY: readonly string[] = ['refund', 'compensation', 'goodwill']

/** Full-width letters and digits, as input methods give them, in the form that machines read. */
export const plain = (text: string): string => text.normalize('NFKC').trim()

/** Only what was given. */
export const given = <T extends object>(fields: T): Partial<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value)) as Partial<T>

export type WishFields = Pick<Draft, 'wish' | 'amount' | 'currency' | 'wishText'>

/** The amount wished for, in minor units; null if there is none. */
export const amountOf = ({ wish, amount, currency }: WishFields): number | null =>
  ABOUT_MONEY.includes(wish) ? parseAmount(amount, digitsOf(currency)) : null

/** A wish as the API takes it. One put in words only is of the kind `other`. */
export const wishOf = (d: WishFields) => {
  const amount = amountOf(d)
  const text = d.wishText.trim() && d.wishText
  return (
    (d.wish || text) && {
      kind: d.wish || 'other',
      ...(amount && { money: { amount, currency: d.currency } }),
      ...(text && { text }),
    }
  )
}
