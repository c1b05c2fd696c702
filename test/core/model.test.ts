import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextAt } from '../../worker/core/clocks.ts'
import type { Actor } from '../../worker/core/complaint.ts'
import { allowed, type CommandType, commands } from '../../worker/core/decide/index.ts'
import { give, type Rule } from '../../worker/core/decide/rule.ts'
import { AUDIENCE, type Event } from '../../worker/core/events.ts'
import { fold } from '../../worker/core/evolve.ts'
import { isRefusal } from '../../worker/core/refusal.ts'
import { finish } from './support/finish.ts'
import { checkLedger, checkStep, must } from './support/rules.ts'
import { organisations, type Plot, Simulation, simulate } from './support/simulate.ts'
import { candidates } from './support/witness.ts'
import { nextDue, parsed } from './support/world.ts'

/** On a failure fast-check prints its seed and the shortest plot that fails; `simulate` tells that plot again. */
const plot = fc.record({
  seed: fc.integer(),
  steps: fc.integer({ min: 1, max: 80 }),
  organisation: fc.constantFrom(...Object.keys(organisations)),
})

const everyPlot = (numRuns: number, check: (sim: Simulation, plot: Plot) => void): void =>
  fc.assert(
    fc.property(plot, (p) => {
      const ledger: Event[] = []
      const sim = new Simulation(p, (step) => {
        ledger.push(...step.events)
        checkStep(step, ledger)
      })
      check(sim, p)
      checkLedger(sim.c, sim.events, sim.policy.rounds)
      must(JSON.stringify(fold(sim.events)) === JSON.stringify(sim.c), 'the ledger tells the state')
    }),
    { numRuns },
  )

describe('the histories', { timeout: 60_000 }, () => {
  it('go through every stage and come upon every event', () => {
    const seen = new Set<string>()
    const names = Object.keys(organisations)
    for (let seed = 0; seed < 300; seed++)
      simulate({ seed, steps: 80, organisation: names[seed % names.length] ?? '' }, ({ events, elsewhere }) => {
        for (const { type } of [...events, ...(elsewhere?.events ?? [])]) seen.add(type)
      })
    // Nobody waits five years in these stories.
    expect(Object.keys(AUDIENCE).filter((type) => !seen.has(type))).toEqual(['erased'])
  })
})

describe('whatever anybody does, in whatever order', { timeout: 120_000 }, () => {
  it('the rules that always hold do hold', () => {
    everyPlot(1500, (sim, { steps }) => sim.run(steps))
  })

  it('what is allowed is accepted with some fields, and what is accepted is allowed', () => {
    everyPlot(300, (sim, { steps }) => {
      for (let i = 0; i < steps; i++) {
        sim.happen()
        agree(sim, sim.r.pick(sim.actors()))
      }
    })
  })

  it('a diligent organisation brings the case to its end from every state', () => {
    everyPlot(600, (sim, { steps }) => finish(sim.run(steps)))
  })

  it('time alone leads out of every wait for others, and no clock runs for ever', () => {
    everyPlot(600, (sim, { steps }) => {
      sim.run(steps)
      leaveAlone(sim)
      const { c } = sim
      must(
        c.requests.every((r) => r.state !== 'open'),
        'a request does not stay open for ever',
        c.requests,
      )
      const waits = c.stage === 'offered' || (c.stage === 'confirmation' && c.report !== null)
      must(!waits || c.question !== null, 'silence leads out of an offer and a report', c)
      must(
        c.clocks.every((clock) => nextAt(clock) === null),
        'no clock is due for ever',
        c.clocks,
      )
    })
  })
})

/** Letters arrive and the sweep runs, and nobody does anything. */
const leaveAlone = (sim: Simulation): void => {
  for (let turns = 0; ; turns++) {
    must(turns < 200, 'the clocks come to rest', sim.c.clocks)
    sim.deliver()
    const next = nextDue(sim.c)
    if (!next) return
    sim.until(next > sim.now ? next : sim.now)
  }
}

const agree = (sim: Simulation, actor: Actor): void => {
  const offered = new Set(allowed(sim.c, sim.context(actor)))
  for (const type of Object.keys(commands) as CommandType[]) {
    const accepted = someAccepted(sim, actor, type)
    must(accepted === offered.has(type), `allowed and decide agree on ${type}`, { actor, accepted, c: sim.c })
  }
}

const someAccepted = (sim: Simulation, actor: Actor, type: CommandType): boolean => {
  const ctx = sim.contextFor(actor, type)
  let tried: object[] = []
  try {
    tried = candidates(type, sim.c, ctx, sim.r)
  } catch (error) {
    // There is nothing to pick fields from: only what is not allowed may lack them.
    if (!(error instanceof Error && error.message === 'nothing to pick from')) throw error
  }
  return tried.some((fields) => {
    const { type: _, ...checked } = parsed(type, fields)
    return !isRefusal(give(commands[type] as unknown as Rule, sim.c, checked, ctx))
  })
}
