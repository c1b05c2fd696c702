import { fail, withServices } from '../demo/seed/proxy.ts'
import { createPartnerKey, listSites } from '../worker/actions/administration.ts'
import { SCOPES, type Scope } from '../worker/actions/types.ts'

/** Prints a new partner key for a site of the local instance, and nothing else. Scopes are divided by commas. */
const [siteKey, ...words] = process.argv.slice(2)
const scopes = words.flatMap((word) => word.split(',')).filter((word) => word !== '')
if (!siteKey || scopes.length === 0)
  fail(
    `Usage: npm run -s key -- SITE SCOPES\n  e.g. pk_demo_trading complaints:write,complaints:read\n  scopes: ${SCOPES.join(', ')}`,
  )

const isScope = (word: string): word is Scope => SCOPES.some((scope) => scope === word)
const unknown = scopes.find((word) => !isScope(word))
if (unknown) fail(`There is no scope ${unknown}. Scopes: ${SCOPES.join(', ')}`)

const key = await withServices(async (services) => {
  const sites = await listSites(services)
  const site = sites.find(({ publicKey, id }) => publicKey === siteKey || id === siteKey)
  if (!site) return fail(`There is no site ${siteKey}. There are: ${sites.map((s) => s.publicKey).join(', ')}`)
  return createPartnerKey(services, { site: site.id, name: 'npm run key', scopes: scopes.filter(isScope) })
})
console.log(key.token)
