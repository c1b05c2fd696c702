import { Hono } from 'hono'
import { attachmentHeaders } from '../../actions/evidence/attachment.ts'
import { downloadEvidence } from '../../actions/evidence/download.ts'
import { openCase } from '../../actions/readCase.ts'
import { readLedger } from '../../actions/readLedger.ts'
import { isFailure } from '../../actions/types.ts'
import { verifyCase } from '../../actions/verifyCase.ts'
import { type Admin, deskFor, newFormKey } from '../admin.ts'
import { LedgerPage, VerdictPage } from '../case/ledger.tsx'
import { CasePage } from '../case/page.tsx'
import { layOut } from '../scene.ts'
import { failed, formIn, html, isOurs, notOurs } from './respond.tsx'

export const caseRoutes = new Hono<Admin>()
  .get('/:reference', async (c) => {
    const opened = await openCase(c.get('services'), c.get('credential'), c.req.param('reference'))
    if (isFailure(opened)) return failed(c, opened)
    const here = `/admin/cases/${opened.view.reference}`
    const laid = await layOut(c, opened, here)
    return html(c, laid.desk, <CasePage laid={laid} done={c.req.query('done')} newKey={newFormKey} />)
  })
  .get('/:reference/ledger', async (c) => {
    const reference = c.req.param('reference')
    const after = Math.max(0, Number.parseInt(c.req.query('after') ?? '0', 10) || 0)
    const [opened, page] = await Promise.all([
      openCase(c.get('services'), c.get('credential'), reference),
      readLedger(c.get('services'), c.get('credential'), reference, { after, limit: 100 }),
    ])
    if (isFailure(opened)) return failed(c, opened)
    if (isFailure(page)) return failed(c, page)
    const laid = await layOut(c, opened)
    return html(c, laid.desk, <LedgerPage view={opened.view} page={page} />)
  })
  .get('/:reference/verify', async (c) => {
    const opened = await openCase(c.get('services'), c.get('credential'), c.req.param('reference'))
    if (isFailure(opened)) return failed(c, opened)
    const verdict = await verifyCase(c.get('services'), opened.view.reference)
    if (!verdict) return failed(c, { failed: 'not_found' })
    const me = opened.caller.kind === 'staff' ? opened.caller.staff : null
    return html(c, await deskFor(c, { me }), <VerdictPage reference={opened.view.reference} verdict={verdict} />)
  })
  .post('/:reference/evidence/:id', async (c) => {
    if (!(await isOurs(c, await formIn(c)))) return notOurs(c)
    const file = await downloadEvidence(c.get('services'), c.get('credential'), c.req.param('id'))
    return isFailure(file) ? failed(c, file) : c.body(file.body, 200, attachmentHeaders(file))
  })
