import { after } from '../../core/calendar.ts'
import { fill } from '../../locales/index.ts'
import { render } from '../../notify/templates.ts'
import type { Message } from '../../notify/types.ts'
import { useDesk } from '../desk.ts'
import { one, type Typed } from '../forms/read.ts'
import { inLanguage, type Laid } from '../scene.ts'
import { Section } from '../ui/parts.tsx'

/** The decision as it would leave now: set by the same code that sends it. */
const decision = (laid: Laid, typed: Typed): Message => {
  const { view, policy, case: complaint, site, letter, desk } = laid
  const draft = view.staff?.draftPlan
  const by = (kind: 'reply' | 'appeal_window') => {
    const { due } = policy.clocks[kind]
    return due ? after(policy.calendar, desk.now, due) : null
  }
  const waivers = view.timeline.flatMap((e) => (e.type === 'independence_waived' ? [String(e.text?.reason ?? '')] : []))
  const toWhom = view.complainant
  return {
    id: 'preview',
    template: 'decision',
    channel: 'email',
    recipient: 'complainant',
    address: toWhom.email ?? '',
    language: letter.locale,
    seq: 0,
    at: desk.now,
    notice: false,
    acknowledges: false,
    request: null,
    link: null,
    params: {
      reference: view.reference,
      siteKey: site.publicKey,
      siteName: inLanguage(site.name, letter.locale),
      timeZone: policy.calendar.timeZone,
      name: toWhom.name ?? null,
      final: complaint.rejections + 1 >= policy.rounds || complaint.appeal !== null,
      findings: view.points.flatMap((p) => {
        const finding = view.staff?.draftFindings.find((f) => f.point === p.id)?.finding
        return finding ? [{ point: p.text, result: finding.result, reasons: finding.reasons }] : []
      }),
      reasons: draft?.reasons ?? null,
      remedies: (draft?.remedies ?? []).map(({ kind, content, money, due }) => ({ kind, content, money, due })),
      timetable: one(typed, 'timetable') || null,
      howToAppeal: one(typed, 'howToAppeal') || null,
      whomElse: one(typed, 'whomElse') || null,
      note: one(typed, 'note') || null,
      waivers,
      by: by('reply'),
      appealUntil: by('appeal_window'),
    },
  }
}

export const LetterPreview = ({ laid, typed }: { laid: Laid; typed: Typed }) => {
  const { text } = useDesk()
  const { complainant, staff, language } = laid.view
  const { subject, text: body } = render(decision(laid, typed), { origin, linkToken: null })
  const reaches = staff?.contact.email === 'confirmed' || staff?.contact.phone === 'confirmed'
  return (
    <Section id="preview" title={text.actions.previewTitle}>
      <p class="hint">{text.actions.previewNote}</p>
      {!reaches && <p class="hint">{text.actions.noLetter}</p>}
      <article class="letter" lang={language}>
        {complainant.email && <p class="hint">{fill(text.actions.to, { recipient: complainant.email })}</p>}
        <h3>{subject}</h3>
        <div class="prose">{body}</div>
      </article>
    </Section>
  )
}
