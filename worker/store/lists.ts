import type { Bytes } from '../core/encoding.ts'
import type { CaseView } from '../core/view.ts'
import type { Instant, Outcome, Risk, Stage } from '../core/vocabulary.ts'
import { placeholders } from './cases.ts'
import { bytesOrNull, each, type Query, type Value } from './sql.ts'

/** A case as lists show it. */
export interface ListedCase {
  /** Position in the list, beside what it is sorted by. */
  id: number
  reference: string
  site: string
  stage: Stage
  outcome: Outcome | null
  category: string
  channel: string
  assignee: string | null
  department: string | null
  risk: Risk
  escalation: number
  awaiting: CaseView['awaiting']
  partner: string | null
  receivedAt: Instant
  updatedAt: Instant
  closedAt: Instant | null
  nextDueAt: Instant
  /** Wrapped and sealed; null once erased. */
  caseKey: Bytes | null
  card: Bytes | null
}

/** The one condition that an index serves; the rest is for the reader of the page. */
export type Index =
  | { by: 'all' }
  | { by: 'site'; site: string }
  | { by: 'stage'; stage: Stage; site: string | null }
  | { by: 'assignee'; assignee: string }
  | { by: 'partner'; partner: string }
  | { by: 'external'; partner: string; hashes: readonly Bytes[] }
  | { by: 'contact'; contacts: readonly { site: string; kind: string; blind: Bytes }[] }
  | { by: 'reference'; reference: string }

export type Order = 'updated' | 'due'

/** After which case a page begins. */
export interface Position {
  at: Instant
  id: number
}

const COLUMNS = `c.id, c.reference, c.site, c.stage, c.outcome, c.category, c.channel, c.assignee, c.department,
  c.risk, c.escalation, c.awaiting, c.partner, c.received_at, c.updated_at, c.closed_at, c.next_due_at, c.case_key, c.card`

const read = (row: Record<string, Value>): ListedCase => ({
  id: row.id as number,
  reference: row.reference as string,
  site: row.site as string,
  stage: row.stage as Stage,
  outcome: row.outcome as Outcome | null,
  category: row.category as string,
  channel: row.channel as string,
  assignee: row.assignee as string | null,
  department: row.department as string | null,
  risk: row.risk as Risk,
  escalation: row.escalation as number,
  awaiting: row.awaiting as CaseView['awaiting'],
  partner: row.partner as string | null,
  receivedAt: row.received_at as string,
  updatedAt: row.updated_at as string,
  closedAt: row.closed_at as string | null,
  nextDueAt: row.next_due_at as string,
  caseKey: bytesOrNull(row.case_key),
  card: bytesOrNull(row.card),
})

interface Condition {
  sql: string
  values: readonly (string | number | Bytes)[]
}

const conditionOf = (index: Index): Condition[] => {
  switch (index.by) {
    case 'all':
      return []
    case 'site':
      return [{ sql: 'c.site = ?', values: [index.site] }]
    case 'stage':
      return [
        { sql: 'c.stage = ?', values: [index.stage] },
        ...(index.site === null ? [] : [{ sql: 'c.site = ?', values: [index.site] }]),
      ]
    case 'assignee':
      return [{ sql: 'c.assignee = ?', values: [index.assignee] }]
    case 'partner':
      return [{ sql: 'c.partner = ?', values: [index.partner] }]
    case 'external':
      return [
        {
          sql: `c.partner = ? AND c.external_reference IN (${placeholders(index.hashes.length)})`,
          values: [index.partner, ...index.hashes],
        },
      ]
    case 'reference':
      return [{ sql: 'c.reference = ?', values: [index.reference] }]
    case 'contact':
      // What is no address or number at all is nobody's.
      if (index.contacts.length === 0) return [{ sql: 'FALSE', values: [] }]
      return [
        {
          sql: `c.reference IN (SELECT i.complaint FROM contact_index i WHERE (i.site, i.kind, i.blind) IN (VALUES
            ${index.contacts.map(() => '(?, ?, ?)').join(', ')}))`,
          values: index.contacts.flatMap(({ site, kind, blind }) => [site, kind, blind]),
        },
      ]
  }
}

/** So many cases in order, newest change or earliest deadline first; the latter open ones only. */
export const listQuery = (
  db: D1Database,
  index: Index,
  order: Order,
  after: Position | null,
  limit: number,
): Query<ListedCase[]> => {
  const [column, direction, beyond] = order === 'due' ? ['c.next_due_at', 'ASC', '>'] : ['c.updated_at', 'DESC', '<']
  const conditions: Condition[] = [
    ...conditionOf(index),
    ...(order === 'due' ? [{ sql: 'c.closed_at IS NULL', values: [] }] : []),
    ...(after ? [{ sql: `(${column}, c.id) ${beyond} (?, ?)`, values: [after.at, after.id] }] : []),
  ]
  const where = conditions.length > 0 ? `WHERE ${conditions.map(({ sql }) => sql).join(' AND ')}` : ''
  return {
    statement: db
      .prepare(`SELECT ${COLUMNS} FROM complaint c ${where} ORDER BY ${column} ${direction}, c.id ${direction} LIMIT ?`)
      .bind(...conditions.flatMap(({ values }) => values), limit),
    read: each(read),
  }
}
