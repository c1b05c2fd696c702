import { isCalendarId } from '../core/calendars/index.ts'
import { compose, loadPolicy, loadRegime } from '../core/pack.ts'
import { cfpb } from '../core/policies/cfpb.ts'
import { cnBanking2020 } from '../core/policies/cn-banking-2020.ts'
import { fcaDisp } from '../core/policies/fca-disp.ts'
import { psd2 } from '../core/policies/psd2.ts'
import { standard } from '../core/policies/standard.ts'
import type { Policy } from '../core/policy.ts'

/**
 * The packs this installation has, one entry for each version of them as a whole: the first is version 1. A case keeps
 * its version, so an entry never changes once cases were received under it; a changed pack is a new entry at the end.
 */
const RELEASES = [
  { standard: loadPolicy(standard), regimes: [fcaDisp, psd2, cfpb, cnBanking2020].map((pack) => loadRegime(pack)) },
]

export type PolicyRef = Pick<Policy, 'id' | 'version'>

const known = new Map<string, Policy>()

/**
 * A policy by its id: `standard`, with regimes `standard+fca-disp`, with another calendar `standard+psd2@DE`. Throws for
 * one that this installation does not have: a site or a case names a pack or version that was removed.
 */
export const policyOf = ({ id, version }: PolicyRef): Policy => {
  const name = `${id}#${version}`
  const found = known.get(name) ?? composed(id, version)
  if (!found) throw new Error(`This installation has no policy ${id}, version ${version}`)
  known.set(name, found)
  return found
}

const composed = (id: string, version: number): Policy | null => {
  const release = RELEASES[version - 1]
  const [packs = '', calendar = null, ...more] = id.split('@')
  const [base, ...names] = packs.split('+')
  const regimes = names.map((each) => release?.regimes.find((r) => r.id === each))
  if (!release || base !== release.standard.id || more.length > 0 || new Set(names).size < names.length) return null
  if (calendar !== null && !isCalendarId(calendar)) return null
  if (!regimes.every((r) => r !== undefined)) return null
  return compose(release.standard, { regimes, calendar, version })
}

/** The ids of the packs that can be put beside the standard one. */
export const regimeIds = (): string[] => RELEASES.at(-1)?.regimes.map((r) => r.id) ?? []
export const newestVersion = RELEASES.length
