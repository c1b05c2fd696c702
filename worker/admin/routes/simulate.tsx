import { Hono } from 'hono'
import { identify } from '../../actions/identify.ts'
import { regimeIds } from '../../actions/policies.ts'
import { maySimulate, type Supposition, simulatePolicy } from '../../actions/simulatePolicy.ts'
import { isFailure } from '../../actions/types.ts'
import { isCalendarId } from '../../core/calendars/index.ts'
import { type Admin, deskFor } from '../admin.ts'
import { SimulatePage } from '../simulate/page.tsx'
import { failed, html, toSignIn } from './respond.tsx'

/** So many cases can be replayed while somebody waits. */
const MOST = 200

/** What was chosen in the form; null before anything was. */
const supposition = (query: URLSearchParams): Supposition | null => {
  const chosen = query.getAll('regime').filter((id) => regimeIds().includes(id))
  const calendar = query.get('calendar') ?? ''
  if (!query.has('calendar')) return null
  const packs = query.has('standard') || chosen.length > 0 ? ['standard', ...chosen].join('+') : null
  return { packs, calendar: isCalendarId(calendar) ? calendar : null, limit: MOST }
}

export const simulate = new Hono<Admin>().get('/', async (c) => {
  const services = c.get('services')
  const caller = await identify(services, c.get('credential'))
  if (isFailure(caller)) return failed(c, caller)
  if (caller.kind !== 'staff') return toSignIn(c)
  if (!maySimulate(caller.staff)) return failed(c, { failed: 'forbidden', needs: 'auditor' }, caller.staff)
  const asked = supposition(new URL(c.req.url).searchParams)
  const result = asked ? await simulatePolicy(services, caller, asked) : null
  if (result && isFailure(result)) return failed(c, result, caller.staff)
  const desk = await deskFor(c, { me: caller.staff })
  return html(c, desk, <SimulatePage asked={asked} result={result} most={MOST} />)
})
