import { Hono } from 'hono'
import { listSites } from '../../actions/administration.ts'
import { policyOf } from '../../actions/policies.ts'
import { submitComplaint } from '../../actions/submitComplaint.ts'
import { isFailure, type Site, type Staff } from '../../actions/types.ts'
import { submission } from '../../core/decide/index.ts'
import { type Admin, type AdminContext, deskFor, newFormKey } from '../admin.ts'
import { check } from '../forms/check.ts'
import { one, type Typed, typedIn } from '../forms/read.ts'
import { intakeFields } from '../intake/fields.ts'
import { IntakePage, languageField } from '../intake/page.tsx'
import { inLanguage, settingOf } from '../scene.ts'
import { troubleOf, type Wrong } from '../trouble.ts'
import { filesIn, keptIn, storeFiles } from '../uploads.ts'
import { failed, formIn, html, isOurs, notOurs, signedIn, statusOf } from './respond.tsx'

interface Back extends Wrong {
  typed: Typed
}

const sitesOf = async (c: AdminContext, me: Staff): Promise<Site[]> =>
  (await listSites(c.get('services'))).filter((site) => me.sites === null || me.sites.includes(site.id))

const page = async (c: AdminContext, me: Staff, sites: readonly Site[], site: Site, back: Back | null) => {
  const policy = policyOf(site.policy)
  const desk = await deskFor(c, { me, zone: policy.calendar.timeZone, here: '/admin/intake' })
  const names = new Intl.DisplayNames(desk.locale, { type: 'language' })
  const trouble = back && troubleOf(desk, 'intake', back)
  return html(
    c,
    desk,
    <IntakePage
      setting={settingOf(desk, site, policy, [])}
      sites={sites.map((s) => ({ value: s.publicKey, label: inLanguage(s.name, desk.locale) }))}
      siteKey={site.publicKey}
      languages={site.locales.map((value) => ({ value, label: names.of(value) ?? value }))}
      typed={back?.typed ?? null}
      faults={back?.faults ?? []}
      trouble={trouble}
      kept={back ? keptIn(back.typed) : new Map()}
      formKey={newFormKey()}
    />,
    !trouble ? 200 : back?.failure ? statusOf(back.failure) : 422,
  )
}

/** Complaints that staff record for somebody: by telephone, post, in person, chat or e-mail. */
export const intake = new Hono<Admin>()
  .get('/', async (c) => {
    const me = await signedIn(c)
    if (me instanceof Response) return me
    const sites = await sitesOf(c, me)
    const site = sites.find((s) => s.publicKey === c.req.query('site')) ?? sites[0]
    return site ? page(c, me, sites, site, null) : failed(c, { failed: 'forbidden', needs: 'handler' }, me)
  })
  .post('/', async (c) => {
    const form = await formIn(c)
    const me = await signedIn(c)
    if (me instanceof Response) return me
    if (!(await isOurs(c, form))) return notOurs(c)
    const typed = typedIn(form)
    const sites = await sitesOf(c, me)
    const site = sites.find((s) => s.publicKey === one(typed, 'siteKey'))
    if (!site) return failed(c, { failed: 'not_found' }, me)
    const back = (what: Omit<Back, 'typed'>) => page(c, me, sites, site, { typed, ...what })

    const fields = [...intakeFields.how, ...intakeFields.what, ...intakeFields.who, languageField([])]
    const services = c.get('services')
    const first = check(submission, fields, typed, services.now())
    if (!first.ok) return back({ faults: first.faults })
    const refused = await storeFiles(services, c.get('credential'), filesIn(form), typed, site.id)
    if (refused) return back(refused)
    const checked = check(submission, fields, typed, services.now())
    if (!checked.ok) return back({ faults: checked.faults })
    const filed = await submitComplaint(services, c.get('credential'), {
      submission: checked.value,
      siteKey: site.publicKey,
      idempotency: { key: one(typed, 'key'), body: JSON.stringify(checked.value) },
    })
    return isFailure(filed) ? back({ failure: filed }) : c.redirect(`/admin/cases/${filed.reference}?done=intake`, 303)
  })
