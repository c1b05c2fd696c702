import * as z from 'zod'
import { evidenceIds, prose } from '../fields.ts'
import { refuseReviewer } from '../independence.ts'
import { isRefusal } from '../refusal.ts'
import { APPEAL_RESULTS, STAGES } from '../vocabulary.ts'
import { unassignConflicted } from './assignment.ts'
import { draft, rule } from './rule.ts'
import { attach, letter } from './shared.ts'
import { complainant, reviewer } from './who.ts'

export const appeal = rule({
  type: 'appeal',
  summary: 'Appeal against the decision; once, until the window after the closing has passed.',
  fields: z.strictObject({ grounds: prose, evidence: evidenceIds }),
  by: complainant,
  in: STAGES.filter((s) => s !== 'received' && s !== 'appeal'),
  guard: (c, ctx) => {
    if (c.appeal) return { refused: 'appeal_already_made' }
    if (!c.decision || c.outcome === 'withdrawn') return { refused: 'nothing_to_appeal' }
    return c.stage === 'closed' && c.appealUntil && ctx.asOf > c.appealUntil
      ? { refused: 'appeal_window_passed', until: c.appealUntil }
      : null
  },
  decide: (c, { grounds, evidence }, ctx) => {
    const files = attach(c, evidence, ctx)
    if (isRefusal(files)) return files
    const facts = { against: c.decision?.seq ?? 0, stage: 'appeal' as const, ...files.facts }
    return [draft('appealed', facts, { grounds, ...files.text })]
  },
})

export const decideAppeal = rule({
  type: 'decide_appeal',
  summary: 'Decide the appeal: the decision stands, is varied or overturned, with reasons.',
  fields: z.strictObject({ result: z.enum(APPEAL_RESULTS), reasons: prose }),
  by: reviewer,
  in: ['appeal'],
  guard: (c, { actor }) => (actor.kind === 'staff' ? refuseReviewer(c, actor) : null),
  decide: (c, { result, reasons }, ctx) => {
    // A decision that stands leaves the case where it was; any other is made anew.
    const stage = (result === 'stands' && c.appeal?.from) || 'planning'
    const outcome = stage === 'closed' && c.appeal?.outcome ? { outcome: c.appeal.outcome } : {}
    const decided = draft('appeal_decided', { result, stage, ...outcome, ...letter(c, ctx) }, { reasons })
    return stage === 'closed' ? [decided] : [decided, ...unassignConflicted(c, ctx)]
  },
})
