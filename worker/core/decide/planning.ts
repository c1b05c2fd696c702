import * as z from 'zod'
import type { Complaint, Promised } from '../complaint.ts'
import { day, line, money, prose, wish, words } from '../fields.ts'
import { refuseApprover } from '../independence.ts'
import type { Policy } from '../policy.ts'
import type { Refusal } from '../refusal.ts'
import { type DecisionPart, REMEDIES, RISKS } from '../vocabulary.ts'
import { draft, type Guard, rule } from './rule.ts'
import { letter, today } from './shared.ts'
import { approver, assignee, complainant } from './who.ts'

const remedy = z.strictObject({
  kind: z.enum(REMEDIES),
  content: words(4000),
  money: money.optional(),
  owner: line.optional().meta({ description: 'Staff id or department that answers for it.' }),
  due: day.optional(),
  budget: money.optional(),
})

const needsApproval = (c: Complaint, policy: Policy, remedies: readonly Promised[]): boolean => {
  if (RISKS.indexOf(c.risk) >= RISKS.indexOf(policy.approval.risk)) return true
  const totals = new Map<string, number>()
  for (const { money } of remedies)
    if (money) totals.set(money.currency, (totals.get(money.currency) ?? 0) + money.amount)
  return [...totals].some(([currency, total]) => total >= (policy.approval.amounts[currency] ?? policy.approval.amount))
}

export const proposePlan = rule({
  type: 'propose_plan',
  summary: 'Propose a plan: remedies with content, owner, due date, money; none for an explanation only.',
  fields: z.strictObject({ reasons: prose, remedies: z.array(remedy).max(20) }),
  by: assignee,
  in: ['planning'],
  decide: (c, { reasons, remedies }, ctx) => {
    const planned = remedies.map((r) => ({ ...r, id: ctx.id('rm') }))
    const promised = planned.map((r) => ({ id: r.id, kind: r.kind, money: r.money ?? null, due: r.due ?? null }))
    const contents = Object.fromEntries(planned.map((r) => [r.id, r.content]))
    const plan = ctx.id('pl')
    const facts = { plan, remedies: promised, needsApproval: needsApproval(c, ctx.policy, promised) }
    const proposed = draft('plan_proposed', facts, { reasons, contents })
    if (planned.length === 0) return [proposed]
    // An event of its own: the offer publishes the proposal, and budgets are nobody else's business.
    const resources = planned.map((r) => ({ id: r.id, owner: r.owner ?? null, budget: r.budget ?? null }))
    return [proposed, draft('plan_resourced', { plan, remedies: resources })]
  },
})

const awaitsApproval: Guard = (c, { actor }) => {
  if (c.plan?.state !== 'submitted') return { refused: 'plan_not_awaiting_approval' }
  return actor.kind === 'staff' ? refuseApprover(c, actor) : null
}

export const approvePlan = rule({
  type: 'approve_plan',
  summary: 'Approve a plan that somebody else proposed.',
  fields: z.strictObject({ note: words(4000).optional() }),
  by: approver,
  in: ['planning'],
  guard: awaitsApproval,
  decide: (c, { note }) => [draft('plan_approved', { plan: c.plan?.id ?? '' }, { note })],
})

export const returnPlan = rule({
  type: 'return_plan',
  summary: 'Return a plan to its author with the reason.',
  fields: z.strictObject({ reason: prose }),
  by: approver,
  in: ['planning'],
  guard: awaitsApproval,
  decide: (c, { reason }) => [draft('plan_returned', { plan: c.plan?.id ?? '' }, { reason })],
})

/** What must be there before a plan may be offered, whatever the letter says (PROCESS rule 4). */
const completeness: Guard = (c, ctx): Refusal | null => {
  if (!c.plan || c.plan.state === 'draft') return { refused: 'plan_missing' }
  if (c.plan.state === 'submitted') return { refused: 'plan_awaits_approval' }
  if (c.plan.state !== 'ready') return { refused: 'plan_missing' }
  // The risk may have risen since the plan was proposed: then it is proposed again, for approval.
  if (!c.plan.approvedBy && needsApproval(c, ctx.policy, c.plan.remedies)) return { refused: 'plan_awaits_approval' }
  if (c.points.length === 0) return { refused: 'points_missing' }
  const open = c.points.filter((p) => !p.finding).map((p) => p.id)
  if (open.length > 0) return { refused: 'point_without_finding', points: open }
  const day = today(ctx)
  const gaps = c.plan.remedies.flatMap((r) => {
    const missing = [...(r.owner ? [] : ['owner']), ...(r.due && r.due >= day ? [] : ['due'])]
    return missing.length > 0 ? [{ remedy: r.id, missing }] : []
  })
  return gaps.length > 0 ? { refused: 'remedy_incomplete', remedies: gaps } : null
}

