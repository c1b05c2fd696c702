import type { Few, Lead } from '../store/lists.ts'
import { blindIndexes } from '../vault/blindIndex.ts'
import { seesCases } from './access.ts'
import { listSites } from './administration.ts'
import type { CaseFilter } from './caseFilter.ts'
import { externalIndexes } from './filing.ts'
import type { Services } from './services.ts'
import type { Caller, Failure } from './types.ts'

/** Which cases a caller's list is made from. */
export interface Scope {
  /** Null for every site. */
  sites: readonly string[] | null
  /** Only what this partner filed. */
  partner: string | null
  /** The only case of somebody appointed from outside. */
  onlyCase: string | null
  staff: boolean
}

export const scopeOf = (caller: Caller, filter: CaseFilter): Scope | Failure => {
  if (caller.kind === 'partner') {
    const { id, scopes } = caller.actor
    if (!scopes.includes('complaints:read')) return { failed: 'forbidden', needs: 'complaints:read' }
    if (filter.assignee !== undefined || filter.contact !== undefined) return { failed: 'forbidden', needs: 'staff' }
    const partner = scopes.includes('complaints:all') && filter.externalReference === undefined ? null : id
    return { sites: [caller.site], partner, onlyCase: null, staff: false }
  }
  if (caller.kind !== 'staff') return { failed: 'forbidden', needs: 'complaints:read' }
  if (!seesCases(caller.staff)) return { failed: 'forbidden', needs: 'handler' }
  const { sites, onlyCase } = caller.staff
  if (filter.site !== undefined && sites !== null && !sites.includes(filter.site)) return { failed: 'not_found' }
  return { sites: filter.site === undefined ? sites : [filter.site], partner: null, onlyCase, staff: true }
}

/** What leaves the fewest cases to look at: something of their own, else what an index leads with. */
export const leadOf = async (services: Services, scope: Scope, filter: CaseFilter): Promise<Lead | Few> => {
  const { partner, sites } = scope
  const { contact, externalReference, assignee } = filter
  if (scope.onlyCase !== null) return { by: 'reference', reference: scope.onlyCase }
  if (partner !== null) {
    if (externalReference === undefined) return { partner }
    return { by: 'external', partner, hashes: await externalIndexes(await services.keys(), externalReference) }
  }
  if (contact !== undefined) return { by: 'contact', contacts: await contactsOf(services, sites, contact) }
  if (assignee !== undefined && assignee !== 'none') return { assignee }
  const stage = filter.stage ?? (filter.state === 'closed' ? 'closed' : undefined)
  const [site, more] = sites ?? []
  return { ...(site !== undefined && more === undefined && { site }), ...(stage !== undefined && { stage }) }
}

const contactsOf = async (services: Services, sites: readonly string[] | null, contact: string) => {
  const kind = contact.includes('@') ? 'email' : 'phone'
  const { index } = await services.keys()
  const ids = sites ?? (await listSites(services)).map(({ id }) => id)
  const found = await Promise.all(
    ids.map(async (site) => (await blindIndexes(index, site, kind, contact)).map((blind) => ({ site, kind, blind }))),
  )
  return found.flat()
}
