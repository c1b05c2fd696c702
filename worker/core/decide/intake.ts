import * as z from 'zod'
import { calendarsOf } from '../calendarsOf.ts'
import type { Complaint } from '../complaint.ts'
import { day, email, evidenceIds, id, line, moment, phone, prose, wish, words } from '../fields.ts'
import type { Policy } from '../policy.ts'
import { isRefusal, type Refusal } from '../refusal.ts'
import { ASKED_GAPS, CHANNELS, type Gap, RISKS, type Risk } from '../vocabulary.ts'
import { type Context, type Draft, draft } from './rule.ts'
import { attach, reachable, trackerAlone } from './shared.ts'

const person = z.strictObject({
  name: line.optional(),
  email: email.optional(),
  phone: phone.optional(),
  preferredChannel: z.enum(['email', 'phone', 'post']).optional(),
  customerReference: line.optional(),
})

const representative = z.strictObject({
  name: line,
  relation: line,
  email: email.optional(),
  phone: phone.optional(),
  authority: id.optional().meta({ description: 'Evidence id of the written authority.' }),
})

/** What a complaint consists of when it arrives (PROCESS "Intake"), whoever files it. */
export const submission = z.strictObject({
  channel: z.enum(CHANNELS).optional().meta({ description: 'Defaults to the channel of the caller.' }),
  language: z
    .string()
    // As much as software must be able to keep (RFC 5646, 4.4.1).
    .max(35)
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .meta({ description: 'BCP 47.' }),
  anonymous: z.boolean().default(false),
  complainant: person.default({}),
  representative: representative.optional(),
  category: z.string().max(60).optional(),
  product: line.optional(),
  occurredOn: day.optional(),
  subject: line.optional(),
  narrative: prose,
  respondentDepartment: line.optional(),
  respondentPerson: line.optional(),
  wish: wish.optional(),
  willing: z.boolean().optional().meta({ description: 'Willing to help the investigation.' }),
  vulnerable: words(4000).optional().meta({ description: 'Circumstances that need particular care.' }),
  evidence: evidenceIds,
  consent: z.boolean().meta({ description: 'Consent to the processing of this complaint.' }),
  externalReference: line.optional().meta({ description: 'The partner’s own number.' }),
  receivedAt: moment.optional().meta({ description: 'When it reached the organisation, if not now. Staff only.' }),
})
export type Submission = z.infer<typeof submission>

/** Risk from category, amount, vulnerability and fraud signals; staff can change it with a reason. */
const riskOf = (s: Submission, policy: Policy): Risk => {
  const base = policy.categories.find((k) => k.id === s.category)?.risk ?? 'low'
  const large = (s.wish?.money?.amount ?? 0) >= policy.highRiskAmount
  const level = Math.max(RISKS.indexOf(base), large ? RISKS.indexOf('high') : 0)
  // Somebody in vulnerable circumstances is harmed more by the same thing: one level up.
  return RISKS[Math.min(level + (s.vulnerable ? 1 : 0), RISKS.length - 1)] ?? 'critical'
}

/** Fixable gaps: recorded and asked for, never a reason to refuse. */
const gapsOf = (s: Submission, ctx: Context, contact: Complaint['contact']): Gap[] => [
  ...(reachable(contact) || s.anonymous ? [] : (['contact'] as const)),
  ...(s.subject ? [] : (['subject'] as const)),
  ...(ctx.policy.categories.some((k) => k.id === s.category) ? [] : (['category'] as const)),
  ...(s.representative && !s.representative.authority ? (['authority'] as const) : []),
]

/** Events of a complaint arriving, or why it cannot be taken. */
export const decideSubmission = (s: Submission, site: string, reference: string, ctx: Context): Draft[] | Refusal => {
  if (s.anonymous && !ctx.policy.anonymous) return { refused: 'anonymous_not_accepted' }
  const { actor } = ctx
  const own = actor.kind === 'complainant'
  if (actor.kind === 'staff' && !actor.roles.some((role) => role === 'handler' || role === 'supervisor'))
    return { refused: 'not_permitted', needs: ['handler'] }
  if (!s.consent && own) return { refused: 'consent_missing' }
  const receivedAt = actor.kind === 'staff' && s.receivedAt ? s.receivedAt : ctx.now
  if (receivedAt > ctx.now) return { refused: 'in_the_future' }
  const ids = s.representative?.authority ? [...s.evidence, s.representative.authority] : s.evidence
  const files = attach(null, ids, ctx)
  if (isRefusal(files)) return files

  const contact: Complaint['contact'] = {
    email: !s.anonymous && s.complainant.email ? 'unconfirmed' : 'none',
    phone: !s.anonymous && s.complainant.phone ? 'unconfirmed' : 'none',
  }
  const gaps = gapsOf(s, ctx, contact)
  // Only what complainants file themselves comes through the web: only they hold an access code then.
  const taken = s.channel === 'web' ? undefined : s.channel
  const channel = own ? 'web' : (taken ?? (actor.kind === 'partner' ? 'partner' : 'phone'))
  const received = draft(
    'received',
    {
      reference,
      site,
      policy: { id: ctx.policy.id, version: ctx.policy.version },
      channel,
      receivedAt,
      language: s.language,
      anonymous: s.anonymous,
      partner: actor.kind === 'partner' ? actor.id : null,
      contact,
      gaps,
      representative: s.representative ? ctx.id('rp') : null,
      category: gaps.includes('category') ? 'other' : (s.category ?? 'other'),
      risk: riskOf(s, ctx.policy),
      respondentDepartment: s.respondentDepartment ?? null,
      respondentStaff: null,
      occurredOn: s.occurredOn ?? null,
      wish: s.wish ? { kind: s.wish.kind, money: s.wish.money ?? null } : null,
      willing: s.willing ?? null,
      consent: s.consent,
      link: null,
      calendars: calendarsOf(ctx.policy),
      ...files.facts,
    },
    {
      complainant: s.anonymous ? {} : s.complainant,
      representative: s.representative && withoutAuthority(s.representative),
      product: s.product,
      subject: s.subject,
      narrative: s.narrative,
      wish: s.wish?.text,
      respondentPerson: s.respondentPerson,
      vulnerable: s.vulnerable,
      externalReference: s.externalReference,
      ...files.text,
    },
  )
  const alone = trackerAlone({ anonymous: s.anonymous, channel, contact })
  const published = alone ? [draft('acknowledged', { how: 'published', message: null })] : []
  const asked = gaps.filter((gap) => ASKED_GAPS.includes(gap))
  // Where nothing can reach them yet, asking would only stop the clocks.
  const request =
    asked.length > 0 && (alone || reachable(contact))
      ? [
          draft('information_requested', {
            request: ctx.id('rq'),
            of: 'complainant',
            about: 'gaps',
            staff: null,
            gaps: asked,
          }),
        ]
      : []
  return [received, ...published, ...request]
}

const withoutAuthority = ({ authority: _, ...rest }: z.infer<typeof representative>) => rest
