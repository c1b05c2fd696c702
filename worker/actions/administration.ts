import type { Instant } from '../core/vocabulary.ts'
import { deletePartnerKey, insertPartnerKey, partnerKeysQuery } from '../store/partners.ts'
import { saveSiteStatement, siteByKeyQuery, sitesQuery } from '../store/sites.ts'
import { ask } from '../store/sql.ts'
import { allStaffQuery, saveStaffStatement } from '../store/staff.ts'
import { hashSecret, newToken } from '../vault/tokens.ts'
import { policyOf } from './policies.ts'
import type { Services } from './services.ts'
import { openStaff, sealStaff } from './staffRecords.ts'
import type { PartnerKey, Scope, Site, Staff } from './types.ts'

/** Sites, staff and keys. These are for scripts and the admin: whoever calls them has checked who may. */

/** Creates or replaces. Throws when the installation does not have the site's policy. */
export const saveSite = async ({ db }: Services, site: Site): Promise<void> => {
  policyOf(site.policy)
  await saveSiteStatement(db, site).run()
}

/** By its public key, `pk_...`. */
export const findSite = async ({ db }: Services, publicKey: string): Promise<Site | null> =>
  (await ask(db, { site: siteByKeyQuery(db, publicKey) })).site

export const listSites = async ({ db }: Services): Promise<Site[]> => (await ask(db, { sites: sitesQuery(db) })).sites

/** Creates or replaces. Ids are `st_...`, from `services.id('st')`, or a seed's own. */
export const saveStaff = async (services: Services, staff: Staff): Promise<void> => {
  const { record, email } = await sealStaff(await services.keys(), staff)
  await saveStaffStatement(services.db, record, email).run()
}

/** All staff with their names and addresses, also those no longer active; of one site, or of all. */
export const listStaff = async (services: Services, site?: string): Promise<Staff[]> => {
  const { staff } = await ask(services.db, { staff: allStaffQuery(services.db, site ?? null) })
  const keys = await services.keys()
  return Promise.all(staff.map((record) => openStaff(keys, record)))
}

export interface NewPartnerKey {
  site: string
  name: string
  scopes: readonly Scope[]
  expiresAt?: Instant | null
  /** Continues the partner of an earlier key, and with it the cases it filed. */
  partner?: string
}

/** An API key, `rk_...`: shown once. */
export const createPartnerKey = async (
  { db, database, id, now }: Services,
  { site, name, scopes, expiresAt = null, partner = id('pa') }: NewPartnerKey,
): Promise<PartnerKey & { token: string }> => {
  const token = newToken('key', database)
  const key: PartnerKey = { id: id('pk'), partner, site, name, scopes, createdAt: now(), expiresAt }
  await insertPartnerKey(db, key, await hashSecret(token)).run()
  return { ...key, token }
}

export const listPartnerKeys = async ({ db }: Services, site: string): Promise<PartnerKey[]> =>
  (await ask(db, { keys: partnerKeysQuery(db, site) })).keys

export const revokePartnerKey = async ({ db }: Services, id: string): Promise<void> => {
  await deletePartnerKey(db, id).run()
}
