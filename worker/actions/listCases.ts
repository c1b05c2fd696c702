import type { CaseView } from '../core/view.ts'
import type { Instant, Outcome, Risk, Stage } from '../core/vocabulary.ts'
import { NEVER } from '../store/cases.ts'
import { type Few, type Lead, type ListedCase, listQuery, type Order } from '../store/lists.ts'
import { ask } from '../store/sql.ts'
import { openCaseKey } from '../vault/seal.ts'
import { openCard } from './card.ts'
import type { CaseFilter } from './caseFilter.ts'
import { cursorOf, positionOf } from './cursor.ts'
import { leadOf, type Scope, scopeOf } from './listScope.ts'
import type { Services } from './services.ts'
import { type Caller, type Failure, isFailure } from './types.ts'

export type { CaseFilter } from './caseFilter.ts'

export interface CaseSummary {
  reference: string
  site: string
  stage: Stage
  outcome: Outcome | null
  category: string
  channel: string
  receivedAt: Instant
  updatedAt: Instant
  closedAt: Instant | null
  /** The earliest deadline of ours. */
  nextDueAt: Instant | null
  awaiting: CaseView['awaiting']
  risk: Risk
  escalation: number
  assignee: string | null
  /** Of the respondent. */
  department: string | null
  /** Null once erased. */
  subject: string | null
  complainant: string | null
}

export interface CasePage {
  data: CaseSummary[]
  /** Opaque; null at the end. A page looks at 200 cases at most, so it may hold fewer than asked for although more follow. */
  next: string | null
}

const MOST = 100
const WINDOW = 200

/** Cases this caller may see, page by page. One D1 round trip. An unreadable cursor begins anew. */
export const listCases = async (
  services: Services,
  caller: Caller,
  filter: CaseFilter = {},
): Promise<CasePage | Failure> => {
  const scope = scopeOf(caller, filter)
  if (isFailure(scope)) return scope
  const { db } = services
  const order = filter.order ?? 'updated'
  const limit = Math.min(Math.max(filter.limit ?? 50, 1), MOST)
  const of = await leadOf(services, scope, filter)
  const match = matcher(scope, of, order, filter)
  // Where the index alone decides, one case more than the page tells whether another follows.
  const window = match ? WINDOW : limit + 1
  const bound = (order === 'due' ? filter.dueBefore : filter.updatedSince) ?? null
  const after = positionOf(filter.cursor, order)
  const { cases } = await ask(db, { cases: listQuery(db, { of, order, after, bound, limit: window }) })

  const page: ListedCase[] = []
  let next: string | null = null
  for (const [i, listed] of cases.entries()) {
    if (!match || match(listed)) page.push(listed)
    const more = i + 1 < cases.length || cases.length === window
    if (more && (page.length === limit || i + 1 === cases.length)) next = cursorOf(listed, order)
    if (page.length === limit) break
  }
  return { data: await Promise.all(page.map((listed) => summaryOf(services, scope, listed))), next }
}

type Test = (c: ListedCase) => boolean

/** What the query leaves to be checked; null for nothing. */
const matcher = ({ sites }: Scope, of: Lead | Few, order: Order, filter: CaseFilter): Test | null => {
  const { category, channel, state, updatedSince, assignee, stage, awaiting, dueBefore } = filter
  const lead: Lead = 'by' in of ? {} : of
  const tests: Record<string, Test | false> = {
    site: sites !== null && lead.site === undefined && ((c) => sites.includes(c.site)),
    stage: stage !== undefined && lead.stage === undefined && ((c) => c.stage === stage),
    assignee: assignee !== undefined && lead.assignee === undefined && ((c) => (c.assignee ?? 'none') === assignee),
    category: category !== undefined && ((c) => c.category === category),
    channel: channel !== undefined && ((c) => c.channel === channel),
    state:
      state !== undefined &&
      !(order === 'due' && state === 'open') &&
      ((c) => (c.closedAt === null) === (state === 'open')),
    awaiting: awaiting !== undefined && ((c) => c.awaiting === awaiting),
    due: dueBefore !== undefined && order !== 'due' && ((c) => c.closedAt === null && c.nextDueAt < dueBefore),
    updated: updatedSince !== undefined && order !== 'updated' && ((c) => c.updatedAt >= updatedSince),
  }
  const left = Object.values(tests).filter((test) => typeof test === 'function')
  return left.length > 0 ? (c) => left.every((test) => test(c)) : null
}

const summaryOf = async (services: Services, { staff }: Scope, listed: ListedCase): Promise<CaseSummary> => {
  const { id: _, partner: __, caseKey: wrapped, card: sealed, nextDueAt, ...rest } = listed
  const { master } = await services.keys()
  const card = await openCard(await openCaseKey(master, listed.reference, wrapped), sealed)
  return {
    ...rest,
    nextDueAt: nextDueAt === NEVER ? null : nextDueAt,
    assignee: staff ? rest.assignee : null,
    department: staff ? rest.department : null,
    subject: card?.subject ?? null,
    complainant: card?.complainant.name ?? null,
  }
}
