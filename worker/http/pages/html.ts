import type { HtmlEscapedString } from 'hono/utils/html'
import type { HttpContext } from '../http.ts'

/** Markup in which everything but the markup itself has been escaped (`html` of hono). */
export type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** JSON that can stand in a script element: nothing in it can end the element or start a comment. */
export const jsonInScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** `Content-Security-Policy` from its directives. */
export const policy = (directives: Record<string, string>): string =>
  Object.entries(directives)
    .map(([name, value]) => (value ? `${name} ${value}` : name))
    .join('; ')

export const sendPage = async (c: HttpContext, page: Html, headers: Record<string, string>): Promise<Response> =>
  c.body(`${await page}`, 200, { 'content-type': 'text/html; charset=utf-8', ...headers })