/** What the regimes want a decision to say and its words do not. */
const unsaid = (policy: Policy, words: readonly (string | undefined)[]): DecisionPart[] => {
  const said = words.join('\n').toLowerCase()
  return policy.regimes.flatMap(({ decision }) =>
    Object.entries(decision).flatMap(([part, { oneOf }]) =>
      oneOf.some((phrase) => said.includes(phrase.toLowerCase())) ? [] : [part as DecisionPart],
    ),
  )
}

export const offerPlan = rule({
  type: 'offer_plan',
  summary: 'Send the written decision: findings, plan, reasons, timetable, how to appeal, whom else to turn to.',
  fields: z.strictObject({
    timetable: words(4000).optional(),
    howToAppeal: words(4000).optional(),
    whomElse: words(4000).optional(),
    note: words(4000).optional(),
  }),
  by: assignee,
  in: ['planning'],
  guard: completeness,
  decide: (c, { timetable, howToAppeal, whomElse, note }, ctx) => {
    const said = { reasons: 'in the plan', timetable, how_to_appeal: howToAppeal, whom_else: whomElse }
    const missing: DecisionPart[] = [
      ...ctx.policy.decisionContains.filter((part) => !said[part]),
      ...unsaid(ctx.policy, [timetable, howToAppeal, whomElse, note]),
    ]
    if (missing.length > 0) return { refused: 'decision_incomplete', missing }
    const plan = c.plan
    if (!plan) return { refused: 'plan_missing' }
    const round = c.rejections + 1
    const facts = {
      plan: plan.id,
      round,
      final: round >= ctx.policy.rounds || c.appeal !== null,
      publishes: [...c.points.flatMap((p) => p.finding?.seq ?? []), plan.textSeq],
      stage: 'offered' as const,
      ...letter(c, ctx),
    }
    return [draft('plan_offered', facts, { timetable, howToAppeal, whomElse, note })]
  },
})

export const revisePlan = rule({
  type: 'revise_plan',
  summary: 'Go back to planning because a question or a new problem changes the plan.',
  fields: z.strictObject({ reason: prose }),
  by: assignee,
  in: ['offered', 'execution'],
  guard: (c) => (c.stage === 'execution' || c.question ? null : { refused: 'nothing_to_answer' }),
  decide: (c, { reason }) => [draft('plan_revised', { plan: c.plan?.id ?? '', stage: 'planning' }, { reason })],
})

export const acceptPlan = rule({
  type: 'accept_plan',
  summary: 'Accept the plan on offer.',
  fields: z.strictObject({ comment: prose.optional() }),
  by: complainant,
  in: ['offered'],
  decide: (c, { comment }, ctx) => {
    const accepted = { plan: c.plan?.id ?? '' }
    return (c.plan?.remedies.length ?? 0) > 0
      ? [draft('plan_accepted', { ...accepted, stage: 'execution' }, { comment })]
      : [
          draft(
            'plan_accepted',
            { ...accepted, stage: 'closed', outcome: 'not_upheld', ...letter(c, ctx) },
            { comment },
          ),
        ]
  },
})

export const questionPlan = rule({
  type: 'question_plan',
  summary: 'Ask about the plan; the time to reply stands still until the answer.',
  fields: z.strictObject({ question: prose }),
  by: complainant,
  in: ['offered'],
  decide: (c, { question }) => [draft('plan_questioned', { plan: c.plan?.id ?? '' }, { question })],
})

export const rejectPlan = rule({
  type: 'reject_plan',
  summary: 'Refuse the plan and say what is wanted instead.',
  fields: z.strictObject({ reason: prose, wish: wish.optional() }),
  by: complainant,
  in: ['offered'],
  decide: (c, { reason, wish }, ctx) => {
    const facts = {
      plan: c.plan?.id ?? '',
      wish: wish ? { kind: wish.kind, money: wish.money ?? null } : null,
    }
    const text = { reason, wish: wish?.text }
    const second = c.rejections + 1 >= 2 && c.escalation < 3
    const to = c.escalation === 1 ? 2 : 3
    const raised = second ? [draft('escalated', { to, because: 'rejection' })] : []
    const next = c.plan?.final
      ? { stage: 'closed' as const, outcome: 'unresolved' as const, ...letter(c, ctx) }
      : { stage: 'planning' as const }
    return [draft('plan_rejected', { ...facts, ...next }, text), ...raised]
  },
})
