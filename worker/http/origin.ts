import type { HttpContext } from './http.ts'

/** The installation's own name where it has one. */
export const originOf = (c: HttpContext): string => c.env.PUBLIC_ORIGIN ?? new URL(c.req.url).origin
