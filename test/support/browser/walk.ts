import type { Locator } from 'playwright-core'
import { future } from '../walk.ts'
import type { Desk, StaffCommand } from './desk.ts'

export interface Remedy {
  /** As the desk calls it. */
  kind: string
  content: string
  owner: string
  /** Main units of the currency that stands first. */
  money?: string
}

const labelled = (form: Locator, label: string) => form.getByLabel(new RegExp(`^${label.replace(/[()]/g, '\\$&')}`))

/** From receipt to the question whether the points are right: assigned by one person, reviewed by another. */
export const review = async (
  supervisor: Desk,
  handler: Desk,
  reference: string,
  { assignee, department, points }: { assignee: string; department: string; points: string[] },
): Promise<void> => {
  const { field, labels } = handler.words
  await supervisor.open(reference)
  await supervisor.give('assign', (form) => labelled(form, field['assign.to']).selectOption({ label: assignee }))
  await handler.open(reference)
  await handler.give('verify', async (form) => {
    for (const name of [field.identity, field.contact, field['verify.content']]) await labelled(form, name).check()
  })
  await handler.give('classify', async (form) => {
    await form.getByRole('radio', { name: labels.nature.objective }).check()
    await form.getByRole('radio', { name: labels.risk.medium }).check()
    await labelled(form, field.respondentDepartment).selectOption({ label: department })
  })
  await handler.give('set_points', async (form) => {
    for (const [i, point] of points.entries()) await labelled(form, field['set_points.points.text']).nth(i).fill(point)
  })
}

/** In scope, and investigated. */
export const accept = async (handler: Desk, reference: string): Promise<void> => {
  await handler.open(reference)
  await handler.give('decide_scope', (form) => form.getByRole('radio', { name: handler.words.scope.in }).check())
  await handler.give('start_investigation')
}

/** A finding for every point, and the cause. */
export const assess = async (handler: Desk, findings: string[]): Promise<void> => {
  const { field, labels } = handler.words
  for (const reasons of findings)
    await handler.give('record_finding', async (form) => {
      await form.getByRole('radio', { name: labels.finding.upheld, exact: true }).check()
      await labelled(form, field.reasons).fill(reasons)
    })
  await handler.give('finish_assessment', async (form) => {
    await labelled(form, field.rootCause).selectOption({ label: labels.rootCause.system_fault })
    await labelled(form, field.cause).fill('A retry without a key.')
  })
}

/** Fills one remedy after another; the desk gives more rows when asked. */
export const propose = async (handler: Desk, reasons: string, remedies: Remedy[]): Promise<void> => {
  const { field, moreRows, row, amount } = handler.words
  const rows = async () => {
    const form = await handler.form('propose_plan')
    return { form, row: (i: number) => form.getByRole('group', { name: row.remedies.replace('{number}', `${i + 1}`) }) }
  }
  const { form, row: first } = await rows()
  if ((await first(remedies.length - 1).count()) === 0) {
    const loaded = handler.page.waitForEvent('load')
    await form.getByRole('button', { name: moreRows.remedies }).click()
    await loaded
  }
  await handler.give('propose_plan', async (form) => {
    await labelled(form, field['propose_plan.reasons']).fill(reasons)
    for (const [i, { kind, content, owner, money }] of remedies.entries()) {
      const row = (await rows()).row(i)
      await labelled(row, field.kind).selectOption({ label: kind })
      await labelled(row, field['propose_plan.remedies.content']).fill(content)
      await labelled(row, field.owner).selectOption({ label: owner })
      await labelled(row, field.due).fill(future(7))
      if (money) await row.getByLabel(`${field.money}: ${amount}`).fill(money)
    }
  })
}

/** Looks at the letter, then sends the decision. */
export const offer = async (handler: Desk, note: string): Promise<void> => {
  const { field, actions } = handler.words
  const form = await handler.form('offer_plan')
  await labelled(form, field['offer_plan.note']).fill(note)
  const loaded = handler.page.waitForEvent('load')
  await form.getByRole('button', { name: actions.preview }).click()
  await loaded
  await handler.page.getByRole('article').getByText(note).waitFor()
  await handler.give('offer_plan')
}

/** Records every remedy as carried out, and reports. */
export const carryOut = async (handler: Desk, reference: string, remedies: number, report: string): Promise<void> => {
  const { field } = handler.words
  await handler.open(reference)
  for (let i = 0; i < remedies; i++)
    await handler.give('record_remedy', (form) => labelled(form, field['record_remedy.note']).fill('Done as promised.'))
  await handler.give('report_outcome', (form) => labelled(form, field.report).fill(report))
}

/** Fills the text areas of a command's form by label. */
export const write = (desk: Desk, command: StaffCommand, texts: Record<string, string>): Promise<void> =>
  desk.give(command, async (form) => {
    for (const [label, text] of Object.entries(texts)) await labelled(form, label).fill(text)
  })
