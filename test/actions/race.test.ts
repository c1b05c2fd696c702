import { beforeAll, describe, expect, it } from 'vitest'
import { giveCommand, giveSystemCommand } from '../../worker/actions/giveCommand.ts'
import { readCase } from '../../worker/actions/readCase.ts'
import { readLedger } from '../../worker/actions/readLedger.ts'
import { isFailure } from '../../worker/actions/types.ts'
import { verifyCase } from '../../worker/actions/verifyCase.ts'
import { command, DAY, must, Office } from '../support/worker/office.ts'

let office: Office
beforeAll(async () => {
  office = await Office.open()
})

describe('many at once', () => {
  it('puts every accepted command into the ledger once, without a gap', async () => {
    const { reference, complainant } = await office.file()
    const texts = Array.from({ length: 100 }, (_, i) => `Message ${i}`)
    const answers = await Promise.all(
      texts.map((message, i) =>
        i % 2 === 0
          ? office.tryTo(complainant, reference, 'add_message', { message })
          : office.tryTo('supervisor', reference, 'note', { note: message }),
      ),
    )
    const accepted = texts.filter((_, i) => !isFailure(answers[i] as object))
    const refused = answers.filter((answer) => isFailure(answer))
    expect(accepted.length).toBeGreaterThan(0)
    expect(new Set(refused.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(refused.length > 0 ? ['{"failed":"conflict"}'] : []),
    )

    const { data } = must(await readLedger(office.services, office.staff('supervisor'), reference, { limit: 200 }))
    expect(data.map(({ seq }) => seq)).toEqual(data.map((_, i) => i + 1))
    const said = data.flatMap((entry) => ('text' in entry ? [entry.text?.message ?? entry.text?.note] : []))
    expect(said.filter((text) => typeof text === 'string' && text.startsWith('Message')).sort()).toEqual(
      accepted.toSorted(),
    )
    expect(await verifyCase(office.services, reference)).toMatchObject({ ledger: { ok: true }, folds: true })
  })

  it('decides once more for who was overtaken once', async () => {
    const { reference, complainant } = await office.file()
    const answers = await Promise.all([
      office.tryTo(complainant, reference, 'add_message', { message: 'One' }),
      office.tryTo('supervisor', reference, 'assign', { to: 'handler' }),
    ])
    for (const answer of answers) must(answer)
  })

  it('lets one of two win who act on the same version', async () => {
    const { reference } = await office.file()
    const { version } = must(await readCase(office.services, office.staff('supervisor'), reference))
    const give = (note: string) =>
      giveCommand(office.services, office.staff('supervisor'), reference, command('note', { note }), {
        expectedVersion: version,
      })
    const answers = await Promise.all([give('a'), give('b')])
    expect(answers.filter((answer) => !isFailure(answer))).toHaveLength(1)
    expect(answers.find((answer) => isFailure(answer))).toMatchObject({ failed: 'stale' })
    expect(await give('c')).toMatchObject({ failed: 'stale' })
  })

  it('counts versions for the complainant as they see them', async () => {
    const { reference, complainant } = await office.file()
    await office.give('supervisor', reference, 'note', { note: 'Internal.' })
    const { version } = must(await readCase(office.services, complainant, reference))
    const given = await giveCommand(
      office.services,
      complainant,
      reference,
      command('add_message', { message: 'Hi' }),
      {
        expectedVersion: version,
      },
    )
    expect(given).toMatchObject({ version: version + 1 })
  })

  it('runs a clock once although two sweeps meet', async () => {
    const { reference } = await office.file()
    office.time.pass(3 * DAY)
    const clock = must(await readCase(office.services, office.staff('auditor'), reference)).clocks[0]?.id ?? ''
    const run = () => giveSystemCommand(office.services, reference, { type: 'run_clock', clock })
    const answers = await Promise.all([run(), run(), run()])
    expect(answers.filter((answer) => !isFailure(answer))).toHaveLength(1)
    expect(await run()).toEqual({ refused: 'nothing_due' })
    const { timeline } = must(await readCase(office.services, office.staff('auditor'), reference))
    expect(timeline.filter((entry) => entry.type === 'clock_breached')).toHaveLength(1)
  })
})
