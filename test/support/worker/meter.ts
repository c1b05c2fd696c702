/** Counts what D1 is asked: round trips, and the rows it read and wrote by its own account. */
export interface Reading {
  roundTrips: number
  rowsRead: number
  rowsWritten: number
}

const EXECUTING = new Set<string | symbol>(['run', 'all', 'first', 'raw'])

export class Meter {
  reading: Reading = { roundTrips: 0, rowsRead: 0, rowsWritten: 0 }
  readonly db: D1Database

  constructor(db: D1Database) {
    this.db = new Proxy(db, {
      get: (target, name: keyof D1Database) => {
        if (name === 'batch') return (statements: D1PreparedStatement[]) => this.#batch(target, statements)
        if (name === 'prepare') return (sql: string) => this.#counted(target, target.prepare(sql))
        return (target[name] as (...args: unknown[]) => unknown).bind(target)
      },
    })
  }

  /** What this work asks of D1. */
  async of<T>(work: () => Promise<T>): Promise<{ value: T; reading: Reading }> {
    this.reading = { roundTrips: 0, rowsRead: 0, rowsWritten: 0 }
    const value = await work()
    return { value, reading: { ...this.reading } }
  }

  async #batch(db: D1Database, statements: D1PreparedStatement[]): Promise<D1Result[]> {
    this.reading.roundTrips += 1
    const results = await db.batch(statements)
    for (const { meta } of results) {
      this.reading.rowsRead += meta.rows_read
      this.reading.rowsWritten += meta.rows_written
    }
    return results
  }

  /** A statement that is run by itself is a round trip too. */
  #counted(db: D1Database, statement: D1PreparedStatement): D1PreparedStatement {
    return new Proxy(statement, {
      get: (target, name) => {
        const member = Reflect.get(target, name)
        if (name === 'bind') return (...values: unknown[]) => this.#counted(db, target.bind(...values))
        if (!EXECUTING.has(name)) return member
        return async () => {
          const [result] = await this.#batch(db, [target])
          return name === 'first' ? (result?.results[0] ?? null) : result
        }
      },
    })
  }
}
