import type { Services } from './services.ts'
import type { PartnerKey, Scope, Site, Staff } from './types.ts'

/** Creates or replaces. For scripts and the admin; whoever calls has checked who may. */
export const saveSite = async (_services: Services, _site: Site): Promise<void> => {
  throw new Error('pending')
}

/** By its public key, `pk_...`. */
export const findSite = async (_services: Services, _publicKey: string): Promise<Site | null> => {
  throw new Error('pending')
}

export const listSites = async (_services: Services): Promise<Site[]> => {
  throw new Error('pending')
}

/** Creates or replaces. Ids are `st_...`, from `services.id('st')`, or a seed's own. */
export const saveStaff = async (_services: Services, _staff: Staff): Promise<void> => {
  throw new Error('pending')
}

/** All staff with their names and addresses, also those no longer active; of one site, or of all. */
export const listStaff = async (_services: Services, _site?: string): Promise<Staff[]> => {
  throw new Error('pending')
}

/** An API key, `rk_...`: shown once. `partner` continues an earlier key's partner, and with it the cases it filed. */
export const createPartnerKey = async (
  _services: Services,
  _options: { site: string; name: string; scopes: readonly Scope[]; expiresAt?: string | null; partner?: string },
): Promise<PartnerKey & { token: string }> => {
  throw new Error('pending')
}

export const listPartnerKeys = async (_services: Services, _site: string): Promise<PartnerKey[]> => {
  throw new Error('pending')
}

export const revokePartnerKey = async (_services: Services, _id: string): Promise<void> => {
  throw new Error('pending')
}
