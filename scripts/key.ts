import { printOnly, withServices } from '../demo/seed/proxy.ts'
import { createPartnerKey, listSites } from '../worker/actions/administration.ts'
import { SCOPES, type Scope } from '../worker/actions/types.ts'

const USAGE = `Usage: npm run -s key -- SITE SCOPES
  e.g. pk_demo_trading complaints:write,complaints:read
  scopes: ${SCOPES.join(', ')}`

const isScope = (word: string): word is Scope => SCOPES.some((scope) => scope === word)

/** Prints a new partner key for a site of the local instance. */
await printOnly(async () => {
  const [siteKey, ...words] = process.argv.slice(2)
  const scopes = words.flatMap((word) => word.split(',')).filter((word) => word !== '')
  if (!siteKey || scopes.length === 0) throw new Error(USAGE)
  const unknown = scopes.find((word) => !isScope(word))
  if (unknown) throw new Error(`There is no scope ${unknown}.\n${USAGE}`)
  return withServices(async (services) => {
    const sites = await listSites(services)
    const site = sites.find(({ publicKey }) => publicKey === siteKey)
    const known = sites.map(({ publicKey }) => `  ${publicKey}`).join('\n')
    if (!site) throw new Error(`There is no site ${siteKey}. There are:\n${known}`)
    return (await createPartnerKey(services, { site: site.id, name: 'npm run key', scopes: scopes.filter(isScope) }))
      .token
  })
})
