import type { Bytes } from '../core/encoding.ts'

/** A value of a row as D1 gives it. */
export type Value = string | number | null | number[] | ArrayBuffer

/** A statement and how to read its rows. */
export interface Query<T> {
  statement: D1PreparedStatement
  read(rows: Record<string, Value>[]): T
}

type Answers<Q> = {
  [K in keyof Q]: Q[K] extends Query<infer T> ? T : Q[K] extends Query<infer T> | null ? T | null : never
}

/** Asks several things in one D1 round trip. What is null is not asked. */
export const ask = async <Q extends Record<string, Query<unknown> | null>>(
  db: D1Database,
  queries: Q,
): Promise<Answers<Q>> => {
  const asked = Object.entries(queries).flatMap(([name, query]) => (query ? [{ name, query }] : []))
  const results = await db.batch<Record<string, Value>>(asked.map(({ query }) => query.statement))
  const answers: Record<string, unknown> = Object.fromEntries(Object.keys(queries).map((name) => [name, null]))
  for (const [i, { name, query }] of asked.entries()) answers[name] = query.read(results[i]?.results ?? [])
  return answers as Answers<Q>
}

/** Reads the first row, if there is one. */
export const first =
  <T>(read: (row: Record<string, Value>) => T) =>
  (rows: Record<string, Value>[]): T | null =>
    rows[0] ? read(rows[0]) : null

/** Reads every row. */
export const each =
  <T>(read: (row: Record<string, Value>) => T) =>
  (rows: Record<string, Value>[]): T[] =>
    rows.map(read)

/** D1 answers a BLOB as an array of numbers. */
export const bytes = (value: Value | undefined): Bytes => {
  if (Array.isArray(value)) return Uint8Array.from(value)
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  throw new TypeError('This column is no BLOB')
}

export const bytesOrNull = (value: Value | undefined): Bytes | null => (value == null ? null : bytes(value))

export const json = <T>(value: Value | undefined): T => JSON.parse(value as string) as T
