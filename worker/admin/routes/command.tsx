import { Hono } from 'hono'
import type * as z from 'zod'
import { type GivenCommand, giveCommand } from '../../actions/giveCommand.ts'
import { openCase } from '../../actions/readCase.ts'
import { readLedger } from '../../actions/readLedger.ts'
import { isFailure } from '../../actions/types.ts'
import { commands } from '../../core/decide/index.ts'
import { type Admin, type AdminContext, newFormKey } from '../admin.ts'
import { formIds, type Returned } from '../case/actions.tsx'
import { CasePage } from '../case/page.tsx'
import { LetterPreview } from '../case/preview.tsx'
import { check } from '../forms/check.ts'
import type { CommandForm } from '../forms/field.ts'
import { forms, isStaffCommand, type StaffCommand } from '../forms/index.ts'
import { one, type Typed, typedIn } from '../forms/read.ts'
import { layOut } from '../scene.ts'
import { troubleOf, type Wrong } from '../trouble.ts'
import { type FileOf, filesIn, keptIn, storeFiles } from '../uploads.ts'
import { failed, formIn, html, isOurs, notOurs, statusOf, toSignIn } from './respond.tsx'

/** Why the page comes back: something to put right, more rows, a look at the letter. */
interface Back extends Wrong {
  more?: string
  preview?: boolean
}

const idsOf = (type: StaffCommand, typed: Typed): string => {
  const form: CommandForm = forms[type]
  const hidden = form.each && form.fields.find((field) => field.as === 'hidden')
  return formIds(type, hidden && one(typed, hidden.name))
}

/** The same page again, as the case is now, with everything that was typed. */
const comeBack = async (c: AdminContext, reference: string, type: StaffCommand, typed: Typed, back: Back) => {
  const opened = await openCase(c.get('services'), c.get('credential'), reference)
  if (isFailure(opened)) return failed(c, opened)
  const laid = await layOut(c, opened, `/admin/cases/${reference}`)
  const { desk } = laid
  const returned: Returned = {
    type,
    ids: idsOf(type, typed),
    typed,
    faults: back.faults ?? [],
    more: back.more ?? null,
    kept: keptIn(typed),
  }
  const trouble = troubleOf(desk, type, back)
  const preview = back.preview && !trouble ? <LetterPreview laid={laid} typed={typed} /> : undefined
  const page = <CasePage laid={laid} returned={returned} trouble={trouble} preview={preview} newKey={newFormKey} />
  return html(c, desk, page, !trouble ? 200 : back.failure ? statusOf(back.failure) : 422)
}

/** Staff may work for several sites: their files are stored for that of the case. */
const storeInCase = async (c: AdminContext, reference: string, files: FileOf[], typed: Map<string, string[]>) => {
  if (files.length === 0) return null
  const opened = await openCase(c.get('services'), c.get('credential'), reference)
  if (isFailure(opened)) return { failure: opened }
  return storeFiles(c.get('services'), c.get('credential'), files, typed, opened.case.site)
}

/** The fingerprint of a form: what it says, without what changes with every drawing of the page. */
const bodyOf = (reference: string, command: GivenCommand): string => JSON.stringify([reference, command])

/** What the post and the clocks record within seconds of a step. It changes nothing of what a form is about. */
const QUIET = ['acknowledged', 'delivery_recorded', 'clock_warned']

/** Whether nobody did anything after that version of the case. */
const isQuietSince = async (c: AdminContext, reference: string, version: number): Promise<boolean> => {
  const since = await readLedger(c.get('services'), c.get('credential'), reference, { after: version, limit: 20 })
  if (isFailure(since) || since.next !== null) return false
  return since.data.every((entry) => 'facts' in entry && QUIET.includes(String(entry.facts.type)))
}

export const commandRoutes = new Hono<Admin>().post('/:reference/commands/:type', async (c) => {
  const { reference, type } = c.req.param()
  if (!isStaffCommand(type)) return failed(c, { failed: 'not_found' })
  const form = await formIn(c)
  if (c.get('credential').kind === 'none') return toSignIn(c)
  if (!(await isOurs(c, form))) return notOurs(c)
  const typed = typedIn(form)
  const back = (what: Back) => comeBack(c, reference, type, typed, what)
  if (typed.has('more')) return back({ more: one(typed, 'more') })

  const { fields }: CommandForm = forms[type]
  // The table ties the schema to the type; looked up by a runtime key that is lost, and tied again here.
  const schema = commands[type].fields as z.ZodType<Record<string, unknown>>
  const services = c.get('services')
  const first = check(schema, fields, typed, services.now())
  if (!first.ok) return back({ faults: first.faults })
  if (typed.has('preview')) return back({ preview: true })

  const refused = await storeInCase(c, reference, filesIn(form), typed)
  if (refused) return back(refused)
  const checked = check(schema, fields, typed, services.now())
  if (!checked.ok) return back({ faults: checked.faults })
  const command = { type, ...checked.value } as unknown as GivenCommand
  const idempotency = { key: one(typed, 'key'), body: bodyOf(reference, command) }
  const give = (expectedVersion: number | undefined) =>
    giveCommand(services, c.get('credential'), reference, command, { expectedVersion, idempotency })
  const version = Number(one(typed, 'version')) || undefined
  let given = await give(version)
  if (version && 'failed' in given && given.failed === 'stale' && (await isQuietSince(c, reference, version)))
    given = await give(given.version)
  if (!isFailure(given)) return c.redirect(`/admin/cases/${reference}?done=${type}`, 303)
  if ('failed' in given && given.failed === 'unauthenticated') return toSignIn(c)
  return back({ failure: given })
})
