import { Hono } from 'hono'
import { listSites, listStaff } from '../../actions/administration.ts'
import { identify } from '../../actions/identify.ts'
import { listCases } from '../../actions/listCases.ts'
import { policyOf } from '../../actions/policies.ts'
import { isFailure } from '../../actions/types.ts'
import { parseReference } from '../../vault/codes.ts'
import { type Admin, deskFor } from '../admin.ts'
import type { Option } from '../forms/field.ts'
import { askedIn, filterOf } from '../queue/filters.ts'
import { QueuePage } from '../queue/page.tsx'
import { categoriesOf, inLanguage } from '../scene.ts'
import { failed, html, toSignIn } from './respond.tsx'

export const queue = new Hono<Admin>()
  .get('/', async (c) => {
    const services = c.get('services')
    const caller = await identify(services, c.get('credential'))
    if (isFailure(caller)) return failed(c, caller)
    if (caller.kind !== 'staff') return toSignIn(c)
    const asked = askedIn(new URL(c.req.url).searchParams, caller.staff.roles)
    const [page, staff, sites] = await Promise.all([
      listCases(services, caller, filterOf(asked, caller.staff.id, services.now())),
      listStaff(services),
      listSites(services),
    ])
    if (isFailure(page)) return failed(c, page, caller.staff)
    const mine = sites.filter((site) => caller.staff.sites === null || caller.staff.sites.includes(site.id))
    const zone = mine[0] ? policyOf(mine[0].policy).calendar.timeZone : 'Etc/UTC'
    const desk = await deskFor(c, { me: caller.staff, staff, zone })
    const siteOptions = mine.map((site) => ({ value: site.id, label: inLanguage(site.name, desk.locale) }))
    const categories = new Map<string, Option>(
      mine.flatMap((site) => categoriesOf(policyOf(site.policy), desk).map((o) => [o.value, o] as const)),
    )
    return html(
      c,
      desk,
      <QueuePage asked={asked} page={page} sites={siteOptions} categories={[...categories.values()]} />,
    )
  })
  .get('/find', async (c) => {
    const reference = parseReference(c.req.query('reference') ?? '')
    return reference ? c.redirect(`/admin/cases/${reference.reference}`, 303) : failed(c, { failed: 'not_found' })
  })
