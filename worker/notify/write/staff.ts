import { blocks, said, text } from '../page.ts'
import { at, type Write } from './writer.ts'

/** Messages to staff name the case and what is due, never what it is about. */

export const staffBreach: Write<'staff_breach'> = (p, w) =>
  blocks(text(w.say('staff_breach')('text', { reference: p.reference, clock: w.labels.clock[p.clock] })))

export const staffWarning: Write<'staff_warning'> = (p, w) =>
  blocks(
    at(p.by, w, (by) => w.say('staff_warning')('text', { reference: p.reference, clock: w.labels.clock[p.clock], by })),
  )

export const staffInformationRequested: Write<'staff_information_requested'> = (p, w) => {
  const t = w.say('staff_information_requested')
  const { reference } = p
  return blocks(
    text(p.reminder ? t('reminder', { reference }) : t('text', { reference })),
    at(p.by, w, (by) => t('by', { by })),
  )
}

export const staffAppointed: Write<'staff_appointed'> = (p, w) =>
  blocks(text(w.say('staff_appointed')(p.purpose, { reference: p.reference })))

export const staffSignIn: Write<'staff_sign_in'> = (p, w) => {
  const t = w.say('staff_sign_in')
  return blocks(text(t('text', { minutes: p.minutes })), said(t('code'), p.code), text(t('notYou')))
}
