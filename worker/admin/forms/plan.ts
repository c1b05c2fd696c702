import { fill } from '../../locales/index.ts'
import type { CommandForm, RowText, Scene } from './field.ts'
import { eachRemedy, moneyText, owners, remedyKinds, today } from './options.ts'

/** A plan that was returned or refused is where the next one starts. */
const earlier = (s: Scene): RowText[] =>
  (s.view.staff?.draftPlan?.remedies ?? []).map((r) => ({
    kind: r.kind,
    content: r.content,
    owner: r.owner ?? '',
    due: r.due ?? '',
    ...moneyText(s, 'money', r.money),
    ...moneyText(s, 'budget', r.budget),
  }))

const timetable = (s: Scene): string => {
  const { format, text, labels } = s.letter
  const dated = (s.view.staff?.draftPlan?.remedies ?? []).filter((r) => r.due)
  if (dated.length === 0) return text.letters.noTimetable
  const lines = dated.map(
    (r) => `– ${format.day(r.due ?? '')}: ${labels.remedy[r.kind]}${r.content ? ` (${r.content})` : ''}`,
  )
  return [text.letters.timetable, ...lines].join('\n')
}

const howToAppeal = (s: Scene): string => {
  const { due } = s.policy.clocks.appeal_window
  const days = due && 'workingDays' in due ? due.workingDays : 15
  return s.case.appeal ? s.letter.text.letters.noSecondAppeal : fill(s.letter.text.letters.howToAppeal, { days })
}

const whomElse = (s: Scene): string =>
  [
    s.letter.text.letters.whomElse,
    ...s.policy.bodies.map((b) => `– ${b.name[s.letter.locale] ?? b.name.en ?? ''}${b.url ? ` (${b.url})` : ''}`),
    // What a regulator wants every decision to say.
    ...s.policy.regimes.flatMap((r) =>
      Object.values(r.decision).map(({ wording }) => wording[s.letter.locale] ?? wording.en ?? ''),
    ),
  ].join('\n')

/** Commands of planning, offering and carrying out. */
export const plan = {
  propose_plan: {
    fields: [
      {
        as: 'area',
        name: 'reasons',
        required: true,
        rows: 6,
        letter: true,
        prefill: (s) => s.view.staff?.draftPlan?.reasons ?? '',
      },
      {
        as: 'rows',
        name: 'remedies',
        most: 20,
        blank: 1,
        prefill: earlier,
        fields: [
          { as: 'select', name: 'kind', options: remedyKinds, required: true },
          { as: 'area', name: 'content', required: true, letter: true },
          { as: 'select', name: 'owner', options: owners },
          { as: 'day', name: 'due' },
          { as: 'money', name: 'money' },
          { as: 'money', name: 'budget' },
        ],
      },
    ],
  },
  approve_plan: { fields: [{ as: 'area', name: 'note' }] },
  return_plan: { fields: [{ as: 'area', name: 'reason', required: true }] },
  offer_plan: {
    weighty: true,
    preview: true,
    fields: [
      { as: 'area', name: 'timetable', required: true, letter: true, rows: 5, prefill: timetable },
      { as: 'area', name: 'howToAppeal', required: true, letter: true, rows: 5, prefill: howToAppeal },
      { as: 'area', name: 'whomElse', required: true, letter: true, rows: 5, prefill: whomElse },
      { as: 'area', name: 'note', letter: true },
    ],
  },
  revise_plan: { fields: [{ as: 'area', name: 'reason', required: true, letter: true }] },
  record_remedy: {
    each: eachRemedy,
    fields: [
      { as: 'hidden', name: 'remedy' },
      { as: 'day', name: 'deliveredOn', required: true, prefill: today },
      { as: 'area', name: 'note', required: true, letter: true },
      { as: 'money', name: 'cost' },
      { as: 'files', name: 'evidence' },
    ],
  },
  report_progress: { fields: [{ as: 'area', name: 'report', required: true, letter: true, rows: 6 }] },
  report_outcome: { weighty: true, fields: [{ as: 'area', name: 'report', required: true, letter: true, rows: 8 }] },
} satisfies Record<string, CommandForm>
