import type { CalendarId } from '../core/calendars/index.ts'
import type { FoldableEvent } from '../core/events.ts'
import { Comparison, replay, type Tally } from '../core/simulation.ts'
import { factsQuery, recentCasesQuery } from '../store/simulation.ts'
import { ask } from '../store/sql.ts'
import { newestVersion, type PolicyRef, policyOf } from './policies.ts'
import type { Services } from './services.ts'
import type { Caller, Failure, Staff } from './types.ts'

/** What to compare with: other packs, another calendar, or both. */
export interface Supposition {
  /** E.g. `standard+psd2`; null for the packs that each case has. */
  packs: string | null
  calendar: CalendarId | null
  /** How many cases at most, the most recently changed first. */
  limit: number
}

export interface Simulated {
  cases: number
  tallies: Tally[]
}

/** Cases whose ledgers are read in one go. */
const PAGE = 25

/** Who may simulate: it tells numbers alone, of all cases of their sites. */
export const maySimulate = (staff: Pick<Staff, 'roles' | 'onlyCase'> | null): boolean =>
  staff?.onlyCase === null && (['supervisor', 'auditor', 'admin'] as const).some((role) => staff.roles.includes(role))

/** Throws for packs that this installation does not have. */
export const supposed = ({ id, version }: PolicyRef, { packs, calendar }: Supposition): PolicyRef => {
  const [own = '', ownCalendar] = id.split('@')
  const at = calendar ?? ownCalendar
  const wanted = { id: [packs ?? own, ...(at ? [at] : [])].join('@'), version: packs ? newestVersion : version }
  policyOf(wanted)
  return wanted
}

/** Replays closed and open cases as if they had stood under another policy (facts only; nothing is decrypted or changed). */
export const simulatePolicy = async (
  services: Services,
  caller: Extract<Caller, { kind: 'staff' }> | 'system',
  supposition: Supposition,
): Promise<Simulated | Failure> => {
  if (caller !== 'system' && !maySimulate(caller.staff)) return { failed: 'forbidden', needs: 'auditor' }
  const { db } = services
  const sites = caller === 'system' ? null : caller.staff.sites
  const references = await recentCases(db, sites ?? [null], supposition.limit)
  const comparison = new Comparison()
  for (let from = 0; from < references.length; from += PAGE)
    for (const ledger of await ledgers(db, references.slice(from, from + PAGE))) {
      const [first] = ledger
      if (first?.type !== 'received') continue
      const own = first.facts.policy
      const now = services.now()
      comparison.add(replay(ledger, policyOf(own), now), replay(ledger, policyOf(supposed(own, supposition)), now))
    }
  return { cases: comparison.cases, tallies: comparison.tallies }
}

/** As many of one site as of another. */
const recentCases = async (db: D1Database, sites: readonly (string | null)[], limit: number): Promise<string[]> => {
  const found = await Promise.all(
    sites.map((site) => ask(db, { cases: recentCasesQuery(db, site, Math.ceil(limit / sites.length)) })),
  )
  return found.flatMap(({ cases }) => cases)
}

const ledgers = async (db: D1Database, references: readonly string[]): Promise<FoldableEvent[][]> => {
  const { records } = await ask(db, { records: factsQuery(db, references) })
  const byCase = new Map<string, FoldableEvent[]>()
  for (const { reference, facts } of records) {
    const { type, ...rest } = facts
    byCase.set(reference, [...(byCase.get(reference) ?? []), { type, facts: rest } as FoldableEvent])
  }
  return [...byCase.values()]
}
