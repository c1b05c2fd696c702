import type * as z from 'zod'
import { after, ms } from './calendar.ts'
import { type CalendarId, calendarOf } from './calendars/index.ts'
import { type Policy, policy } from './policy.ts'
import { type Regime, regime } from './regime.ts'
import type { Duration } from './time/schema.ts'
import { RISKS } from './vocabulary.ts'

/** A pack that cannot be used. The message names it and tells of each fault where it is and what is wrong. */
export class PackError extends Error {
  override name = 'PackError'
  readonly faults: readonly { path: string; fault: string }[]

  constructor(name: string, faults: readonly { path: string; fault: string }[]) {
    super(
      `The policy pack ${name} cannot be used:\n${faults.map((f) => `  ${f.path || '(whole)'}: ${f.fault}`).join('\n')}`,
    )
    this.faults = faults
  }
}

const nameOf = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string' ? data.id : '(without an id)'

const load = <S extends z.ZodType>(schema: S, data: unknown): z.output<S> => {
  const result = schema.safeParse(data)
  if (result.success) return result.data
  throw new PackError(
    nameOf(data),
    result.error.issues.map(({ path, message }) => ({ path: path.join('.'), fault: message })),
  )
}

// Any ordinary Monday morning will do to hold two lengths against each other.
const SAMPLE = '2026-03-02T09:00:00.000Z'

/** Warnings that would come with or after what they warn of. */
const late = (calendar: Policy['calendar'], due: Duration | null | 'promised', warn: Duration | null): boolean =>
  due !== null &&
  due !== 'promised' &&
  warn !== null &&
  ms(after(calendar, SAMPLE, warn)) >= ms(after(calendar, SAMPLE, due))

const checkWarnings = (
  name: string,
  calendar: Policy['calendar'],
  clocks: Record<string, { due: Duration | null | 'promised'; warn: Duration | null }>,
): void => {
  const faults = Object.entries(clocks).flatMap(([kind, { due, warn }]) =>
    late(calendar, due, warn)
      ? [{ path: `clocks.${kind}.warn`, fault: 'the warning does not come before the deadline' }]
      : [],
  )
  if (faults.length > 0) throw new PackError(name, faults)
}

/** Reads a policy pack from data. Throws `PackError`. */
export const loadPolicy = (data: unknown): Policy => {
  const loaded = load(policy, data)
  checkWarnings(loaded.id, loaded.calendar, loaded.clocks)
  return loaded
}

/** Reads a regime pack from data. Throws `PackError`. */
export const loadRegime = (data: unknown): Regime => {
  const loaded = load(regime, data)
  checkWarnings(loaded.id, loaded.calendar ?? calendarOf('GB-EAW'), loaded.clocks)
  return loaded
}

const unique = <Item>(items: readonly Item[], key: (item: Item) => string): Item[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
]

interface Composition {
  regimes?: readonly Regime[]
  /** In place of the standard pack's. */
  calendar?: CalendarId | null
  version?: number
}

/**
 * The standard clocks with regimes beside them, as one policy: nothing of one regime takes anything from another. Of
 * retention, thresholds and silence the stricter counts; categories, remedies and bodies add up.
 *
 * @example compose(standard, { regimes: [fcaDisp], calendar: 'GB-EAW' }).id // 'standard+fca-disp@GB-EAW'
 */
export const compose = (
  base: Policy,
  { regimes = [], calendar = null, version = base.version }: Composition,
): Policy => {
  const changes = regimes.flatMap((r) => r.standard ?? [])
  const approvals = [base.approval, ...changes.flatMap((c) => c.approval ?? [])]
  const risk = Math.min(...approvals.map((a) => RISKS.indexOf(a.risk)))
  const amount = Math.min(...approvals.map((a) => a.amount))
  return {
    ...base,
    id: [[base.id, ...regimes.map((r) => r.id)].join('+'), ...(calendar ? [calendar] : [])].join('@'),
    version,
    calendar: calendar ? { ...calendarOf(calendar), week: base.calendar.week } : base.calendar,
    regimes: [...regimes],
    silence: changes.some((c) => c.silence) ? 'lapse' : base.silence,
    anonymous: base.anonymous || changes.some((c) => c.anonymous),
    approval: {
      amount,
      amounts: Object.fromEntries(
        Object.entries(base.approval.amounts).map(([currency, limit]) => [
          currency,
          amount < base.approval.amount ? Math.min(limit, amount) : limit,
        ]),
      ),
      risk: RISKS[risk] ?? base.approval.risk,
    },
    categories: unique([...base.categories, ...changes.flatMap((c) => c.categories ?? [])], (c) => c.id),
    remedies: [...new Set([...base.remedies, ...changes.flatMap((c) => c.remedies ?? [])])],
    bodies: unique([...regimes.flatMap((r) => r.bodies), ...base.bodies], (b) => JSON.stringify(b.name)),
    retentionYears: Math.max(base.retentionYears, ...regimes.map((r) => r.retentionYears)),
    reviewOn: [base.reviewOn, ...regimes.map((r) => r.reviewOn)].sort()[0] ?? base.reviewOn,
  }
}
