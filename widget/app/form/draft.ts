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

/** The amount wished for, in minor units; null if there is none. */
export const amountOf = (d: Draft): number | null =>
  ABOUT_MONEY.includes(d.wish) ? parseAmount(d.amount, digitsOf(d.currency)) : null
