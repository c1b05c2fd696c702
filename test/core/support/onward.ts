import type { Complaint } from '../../../worker/core/complaint.ts'
import { allowed, type CommandType } from '../../../worker/core/decide/index.ts'
import { eligible } from '../../../worker/core/independence.ts'
import type { Purpose } from '../../../worker/core/vocabulary.ts'
import type { Simulation } from './simulate.ts'
import { parsed } from './world.ts'

interface Next {
  type: CommandType
  fields?: object
  /** What to do where that is refused. */
  otherwise?: CommandType
  /** Who has to do it, other than the complainant. */
  purpose?: Purpose
}

const reasons = 'It has to end.'
const listPoints: Next = {
  type: 'set_points',
  fields: { points: [{ text: 'The matter.' }], ask: false },
  purpose: 'handle',
}
const handle = (type: CommandType, fields?: object): Next => ({
  type,
  purpose: 'handle',
  ...(fields ? { fields } : {}),
})

/** The next step in order. */
const nextOf = (c: Complaint): Next => {
  const unfound = c.points.some((p) => !p.finding)
  switch (c.stage) {
    case 'received':
    case 'review':
      if (c.scope === 'in') return handle('start_investigation')
      if (c.points.length === 0 || c.pointsState === 'asked' || c.pointsState === 'disputed') return listPoints
      return handle('decide_scope', { inScope: true, needsInvestigation: true })
    case 'investigation':
      return handle('finish_investigation')
    case 'assessment':
      if (c.points.length === 0) return listPoints
      return handle(unfound ? 'record_finding' : 'finish_assessment')
    case 'planning':
      if (c.points.length === 0) return listPoints
      if (unfound) return handle('record_finding')
      if (c.plan?.state === 'submitted') return { type: 'approve_plan', purpose: 'approve' }
      if (c.plan?.state === 'ready') return { ...handle('offer_plan'), otherwise: 'propose_plan' }
      return handle('propose_plan')
    case 'offered':
      return { type: 'accept_plan' }
    case 'execution':
      return handle('record_remedy')
    case 'confirmation':
      return c.report ? { type: 'confirm_outcome', fields: { satisfied: true } } : handle('report_outcome')
    case 'appeal':
      return { type: 'decide_appeal', purpose: 'appeal' }
    case 'closed':
      throw new Error('nothing is left to do')
  }
}

/** A diligent organisation, and a complainant who is content, take an open case one step on. */
export const onward = (sim: Simulation): void => {
  const { type, fields, otherwise, purpose } = nextOf(sim.c)
  if (purpose) staffFor(sim, purpose)
  if (anybody(sim, type, fields) || (otherwise && anybody(sim, otherwise))) return
  throw new Error(`nobody can ${type}: ${JSON.stringify(sim.c)}`)
}

/** Somebody gives a command, if anybody can. */
const anybody = (sim: Simulation, type: CommandType, fields?: object): boolean =>
  sim.actors().some((actor) => {
    if (!fields) return sim.tryTo(actor, type)
    const ctx = sim.contextFor(actor, type)
    return allowed(sim.c, ctx).includes(type) && sim.give(parsed(type, fields), ctx)
  })

/** Sees to it that somebody who may act is there and, to handle the case, has it. */
const staffFor = (sim: Simulation, purpose: Purpose): void => {
  const may = () => eligible(sim.c, sim.staff, purpose)
  const outside = { purpose, name: 'Prof. Li', email: 'li@example.org', reason: reasons }
  if (may().length === 0 && !anybody(sim, 'appoint_outside', outside))
    throw new Error(`nobody can be found to ${purpose}`)
  if (purpose !== 'handle' || may().some((s) => s.id === sim.c.assignee)) return
  if (!anybody(sim, 'assign')) throw new Error('nobody can take the case')
}
