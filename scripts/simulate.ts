import { parseArgs } from 'node:util'
import { printOnly, withServices } from '../demo/seed/proxy.ts'
import { simulatePolicy, supposed } from '../worker/actions/simulatePolicy.ts'
import { CALENDAR_IDS, isCalendarId } from '../worker/core/calendars/index.ts'
import en from '../worker/locales/en/labels.ts'

const USAGE = `Usage: npm run -s simulate -- [--policy standard+fca-disp+psd2+cfpb+cn-banking-2020] [--calendar ${CALENDAR_IDS.join('|')}] [--limit 5000]`

/** Replays the cases of the local instance under other packs or another calendar, and prints what would have been missed. */
await printOnly(async () => {
  const { values } = parseArgs({
    options: { policy: { type: 'string' }, calendar: { type: 'string' }, limit: { type: 'string', default: '5000' } },
  })
  const { policy = null, calendar = null } = values
  if (!policy && !calendar) throw new Error(USAGE)
  if (calendar !== null && !isCalendarId(calendar)) throw new Error(`There is no calendar ${calendar}.\n${USAGE}`)
  const supposition = { packs: policy, calendar, limit: Number(values.limit) }
  // Says so before anything is read if there is no such policy.
  supposed({ id: 'standard', version: 1 }, supposition)
  const result = await withServices((services) => simulatePolicy(services, 'system', supposition))
  if (!('tallies' in result)) throw new Error(JSON.stringify(result))
  const rows = result.tallies.map((t) => [
    en.clock[t.kind],
    en.stage[t.stage],
    `${t.missed} of ${t.deadlines}`,
    `${t.missedNow} of ${t.deadlinesNow}`,
  ])
  const table = [['Deadline', 'Set in', 'Missed', 'Missed under their own policy'], ...rows]
  const widths = [0, 1, 2].map((i) => Math.max(...table.map((row) => row[i]?.length ?? 0)))
  const lines = table.map((row) => row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  '))
  return [
    `${result.cases} cases replayed under ${[policy, calendar].filter(Boolean).join(', calendar ')}`,
    '',
    ...lines,
  ].join('\n')
})
