import { blocks, said, text } from '../page.ts'
import { appealUntil, at, elsewhere, listed, type Write } from './writer.ts'

/** Questions to the complainant, and whether the complaint is taken up. */

export const informationRequested: Write<'information_requested'> = (p, w) => {
  const t = w.say('information_requested')
  return blocks(
    text(t('text')),
    said(t('question'), p.question),
    listed(
      t('missing'),
      p.gaps.map((gap) => w.labels.gap[gap]),
    ),
    at(p.by, w, (by) => t('by', { by })),
    text(t('pause')),
  )
}

export const pointsToConfirm: Write<'points_to_confirm'> = (p, w) => {
  const t = w.say('points_to_confirm')
  return blocks(
    text(t('text')),
    listed(t('points'), p.points),
    said(t('wish'), p.wish),
    at(p.by, w, (by) => t('by', { by })),
  )
}

export const requestReminder: Write<'request_reminder'> = (p, w) => {
  const t = w.say('request_reminder')
  return blocks(
    text(t(p.about)),
    said(t('question'), p.question),
    at(p.until, w, (until) => t('until', { until })),
  )
}

export const requestLapsed: Write<'request_lapsed'> = (p, w) => {
  const t = w.say('request_lapsed')
  return blocks(text(t(p.about)), text(t('still')))
}

export const accepted: Write<'accepted'> = (p, w) => {
  const t = w.say('accepted')
  return blocks(
    text(t('text')),
    listed(t('points'), p.points),
    text(p.needsInvestigation ? t('investigation') : t('simple')),
    at(p.by, w, (by) => t('by', { by })),
    said(t('note'), p.reasons),
  )
}

export const outOfScope: Write<'out_of_scope'> = (p, w) => {
  const t = w.say('out_of_scope')
  const kind = p.referral && w.labels.referral[p.referral]
  return blocks(
    text(t('text')),
    said(w.say('frame')('reasons'), p.reasons),
    kind ? text(t('referral', { kind, body: p.body ?? kind })) : null,
    appealUntil(p.appealUntil, w),
    elsewhere(p.bodies, w),
  )
}

export const duplicate: Write<'duplicate'> = (p, w) => {
  const t = w.say('duplicate')
  return blocks(text(t('text', { leading: p.leading })), said(t('reason'), p.reason), appealUntil(p.appealUntil, w))
}

export const duplicateUnlinked: Write<'duplicate_unlinked'> = (p, w) =>
  blocks(text(w.say('duplicate_unlinked')('text', { other: p.other })), said(w.say('frame')('reasons'), p.reason))

export const interimMeasure: Write<'interim_measure'> = (p, w) => {
  const t = w.say('interim_measure')
  return blocks(
    text(t('text')),
    said(t('measure'), p.content),
    p.until ? text(t('until', { until: w.date(p.until) })) : null,
  )
}

export const message: Write<'message'> = (p, w) => {
  const t = w.say('message')
  return blocks(text(t('text')), said(t('message'), p.message), p.files > 0 ? text(t('files', { n: p.files })) : null)
}

export const replyRecorded: Write<'reply_recorded'> = (p, w) => {
  const t = w.say('reply_recorded')
  const how = w.labels.replyMedium[p.how]
  return blocks(
    text(t('text', { when: w.time(p.receivedAt), how })),
    said(t('command'), w.say('said')(p.command)),
    p.words.map((words) => ({ kind: 'said' as const, label: w.say('frame')('yourWords'), text: words })),
    said(t('note'), p.note),
  )
}
