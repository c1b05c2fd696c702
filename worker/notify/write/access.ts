import { blocks, said, text } from '../page.ts'
import { at, type Write } from './writer.ts'

/** The first message of a case, and those about how to get to it. */

export const acknowledgement: Write<'acknowledgement'> = (p, w) => {
  const t = w.say('acknowledgement')
  const access = () => {
    if (p.toRepresentative) return p.holdsCode ? t('holdsCode') : t('representative')
    if (w.link === 'confirm') return p.holdsCode ? t('confirmForNews') : t('confirmForCode')
    return p.holdsCode ? t('holdsCode') : t('code')
  }
  return blocks(
    text(t('received', { when: w.time(p.receivedAt), reference: p.reference })),
    text(t('keep')),
    p.handlingOf ? text(t('handling', { other: p.handlingOf })) : null,
    at(p.by, w, (by) => t('next', { by })),
    ...p.deadlines.map(({ clock, by }) => text(t('deadline', { clock: w.labels.clock[clock], by: w.time(by) }))),
    p.holdsCode && w.link === 'confirm' ? text(t('holdsCode')) : null,
    text(access()),
    w.link === 'confirm' ? text(t('notYou')) : null,
  )
}

export const news: Write<'news'> = (p, w) => {
  const t = w.say('news')
  return blocks(text(t('text', { reference: p.reference })), text(t('confirm')), text(t('notYou')))
}

export const access: Write<'access'> = (p, w) => {
  const t = w.say('access')
  if (w.link === 'confirm') return blocks(text(t('confirmFirst')), text(t('notYou')))
  const opens = w.link === 'reissue' ? t('code') : t('open')
  return p.because === 'confirmed' ? blocks(text(t('confirmed')), text(opens)) : blocks(text(opens), text(t('notYou')))
}

export const codeReplaced: Write<'code_replaced'> = (p, w) => {
  const t = w.say('code_replaced')
  return blocks(text(t('text', { reference: p.reference })), text(t('notYou')))
}

export const contactConfirm: Write<'contact_confirm'> = (p, w) => {
  const t = w.say('contact_confirm')
  return blocks(text(t('text', { reference: p.reference })), text(t('notYou')))
}

export const contactChanged: Write<'contact_changed'> = (p, w) => {
  const t = w.say('contact_changed')
  return blocks(text(t('text', { reference: p.reference })), text(t('notYou')))
}

export const representativeVerified: Write<'representative_verified'> = (p, w) => {
  const t = w.say('representative_verified')
  const { reference, representative: name } = p
  const sentence = p.toRepresentative
    ? p.accepted
      ? t('youAccepted', { reference })
      : t('youRefused', { reference })
    : p.accepted
      ? t('accepted', { reference, name })
      : t('refused', { reference, name })
  return blocks(text(sentence), said(t('note'), p.note))
}

export const representativeRevoked: Write<'representative_revoked'> = (p, w) => {
  const t = w.say('representative_revoked')
  const { reference, representative: name } = p
  return blocks(
    text(p.toRepresentative ? t('you', { reference }) : t('them', { reference, name })),
    said(w.say('frame')('reasons'), p.reason),
  )
}
