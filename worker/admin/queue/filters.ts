import type { CaseFilter } from '../../actions/listCases.ts'
import type { Instant, StaffRole, Stage } from '../../core/vocabulary.ts'
import { STAGES } from '../../core/vocabulary.ts'

/** Which cases the queue shows; kept in the address, so that a view can be bookmarked. */
export const VIEWS = ['mine', 'unassigned', 'due', 'breached', 'awaiting', 'appeals', 'open', 'all'] as const
export type View = (typeof VIEWS)[number]

export interface Asked {
  view: View
  stage: Stage | ''
  site: string
  category: string
  contact: string
  cursor: string
}

/** "Due soon" looks this far ahead. */
const SOON = 2 * 86_400_000

/** Where each role looks first. Whoever was appointed for one case sees it whether or not it is given to them yet. */
const firstView = (roles: readonly StaffRole[]): View => {
  if (roles.includes('handler')) return 'mine'
  if (roles.includes('supervisor')) return 'open'
  return roles.includes('reviewer') ? 'appeals' : 'all'
}

export const askedIn = (query: URLSearchParams, roles: readonly StaffRole[]): Asked => ({
  view: VIEWS.find((view) => view === query.get('view')) ?? firstView(roles),
  stage: STAGES.find((stage) => stage === query.get('stage')) ?? '',
  site: query.get('site') ?? '',
  category: query.get('category') ?? '',
  contact: query.get('contact') ?? '',
  cursor: query.get('cursor') ?? '',
})

const SELECTS: Record<View, (me: string, now: Instant) => CaseFilter> = {
  mine: (me) => ({ assignee: me, state: 'open', order: 'due' }),
  unassigned: () => ({ assignee: 'none', state: 'open', order: 'due' }),
  due: (_me, now) => ({ dueBefore: new Date(Date.parse(now) + SOON).toISOString(), state: 'open', order: 'due' }),
  breached: (_me, now) => ({ dueBefore: now, state: 'open', order: 'due' }),
  awaiting: () => ({ awaiting: 'complainant', state: 'open', order: 'due' }),
  appeals: () => ({ stage: 'appeal', state: 'open', order: 'due' }),
  open: () => ({ state: 'open', order: 'due' }),
  all: () => ({ order: 'updated' }),
}

export const filterOf = (asked: Asked, me: string, now: Instant): CaseFilter => ({
  ...SELECTS[asked.view](me, now),
  ...(asked.stage && { stage: asked.stage }),
  ...(asked.site && { site: asked.site }),
  ...(asked.category && { category: asked.category }),
  ...(asked.contact && { contact: asked.contact.trim() }),
  ...(asked.cursor && { cursor: asked.cursor }),
  limit: 50,
})

/** The address of a view; a new selection starts from its first page. */
export const addressOf = (asked: Partial<Asked>): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) if (value) query.set(name, value)
  const text = query.toString()
  return text ? `/admin?${text}` : '/admin'
}
