import { listSites, listStaff } from '../actions/administration.ts'
import { policyOf } from '../actions/policies.ts'
import type { OpenCase } from '../actions/readCase.ts'
import type { Services } from '../actions/services.ts'
import type { Site, Staff } from '../actions/types.ts'
import { type Context, commands } from '../core/decide/index.ts'
import { type Rule, refusalOf } from '../core/decide/rule.ts'
import type { Policy } from '../core/policy.ts'
import type { Refusal } from '../core/refusal.ts'
import { type AdminContext, deskFor } from './admin.ts'
import { formatIn } from './format.ts'
import type { Option, Scene, Setting } from './forms/field.ts'
import { forms, replies, type StaffCommand } from './forms/index.ts'
import { type Words, word, wordsIn } from './words.ts'

/** A case laid out for a page: what its forms depend on, and why other commands are not possible. */
export interface Laid extends Scene {
  site: Site
  blocked: readonly { type: StaffCommand; refusal: Refusal }[]
}

export const inLanguage = (texts: Readonly<Record<string, string>>, locale: string): string =>
  texts[locale] ?? texts.en ?? Object.values(texts)[0] ?? ''

/** What depends on a site and its policy, and not on any case. */
export const settingOf = (desk: Setting['desk'], site: Site, policy: Policy, staff: readonly Staff[]): Setting => ({
  desk,
  reader: null,
  policy,
  currencies: site.currencies,
  departments: site.departments.map((d) => ({ value: d.id, label: inLanguage(d.label, desk.locale) })),
  categories: categoriesOf(policy, desk),
  // Somebody appointed from outside is there for one case alone, and not to be asked or named on others.
  staff: staff.filter((s) => s.active && s.onlyCase === null).map((s) => ({ value: s.id, label: s.name })),
})

export const categoriesOf = (policy: Policy, { labels, locale }: Words): Option[] =>
  policy.categories.map(({ id, label }) => ({
    value: id,
    label: label ? inLanguage(label, locale) : word(labels.category, id),
  }))

/** Lays out a case. Staff and sites come in one more round trip, in which nothing waits for the other. */
export const layOut = async (c: AdminContext, opened: OpenCase, here?: string): Promise<Laid> => {
  const services = c.get('services')
  const { case: complaint, view, caller } = opened
  const [staff, sites] = await Promise.all([listStaff(services, complaint.site), listSites(services)])
  const site = sites.find((s) => s.id === complaint.site)
  if (!site) throw new Error(`a case of a site that is not there: ${complaint.site}`)
  const policy = policyOf(complaint.policy)
  const me = caller.kind === 'staff' ? caller.staff : null
  const zone = policy.calendar.timeZone
  const desk = await deskFor(c, { me, zone, staff: me ? [...staff, me] : staff, ...(here ? { here } : {}) })
  const letter = wordsIn(complaint.language)
  const context = contextOf(services, opened, policy, staff)
  return {
    ...settingOf(desk, site, policy, staff),
    reader: complaint.language,
    site,
    view,
    case: complaint,
    letter: { ...letter, format: formatIn(letter.locale, zone) },
    replies: Object.keys(replies).filter((type) => !refusal(type, opened, asComplainant(context))),
    blocked: (Object.keys(forms) as StaffCommand[]).flatMap((type) => {
      const why = view.allowed.includes(type) ? null : refusal(type, opened, context)
      return why ? [{ type, refusal: why }] : []
    }),
  }
}

const refusal = (type: string, { case: complaint }: OpenCase, context: Context): Refusal | null =>
  refusalOf(commands[type as keyof typeof commands] as unknown as Rule, complaint, context)

const asComplainant = (context: Context): Context => ({ ...context, actor: { kind: 'complainant' } })

const contextOf = (services: Services, { caller }: OpenCase, policy: Policy, staff: readonly Staff[]): Context => {
  const now = services.now()
  const actor = caller.kind === 'staff' ? caller.actor : ({ kind: 'complainant' } as const)
  const active = staff.filter((s) => s.active)
  return { now, asOf: now, actor, policy, id: services.id, staff: active, uploads: new Map() }
}
