import { type Connection, json } from './request.ts'
import type { Site } from './types.ts'

/** What a site's form shows: texts, categories, remedies, limits, the times it promises. */
export const site = (
  connection: Connection,
  siteKey: string,
  options: { locale?: string | undefined; signal?: AbortSignal | undefined } = {},
): Promise<Site> =>
  json(connection, `/v1/sites/${encodeURIComponent(siteKey)}`, {
    query: { locale: options.locale },
    signal: options.signal,
  })
