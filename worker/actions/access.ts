import type { Complaint } from '../core/complaint.ts'
import type { Caller, Failure, Scope, Staff } from './types.ts'

/** Roles whose holders see the cases of their sites; an admin alone sees none. */
const SEEING = ['handler', 'supervisor', 'reviewer', 'auditor', 'outside'] as const

export const seesCases = ({ roles }: Pick<Staff, 'roles'>): boolean => SEEING.some((role) => roles.includes(role))

export const worksFor = ({ sites }: Pick<Staff, 'sites'>, site: string): boolean =>
  sites === null || sites.includes(site)

const NOT_FOUND: Failure = { failed: 'not_found' }

/** Why this caller may not get at this case; what is not theirs does not exist for them. */
export const refuseAccess = (caller: Caller, c: Complaint, scope: Scope): Failure | null => {
  switch (caller.kind) {
    case 'intake':
      return { failed: 'forbidden', needs: 'session' }
    case 'case':
      return caller.reference === c.reference ? null : NOT_FOUND
    case 'partner': {
      const { scopes, id } = caller.actor
      if (caller.site !== c.site) return NOT_FOUND
      if (c.partner !== id && !scopes.includes('complaints:all')) return NOT_FOUND
      return scopes.includes(scope) ? null : { failed: 'forbidden', needs: scope }
    }
    case 'staff': {
      const { staff } = caller
      if (staff.onlyCase !== null) return staff.onlyCase === c.reference ? null : NOT_FOUND
      return worksFor(staff, c.site) ? null : NOT_FOUND
    }
  }
}

/**
 * Whether what was said is for this caller. An admin alone sees no case; where a site has no supervisor they still
 * appoint and waive (PROCESS rule 2), and for that see the facts without the words.
 */
export const seesWords = (caller: Caller): boolean => caller.kind !== 'staff' || seesCases(caller.staff)
