import { calendarOf, isCalendarId } from './calendars/index.ts'
import type { Policy } from './policy.ts'

/**
 * The bundled calendars that dates under a policy are counted by, each with the version of its data, e.g.
 * `CN=f43eee1e GB-EAW=1c02d3e4`. Kept with a case, so that a calendar that changes finds the cases it concerns.
 */
export const calendarsOf = (policy: Policy): string => {
  const used = [policy.calendar, ...policy.regimes.flatMap((r) => r.calendar ?? [])]
  const named = used.flatMap(({ bundled }) => (bundled ? [`${bundled.id}=${bundled.version}`] : []))
  return [...new Set(named)].sort().join(' ')
}

/** Whether any of these calendars has changed since. One that is no longer bundled cannot have. */
export const isOutdated = (calendars: string): boolean =>
  calendars.split(' ').some((named) => {
    const [id = '', version] = named.split('=')
    return isCalendarId(id) && calendarOf(id).bundled?.version !== version
  })
