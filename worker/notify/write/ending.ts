import { blocks, said, text } from '../page.ts'
import { appealUntil, at, elsewhere, type Write } from './writer.ts'

/** Ends, second beginnings, and news about dates and people. */

export const closed: Write<'closed'> = (p, w) => {
  const t = w.say('closed')
  return blocks(
    p.because === 'staff' || p.because === 'unconfirmed' ? null : text(t(p.because)),
    text(t(p.outcome)),
    said(w.say('frame')('reasons'), p.reasons),
    appealUntil(p.appealUntil, w),
    p.outcome === 'resolved' ? null : elsewhere(p.bodies, w),
    text(t('thanks')),
  )
}

export const withdrawn: Write<'withdrawn'> = (p, w) => {
  const t = w.say('withdrawn')
  return blocks(
    text(t('text')),
    at(p.until, w, (until) => t('until', { until })),
    text(t('notYou')),
  )
}

export const withdrawalRescinded: Write<'withdrawal_rescinded'> = (p, w) =>
  blocks(text(w.say('withdrawal_rescinded')('text', { stage: w.labels.stage[p.stage] })))

export const reopened: Write<'reopened'> = (p, w) =>
  blocks(text(w.say('reopened')('text', { stage: w.labels.stage[p.stage] })), said(w.say('frame')('reasons'), p.reason))

export const independenceWaived: Write<'independence_waived'> = (p, w) =>
  blocks(text(w.say('independence_waived')(p.purpose)), said(w.say('frame')('reasons'), p.reason))

export const delayed: Write<'delayed'> = (p, w) => {
  const t = w.say('delayed')
  return blocks(text(t('text', { clock: w.labels.clock[p.clock] })), text(t('told')))
}

export const extended: Write<'extended'> = (p, w) =>
  blocks(
    text(w.say('extended')('text', { clock: w.labels.clock[p.clock], until: w.date(p.until) })),
    said(w.say('frame')('reasons'), p.reason),
  )

export const holding: Write<'holding'> = (p, w) => {
  const t = w.say('holding')
  return blocks(
    text(t('text')),
    said(w.say('frame')('reasons'), p.reasons),
    text(t('until', { until: w.date(p.until) })),
    elsewhere(p.bodies, w),
  )
}

export const referral: Write<'referral'> = (p, w) => {
  const t = w.say('referral')
  const named = { body: p.body, kind: w.labels.referral[p.kind] }
  return blocks(
    text(p.concluded ? t('concluded', named) : t('made', { ...named, on: w.date(p.madeOn) })),
    said(t('result'), p.result),
  )
}

export const handlingCommented: Write<'handling_commented'> = (_p, w) =>
  blocks(text(w.say('handling_commented')('text')))
