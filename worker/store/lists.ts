import { type Bytes, toHex } from '../core/encoding.ts'
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

/** What a list is led by: an index in the order of the list, of which only what is asked for is read. */
export interface Lead {
  site?: string
  stage?: Stage
  assignee?: string
  partner?: string
}

/** A few cases, known by something of their own. */
export type Few =
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

const few = (index: Few): Condition => {
  switch (index.by) {
    case 'external':
      return {
        sql: `c.partner = ? AND c.external_reference IN (${placeholders(index.hashes.length)})`,
        values: [index.partner, ...index.hashes],
      }
    case 'reference':
      return { sql: 'c.reference = ?', values: [index.reference] }
    case 'contact':
      // One parameter for all: D1 takes a hundred, and an installation may have more sites than that.
      return {
        sql: `c.reference IN (SELECT i.complaint FROM json_each(?) a CROSS JOIN contact_index i
          ON i.site = a.value ->> 0 AND i.kind = a.value ->> 1 AND i.blind = unhex(a.value ->> 2))`,
        values: [JSON.stringify(index.contacts.map(({ site, kind, blind }) => [site, kind, toHex(blind)]))],
      }
  }
}

/** Combinations for which there is an index, as its name has them. */
const LEADS = ['', 'site_', 'stage_', 'site_stage_', 'assignee_', 'partner_']

/** The index is named rather than left to the planner, which has no statistics to choose by. */
const led = (lead: Lead, order: Order): { index: string; conditions: Condition[] } => {
  const columns = (['site', 'stage', 'assignee', 'partner'] as const).filter((column) => lead[column] !== undefined)
  const name = columns.map((column) => `${column}_`).join('')
  if (!LEADS.includes(name)) throw new TypeError(`There is no index for ${columns.join(' and ')}`)
  return {
    index: `list_${name}${order}`,
    conditions: columns.map((column) => ({ sql: `c.${column} = ?`, values: [lead[column] as string] })),
  }
}

export interface Listing {
  of: Lead | Few
  order: Order
  after: Position | null
  /** Changes at this moment or later; for the order by due date, deadlines before it. */
  bound: Instant | null
  limit: number
}

/** So many cases in order, newest change or earliest deadline first; the latter open ones only. */
export const listQuery = (db: D1Database, { of, order, after, bound, limit }: Listing): Query<ListedCase[]> => {
  const due = order === 'due'
  const [column, direction, beyond] = due ? ['c.next_due_at', 'ASC', '>'] : ['c.updated_at', 'DESC', '<']
  const { index, conditions } = 'by' in of ? { index: null, conditions: [few(of)] } : led(of, order)
  const all: Condition[] = [
    ...conditions,
    ...(due ? [{ sql: 'c.closed_at IS NULL', values: [] }] : []),
    ...(bound ? [{ sql: `${column} ${due ? '<' : '>='} ?`, values: [bound] }] : []),
    ...(after ? [{ sql: `(${column}, c.id) ${beyond} (?, ?)`, values: [after.at, after.id] }] : []),
  ]
  const where = all.length > 0 ? `WHERE ${all.map(({ sql }) => sql).join(' AND ')}` : ''
  return {
    statement: db
      .prepare(
        `SELECT ${COLUMNS} FROM complaint c ${index ? `INDEXED BY ${index}` : ''} ${where}
         ORDER BY ${column} ${direction}, c.id ${direction} LIMIT ?`,
      )
      .bind(...all.flatMap(({ values }) => values), limit),
    read: each(read),
  }
}
