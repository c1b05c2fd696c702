import type { Complaint } from '../core/complaint.ts'
import type { Event } from '../core/events.ts'
import { type CaseView, present, visibleTo } from '../core/view.ts'
import { seesWords } from './access.ts'
import { contextFor } from './context.ts'
import { type Loaded, visibleEvents } from './load.ts'
import type { Services } from './services.ts'

/** A case as loaded, and what has been appended since. */
export interface Current {
  loaded: Loaded
  case: Complaint
  appended: readonly Event[]
}

/** The case as the caller who loaded it may see it. */
export const viewOf = async (services: Services, current: Current): Promise<CaseView> => {
  const { loaded, case: c } = current
  const { actor } = loaded.caller
  const context = contextFor(services, c.policy, actor, { staff: loaded.staff })
  const words = loaded.caller.kind === 'system' || seesWords(loaded.caller)
  return present(c, words ? await eventsFor(current, actor) : [], context)
}

/** The case as the complainant sees it. */
export const partyViewOf = async (services: Services, current: Current): Promise<CaseView> => {
  const actor = { kind: 'complainant' } as const
  return present(current.case, await eventsFor(current, actor), contextFor(services, current.case.policy, actor))
}

const eventsFor = async (
  { loaded, case: c, appended }: Current,
  actor: Loaded['caller']['actor'],
): Promise<Event[]> => [
  ...(await visibleEvents(loaded, c, actor)),
  ...appended.filter((event) => visibleTo(c, event, { actor })),
]
