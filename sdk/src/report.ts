import { type Connection, json } from './request.ts'
import type { Summary } from './types.ts'

/** Figures for analysis, over days (`YYYY-MM-DD`) from `from` to `to`, both included. */
export const report = (
  connection: Connection,
  range: { from?: string | undefined; to?: string | undefined } = {},
): Promise<Summary> => json(connection, '/v1/reports/summary', { query: range })
