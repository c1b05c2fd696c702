import type { GivenCommand } from '../../worker/actions/giveCommand.ts'
import type { CommandOf } from '../../worker/core/decide/index.ts'
import type { FindingResult, Money, Nature, RemedyKind, Risk, RootCause } from '../../worker/core/vocabulary.ts'
import type { PersonKey } from './people.ts'
import { type Language, phrases } from './phrases.ts'
import { type Moment, type Step, step, type Teller, type Wait } from './story.ts'

interface Matter {
  category: string
  nature?: Nature
  risk?: Risk
  department?: string
  staff?: PersonKey
  points: string[]
  /** False: the points are the complainant's own words and need no confirmation. */
  ask?: boolean
}

interface Promised {
  kind: RemedyKind
  content: string
  money?: Money
  /** Staff id or department. */
  owner: string
  /** Calendar days after the proposal. */
  inDays: number
}

type Found = [result: FindingResult, reasons: string, evidence?: 'all']

/** Stretches of a story as they usually go, told in the language of the case. */
export const telling = (language: Language) => {
  const say = phrases[language]

  /** Assigned, checked, classified, its points listed. */
  const review = (who: PersonKey, boss: PersonKey, matter: Matter, wait: Wait = '2h'): Step[] => [
    step(wait, boss, { type: 'assign', to: `st_${who}` }),
    step('35m', who, {
      type: 'verify',
      identity: true,
      contact: true,
      content: true,
      note: say.checked,
    }),
    step('10m', who, {
      type: 'classify',
      category: matter.category,
      nature: matter.nature ?? 'objective',
      risk: matter.risk ?? 'low',
      ...(matter.department && { respondentDepartment: matter.department }),
      ...(matter.staff && { respondentStaff: `st_${matter.staff}` }),
    }),
    step('15m', who, {
      type: 'set_points',
      points: matter.points.map((text) => ({ text })),
      ask: matter.ask ?? true,
    }),
  ]

  const confirmPoints = (wait: Wait = '3h'): Step[] => [
    step(wait, 'complainant', { type: 'confirm_points', agreed: true, comment: say.agreed }),
  ]

  /** In scope; the investigation begins. */
  const investigate = (who: PersonKey, wait: Wait = '2h'): Step[] => [
    step(wait, who, { type: 'decide_scope', inScope: true, needsInvestigation: true, reasons: say.accepted }),
    step('20m', who, { type: 'start_investigation' } as GivenCommand),
  ]

  /** In scope and clear enough to go on to a plan. */
  const planAtOnce = (who: PersonKey, wait: Wait = '2h'): Step[] => [
    step(wait, who, { type: 'decide_scope', inScope: true, needsInvestigation: false, reasons: say.acceptedSimply }),
  ]

  const learn = (who: PersonKey, source: string, content: string, wait: Wait = '1d', files?: string[]): Step[] => [
    step(wait, who, ({ evidence }) => ({ type: 'record_information', source, content, evidence }), files),
  ]

  const ask = (who: PersonKey, question: string, wait: Wait = '4h'): Step[] => [
    step(wait, who, { type: 'request_information', of: 'complainant', question }),
  ]

  const answer = (message: string, wait: Wait = '1d', files?: string[]): Step[] => [
    step(wait, 'complainant', ({ evidence }) => ({ type: 'add_message', message, evidence }), files),
  ]

  const find = (who: PersonKey, ...found: Found[]): Step[] =>
    found.map(([result, reasons, evidence], index) =>
      step(index === 0 ? '5h' : '15m', who, ({ view }) => ({
        type: 'record_finding',
        point: view.points[index]?.id ?? '',
        result,
        reasons,
        reliesOn: evidence ? view.evidence.map((file) => file.id) : [],
      })),
    )

  /** The end of the investigation, the findings in the order of the points, the root cause. */
  const assess = (who: PersonKey, summary: string, found: Found[], [rootCause, cause]: [RootCause, string]): Step[] => [
    step('1d', who, { type: 'finish_investigation', summary, evidence: [] }),
    ...find(who, ...found),
    step('30m', who, { type: 'finish_assessment', rootCause, cause }),
  ]

  const propose = (who: PersonKey, reasons: string, remedies: Promised[], wait: Wait = '3h'): Step[] => [
    step(wait, who, ({ day }: Moment) => ({
      type: 'propose_plan',
      reasons,
      remedies: remedies.map(({ inDays, ...remedy }) => ({ ...remedy, due: day(inDays) })),
    })),
  ]

  const approve = (boss: PersonKey, note?: string): Step[] => [
    step('3h', boss, { type: 'approve_plan', ...(note && { note }) }),
  ]

  const offer = (who: PersonKey, note?: string): Step[] => [
    step('1h', who, {
      type: 'offer_plan',
      timetable: say.timetable,
      howToAppeal: say.howToAppeal,
      whomElse: say.whomElse,
      ...(note && { note }),
    }),
  ]

  const accept = (comment?: string, wait: Wait = '1d'): Step[] => [
    step(wait, 'complainant', { type: 'accept_plan', ...(comment && { comment }) }),
  ]

  const reject = (reason: string, wish?: CommandOf<'reject_plan'>['wish'], wait: Wait = '1d'): Step[] => [
    step(wait, 'complainant', { type: 'reject_plan', reason, ...(wish && { wish }) }),
  ]

  /** Remedies carried out in their order, each noted; the first files go with the first remedy. */
  const carryOut = (who: PersonKey, notes: string[], wait: Wait = '1d', files?: string[]): Step[] =>
    notes.map((note, index) =>
      step(
        index === 0 ? wait : '4h',
        who,
        ({ view, day, evidence }) => {
          const remedy = view.plan?.remedies.filter(({ done }) => !done)[0]
          return {
            type: 'record_remedy',
            remedy: remedy?.id ?? '',
            deliveredOn: day(0),
            note,
            evidence,
            ...(remedy?.money && { cost: remedy.money }),
          }
        },
        index === 0 ? files : undefined,
      ),
    )

  const report = (who: PersonKey, wait: Wait = '2h'): Step[] => [
    step(wait, who, { type: 'report_outcome', report: say.report }),
  ]

  const satisfied = (rating: number, comment: string = say.thanks, wait: Wait = '1d'): Step[] => [
    step(wait, 'complainant', { type: 'confirm_outcome', satisfied: true, rating, comment, undelivered: [] }),
  ]

  const appeal = (grounds: string, wait: Wait = '1d', files?: string[]): Step[] => [
    step(wait, 'complainant', ({ evidence }) => ({ type: 'appeal', grounds, evidence }), files),
  ]

  const decideAppeal = (
    who: Teller,
    result: CommandOf<'decide_appeal'>['result'],
    reasons: string,
    wait: Wait = '1d',
  ): Step[] => [step(wait, who, { type: 'decide_appeal', result, reasons })]

  return {
    say,
    review,
    confirmPoints,
    investigate,
    planAtOnce,
    learn,
    ask,
    answer,
    find,
    assess,
    propose,
    approve,
    offer,
    accept,
    reject,
    carryOut,
    report,
    satisfied,
    appeal,
    decideAppeal,
  }
}
