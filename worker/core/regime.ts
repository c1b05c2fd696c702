import * as z from 'zod'
import { calendarChoice, calendarOf } from './calendars/index.ts'
import { duration } from './time/schema.ts'
import { MILESTONES, REFERRALS, REGIME_CLOCKS, REGIME_PARTS, REMEDIES, RISKS } from './vocabulary.ts'

const words = z.record(z.string(), z.string().min(1))
const milestone = z.enum(MILESTONES)

/** A clock of a regime. It never pauses and no supervisor extends it: what the regime allows is in the pack. */
export const regimeClock = z.strictObject({
  /** Where it is written, e.g. `DISP 1.6.2R`. */
  source: z.string().min(1),
  starts: milestone,
  /** It runs only once this too has happened; it counts from `starts` all the same. */
  once: milestone.optional(),
  /** How long from the start, or `promised`: until the date that the holding response named. */
  due: z.union([duration, z.literal('promised')]),
  warn: duration.nullable(),
  /** Any of these ends it. */
  stops: z.array(milestone).min(1, 'a clock that nothing stops would be missed always'),
})
export type RegimeClockSpec = z.infer<typeof regimeClock>

const duty = z.strictObject({
  source: z.string().min(1),
  /** The decision says it in any of these words; case does not matter. */
  oneOf: z.array(z.string().min(1)).min(1),
  /** What the form starts with, by language. */
  wording: words,
})
export type Duty = z.infer<typeof duty>

export const category = z.strictObject({
  id: z.string().regex(/^[a-z_]+$/),
  /** Risk a complaint of this category starts with. */
  risk: z.enum(RISKS),
  label: words.optional(),
})

export const body = z.strictObject({ kind: z.enum(REFERRALS), name: words, url: z.url().optional() })

/** A regulator's rules for complaints, which run beside the standard clocks (PROCESS "Policy packs"). */
export const regime = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    version: z.number().int().positive(),
    /** The law it renders. */
    source: z.string().min(1),
    /** Of the regime's own country; absent where the law leaves it to the place of the organisation. */
    calendar: calendarChoice.transform(calendarOf).optional(),
    clocks: z.record(z.string().regex(/^[a-z_]+$/), regimeClock),
    /** What every decision must say, by part (`regime.part`). */
    decision: z.partialRecord(z.enum(REGIME_PARTS), duty),
    holding: z
      .strictObject({
        source: z.string().min(1),
        /** Counted from receipt: no holding response may promise an answer later than this. */
        latest: duration.optional(),
        /** Whether somebody senior has to send it. */
        by: z.enum(['desk', 'supervisor']),
      })
      .nullable(),
    /** Whom the complainant can turn to beside those of the standard policy. */
    bodies: z.array(body),
    retentionYears: z.number().int().positive(),
    /** What it changes of the standard policy; the stricter of two regimes counts. */
    standard: z
      .strictObject({
        silence: z.literal('lapse').optional(),
        anonymous: z.literal(true).optional(),
        approval: z.strictObject({ amount: z.number().int().nonnegative(), risk: z.enum(RISKS) }).optional(),
        categories: z.array(category).optional(),
        remedies: z.array(z.enum(REMEDIES)).optional(),
      })
      .optional(),
    reviewOn: z.iso.date(),
  })
  .superRefine((pack, ctx) => {
    const say = (path: PropertyKey[], message: string) => ctx.addIssue({ code: 'custom', path, message })
    for (const [name, clock] of Object.entries(pack.clocks)) {
      const kind = `${pack.id}.${name}`
      const at = (field: string) => ['clocks', name, field]
      if (!(REGIME_CLOCKS as readonly string[]).includes(kind))
        say(
          ['clocks', name],
          `there is no name for people for a clock ${kind}: add it to REGIME_CLOCKS and the locales`,
        )
      if (clock.stops.includes(clock.starts)) say(at('stops'), `what starts a clock (${clock.starts}) cannot stop it`)
      if (clock.once && clock.stops.includes(clock.once))
        say(at('stops'), `what a clock waits for (${clock.once}) cannot stop it`)
      if (clock.due === 'promised' && clock.starts !== 'held')
        say(at('due'), 'only a holding response promises a date: `starts` must be `held`')
      if (clock.due === 'promised' && clock.warn) say(at('warn'), 'no warning can be counted towards a promised date')
    }
    for (const part of Object.keys(pack.decision))
      if (!part.startsWith(`${pack.id}.`)) say(['decision', part], `a part of ${pack.id} is named ${pack.id}.…`)
    const held = Object.values(pack.clocks).some(
      (c) => c.starts === 'held' || c.once === 'held' || c.stops.includes('held'),
    )
    if (held && !pack.holding)
      say(['holding'], 'its clocks know holding responses, so it must say who sends them and until when')
  })
export type Regime = z.infer<typeof regime>
/** A pack as it is written, its calendar by name. */
export type RegimePack = z.input<typeof regime>
