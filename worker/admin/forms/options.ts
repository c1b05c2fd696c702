import type { CaseView } from '../../core/view.ts'
import type { ClockKind, Money } from '../../core/vocabulary.ts'
import { fill } from '../../locales/index.ts'
import { clockName, type Words, word } from '../words.ts'
import type { Instance, Option, RowText, Scene, Setting } from './field.ts'

type Labels = Words['labels']

/** One option for each name in a part of the labels, or only for those listed. */
export const named =
  (part: keyof Labels, only?: readonly string[]) =>
  ({ desk }: Setting): Option[] =>
    Object.entries(desk.labels[part])
      .filter(([value]) => !only || only.includes(value))
      .map(([value, label]) => ({ value, label }))

export const yesNo = ({ desk }: Setting): Option[] => [
  { value: 'true', label: desk.text.yes },
  { value: 'false', label: desk.text.no },
]

export const departments = (s: Setting) => s.departments
export const categories = (s: Setting) => s.categories
export const staff = (s: Setting) => s.staff
export const remedyKinds = (s: Setting) => named('remedy', s.policy.remedies)(s)

/** Who answers for a remedy: a department or a person. */
export const owners = (s: Setting): Option[] => [
  ...s.departments.map((o) => ({ ...o, group: s.desk.text.departments })),
  ...s.staff.map((o) => ({ ...o, group: s.desk.text.people })),
]

const nameOf = ({ desk }: Setting, id: string) => desk.names.get(id) ?? id

/** Who could be given the case, whoever asks first. */
export const assignable = (s: Scene): Option[] => {
  const ids = (s.view.staff?.eligible.handlers ?? []).filter((id) => id !== s.view.staff?.assignee)
  const mine = s.desk.me && ids.includes(s.desk.me.id) ? [s.desk.me.id] : []
  const others = s.desk.me?.roles.includes('supervisor') ? ids.filter((id) => id !== s.desk.me?.id) : []
  return [...mine, ...others].map((value) => ({
    value,
    label: value === s.desk.me?.id ? fill(s.desk.text.nameIsYou, { name: nameOf(s, value) }) : nameOf(s, value),
  }))
}

const short = (text: string, most = 70) => (text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text)

const numbered = (list: CaseView['points']) => list.map((point, i) => ({ point, number: i + 1 }))

export const eachPoint = (s: Scene): Instance[] =>
  numbered(s.view.points)
    .sort((a, b) => Number(findingOf(s, a.point.id) !== null) - Number(findingOf(s, b.point.id) !== null))
    .map(({ point, number }) => ({
      key: point.id,
      title: `${number}. ${short(point.text)}`,
      hidden: { point: point.id },
    }))

export const findingOf = ({ view }: Pick<Scene, 'view'>, point: string) =>
  view.staff?.draftFindings.find((f) => f.point === point)?.finding ??
  view.points.find((p) => p.id === point)?.finding ??
  null

const planned = ({ view }: Scene) => view.staff?.draftPlan?.remedies ?? view.plan?.remedies ?? []

export const remedyLine = (s: Setting, r: { kind: string; content: string; money: Money | null }) => {
  return short(
    [word(s.desk.labels.remedy, r.kind), r.money ? s.desk.format.money(r.money) : '', r.content]
      .filter(Boolean)
      .join(' · '),
    90,
  )
}

export const eachRemedy = (s: Scene): Instance[] =>
  planned(s)
    .filter((r) => !r.done)
    .map((r) => ({ key: r.id, title: remedyLine(s, r), hidden: { remedy: r.id } }))

export const remedies = (s: Scene): Option[] => planned(s).map((r) => ({ value: r.id, label: remedyLine(s, r) }))

export const evidence = ({ view }: Scene): Option[] =>
  view.evidence.map((e) => ({ value: e.id, label: e.name || e.id }))

/** Representatives in one of these states. */
export const eachRepresentative =
  (...states: string[]) =>
  ({ view }: Scene): Instance[] =>
    (view.staff?.representatives ?? [])
      .filter((r) => states.includes(r.state))
      .map((r) => ({ key: r.id, title: r.name || r.id, hidden: { representative: r.id } }))

export const openRequests = (s: Scene): Option[] =>
  s.view.requests
    .filter((r) => r.state === 'open' && r.about !== 'points')
    .map((r) => ({
      value: r.id,
      label: `${s.desk.labels.asked[r.of]} · ${short(r.question ?? s.desk.text.requestAbout[r.about])}`,
    }))

/** Requests to the complainant that a reply of theirs can answer. */
export const ownRequests = (s: Scene): Option[] => {
  const own = s.view.requests.filter((r) => r.of === 'complainant').map((r) => r.id)
  return openRequests(s).filter((o) => own.includes(o.value))
}

export const referrals = (s: Scene): Option[] =>
  s.view.referrals.map((r) => ({
    value: r.id,
    label: [s.desk.labels.referral[r.kind], r.body, s.desk.text.referralState[r.state]].filter(Boolean).join(' · '),
  }))

export const clocks = (s: Scene): Option[] => {
  // Clocks of a regime are not the organisation's to extend, and not among these.
  const specs: Partial<Record<ClockKind, { extendable: boolean }>> = s.policy.clocks
  return s.view.clocks
    .filter((k) => specs[k.kind]?.extendable && !k.pausedAt)
    .map((k) => ({ value: k.id, label: `${clockName(s.desk, k.kind)} · ${s.desk.format.at(k.dueAt)}` }))
}

export const holds = (s: Scene): Option[] =>
  (s.view.staff?.holds ?? []).map((id) => {
    const entry = s.view.timeline.find((e) => e.type === 'hold_placed' && e.facts.hold === id)
    const reason = typeof entry?.text?.reason === 'string' ? short(entry.text.reason) : id
    return { value: id, label: entry ? `${s.desk.format.day(entry.at)} · ${reason}` : reason }
  })

export const unlinkable = ({ view, desk }: Scene): Option[] =>
  view.links
    .filter((l) => l.kind === 'duplicate_of' || l.kind === 'related')
    .map((l) => ({ value: l.reference, label: `${l.reference} · ${word(desk.text.link, l.kind)}` }))

/** Whom a new access link can be sent to. */
export const accessHolders = (s: Scene): Option[] => {
  const { email, phone } = s.case.contact
  const reachable = [email, phone].some((state) => state === 'unconfirmed' || state === 'confirmed')
  const verified = (s.view.staff?.representatives ?? []).filter((r) => r.state === 'verified')
  return [
    ...(reachable ? [{ value: 'complainant', label: s.desk.labels.actor.complainant }] : []),
    ...verified.map((r) => ({ value: r.id, label: r.name || r.id })),
  ]
}

export const moneyText = (s: Setting, name: string, money: Money | null): RowText =>
  money ? { [`${name}.amount`]: s.desk.format.amount(money), [`${name}.currency`]: money.currency } : {}

export const today = ({ desk }: Setting) => desk.format.local(desk.now).slice(0, 10)
