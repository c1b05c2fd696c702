import { describe, expect, it } from 'vitest'
import { compose, loadRegime } from '../../worker/core/pack.ts'
import { cfpb } from '../../worker/core/policies/cfpb.ts'
import { psd2 } from '../../worker/core/policies/psd2.ts'
import { standard } from '../../worker/core/policies/standard.ts'
import { Comparison, replay } from '../../worker/core/simulation.ts'
import { simulate } from './support/simulate.ts'
import { assigned, investigating, offered } from './support/stages.ts'
import { complainant, handler, supervisor } from './support/world.ts'

const missed = (...of: Parameters<typeof replay>) =>
  replay(...of)
    .filter((d) => d.end === 'missed')
    .map((d) => `${d.kind} in ${d.stage}: ${d.dueAt.slice(0, 10)}`)

describe('replaying a case', () => {
  it('under its own policy misses what it missed', () => {
    const story = investigating().until('2026-03-20T09:00:00.000Z')
    expect(missed(story.events, standard, story.now)).toEqual(['investigate in investigation: 2026-03-11'])
    expect(story.c.breaches).toEqual(['investigate'])
  })

  it('under other packs misses what they would have set, without any clock of the old ones', () => {
    const story = investigating()
    const strict = {
      ...compose(standard, { regimes: [loadRegime(cfpb), loadRegime(psd2)] }),
      clocks: { ...standard.clocks, investigate: { ...standard.clocks.investigate, due: { workingDays: 30 } } },
    }
    expect(missed(story.events, strict, '2026-03-25T09:00:00.000Z')).toEqual([
      'cfpb.response in received: 2026-03-18',
      'psd2.reply in received: 2026-03-23',
    ])
    expect(missed(story.events, strict, '2026-03-10T09:00:00.000Z')).toEqual([])
  })

  it('under another calendar counts its holidays', () => {
    // 2 March 2026; the Spring Festival of that year is over, Tomb-sweeping Day is on 6 April.
    const story = investigating({}, { at: '2026-03-31T09:00:00.000Z' })
    const due = (calendar: 'CN' | 'US') =>
      replay(story.events, compose(standard, { calendar }), story.now).find((d) => d.kind === 'investigate')?.dueAt
    expect(due('US')?.slice(0, 10)).toBe('2026-04-09')
    expect(due('CN')?.slice(0, 10)).toBe('2026-04-10')
  })

  it('keeps pauses and extensions, as people gave them', () => {
    const story = investigating()
    const [clock = ''] = story.c.clocks.filter((k) => k.kind === 'investigate').map((k) => k.id)
    story.step(supervisor, 'extend_clock', { clock, until: '2026-03-20', reason: 'The logs are large.' })
    story.step(handler, 'request_information', { of: 'complainant', question: 'When?' })
    story.now = '2026-03-04T10:00:00.000Z'
    story.step(complainant, 'add_message', { message: 'On Monday.' })
    const ran = replay(story.events, standard, '2026-03-24T16:00:00.000Z')
    expect(story.due('investigate')).toEqual(['2026-03-23T17:00:00.000Z'])
    expect(ran.filter((d) => d.end === 'missed')).toEqual([
      expect.objectContaining({ kind: 'investigate', dueAt: '2026-03-23T17:00:00.000Z' }),
    ])
  })

  it('agrees with what happened, whatever happened', () => {
    for (let seed = 0; seed < 60; seed++) {
      const told = simulate({ seed, steps: 50, policy: standard })
      const kinds = replay(told.events, standard, told.now).filter((d) => d.end === 'missed')
      // The sweep may not have come yet, and is late at times: what it has told is among what was missed.
      const count = (all: readonly string[], kind: string) => all.filter((k) => k === kind).length
      const found = kinds.map((d) => d.kind)
      if (told.events.some((e) => e.type === 'calendar_changed')) continue
      for (const kind of new Set(told.c.breaches))
        expect(count(found, kind), `${kind} of ${seed}`).toBeGreaterThanOrEqual(count(told.c.breaches, kind))
    }
  })
})

describe('a comparison', () => {
  it('adds up many cases, by clock and stage', () => {
    const comparison = new Comparison()
    const strict = compose(standard, { regimes: [loadRegime(cfpb)] })
    const now = '2026-03-25T09:00:00.000Z'
    for (const story of [assigned(), investigating(), offered()])
      comparison.add(replay(story.events, standard, now), replay(story.events, strict, now))
    expect(comparison.cases).toBe(3)
    expect(comparison.tallies.find((t) => t.kind === 'cfpb.response')).toEqual({
      kind: 'cfpb.response',
      stage: 'received',
      deadlines: 3,
      missed: 2,
      deadlinesNow: 0,
      missedNow: 0,
    })
  })
})
