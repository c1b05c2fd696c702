import { blocks, said, section, text } from '../page.ts'
import { appealUntil, at, elsewhere, remedies, type Write } from './writer.ts'

/** The decision, and what follows from it until it has been carried out. */

export const decision: Write<'decision'> = (p, w) => {
  const t = w.say('decision')
  const frame = w.say('frame')
  const whole = p.reasons !== null
  return blocks(
    text(t('text')),
    section(t('findings'), p.findings, {
      kind: 'items',
      items: p.findings.map((f) => ({ title: f.point, detail: w.labels.finding[f.result], text: f.reasons })),
    }),
    remedies(t('plan'), p.remedies, (due) => t('due', { due }), w),
    whole && p.remedies.length === 0 ? text(t('nothing')) : null,
    said(frame('reasons'), p.reasons),
    whole ? null : text(t('inTracker')),
    said(t('timetable'), p.timetable),
    at(p.by, w, (by) => (p.final ? t('replyFinal', { by }) : t('reply', { by }))),
    said(t('howToAppeal'), p.howToAppeal),
    appealUntil(p.appealUntil, w),
    said(frame('elsewhere'), p.whomElse),
    p.waivers.map((reason) => ({ kind: 'said' as const, label: t('waiver'), text: reason })),
    said(t('note'), p.note),
  )
}

export const planAccepted: Write<'plan_accepted'> = (p, w) => {
  const t = w.say('plan_accepted')
  return blocks(
    text(t('text')),
    remedies(t('plan'), p.remedies, (due) => t('due', { due }), w),
    at(p.by, w, (by) => t('by', { by })),
  )
}

export const planRejected: Write<'plan_rejected'> = (p, w) => {
  const t = w.say('plan_rejected')
  return blocks(
    text(t('text')),
    at(p.by, w, (by) => t('by', { by })),
  )
}

export const planRevised: Write<'plan_revised'> = (p, w) => {
  const t = w.say('plan_revised')
  return blocks(
    text(t('text')),
    said(w.say('frame')('reasons'), p.reason),
    at(p.by, w, (by) => t('by', { by })),
  )
}

export const offerExecuted: Write<'offer_executed'> = (p, w) => {
  const t = w.say('offer_executed')
  return blocks(
    text(t('text')),
    at(p.by, w, (by) => t('by', { by })),
    text(t('still')),
  )
}

export const progress: Write<'progress'> = (p, w) => {
  const t = w.say('progress')
  return blocks(
    text(t('text')),
    said(t('report'), p.report),
    at(p.by, w, (by) => t('by', { by })),
  )
}

export const outcomeReport: Write<'outcome_report'> = (p, w) => {
  const t = w.say('outcome_report')
  return blocks(
    text(t('text')),
    said(t('report'), p.report),
    section(t('remedies'), p.remedies, {
      kind: 'items',
      items: p.remedies.map((r) => ({
        title: w.labels.remedy[r.kind],
        detail: r.on ? t('on', { on: w.date(r.on) }) : '',
        text: [r.content, r.note].filter(Boolean).join('\n'),
      })),
    }),
    at(p.by, w, (by) => t('reply', { by })),
  )
}

export const outcomeDisputed: Write<'outcome_disputed'> = (p, w) => {
  const t = w.say('outcome_disputed')
  return blocks(
    text(t('text')),
    at(p.by, w, (by) => t('by', { by })),
  )
}

export const replyReminder: Write<'reply_reminder'> = (p, w) => {
  const t = w.say('reply_reminder')
  const silence = p.about === 'report' ? 'close' : p.silence
  return blocks(
    text(t(p.about)),
    at(p.until, w, (until) => t(silence, { until })),
  )
}

export const appealReceived: Write<'appeal_received'> = (p, w) => {
  const t = w.say('appeal_received')
  return blocks(
    text(t('text')),
    at(p.by, w, (by) => t('by', { by })),
  )
}

export const appealDecided: Write<'appeal_decided'> = (p, w) => {
  const t = w.say('appeal_decided')
  const onward = () => {
    if (p.stage === 'closed') return text(t('closed'))
    if (p.stage === 'offered' || p.stage === 'planning') {
      const stage = p.stage
      return at(p.by, w, (by) => t(stage, { by }))
    }
    return text(t('goesOn'))
  }
  return blocks(text(t(p.result)), said(w.say('frame')('reasons'), p.reasons), onward(), elsewhere(p.bodies, w))
}
