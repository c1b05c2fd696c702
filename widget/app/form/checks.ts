import { ABOUT_MONEY, amountOf, plain } from './draft.ts'
import { CHECKS, type Check, type Field, type Step } from './validate.ts'

export const isEmail = (text: string) => /^[^\s@,;]+@[^\s@,;]+\.[^\s@.,;]{2,}$/.test(plain(text)) && text.length <= 254
export const isPhone = (text: string) => /^\+?[0-9 ().-]{5,40}$/.test(plain(text))

const later: Partial<Record<Step, Check>> = {
  wish: (d, faults) => {
    if (d.amount.trim() && ABOUT_MONEY.includes(d.wish) && amountOf(d) === null) faults.amount = 'errorAmount'
  },
  you: (d, faults, need) => {
    const contact = (email: Field, phone: Field, needed: boolean) => {
      if (needed && !d[email] && !d[phone]) faults[email] = 'errorContact'
      if (d[email] && !isEmail(d[email])) faults[email] = 'errorEmail'
      if (d[phone] && !isPhone(d[phone])) faults[phone] = 'errorPhone'
    }
    if (d.behalf) {
      need('yourName', 'errorYourName')
      need('relation', 'errorRelation')
      contact('yourEmail', 'yourPhone', true)
    }
    if (d.behalf || !d.anonymous) {
      need('name', d.behalf ? 'errorName' : 'errorYourName')
      // A representative can be reached; whom they speak for need not be.
      contact('email', 'phone', !d.behalf)
    }
  },
  check: (_d, _faults, need) => need('consent', 'errorConsent'),
}

Object.assign(CHECKS, later)
