import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { createSignInCodes, openStaffSession } from '../../worker/actions/staffAccess.ts'
import { admin } from '../../worker/admin/index.ts'
import type { Env } from '../../worker/env.ts'
import { must, type Office } from '../support/worker/office.ts'

export const ORIGIN = 'https://redress.test'

export interface Form {
  action: string
  /** What the form would send as it stands, without its buttons. */
  fields: [string, string][]
  /** Names of everything that can be filled in. */
  names: Set<string>
  buttons: { name: string; value: string }[]
}

export interface Page {
  status: number
  headers: Headers
  html: string
  forms: Form[]
  /** Every element with its attributes, to look for what should not be there. */
  elements: { tag: string; attributes: [string, string][] }[]
}

/** Without entities, as a reader sees it. */
export const plain = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')

/** The runtime gives names and values; its types, an element of the DOM. */
const attributesOf = (element: { attributes: unknown }): [string, string][] =>
  [...(element.attributes as Iterable<[string, string]>)].map(([name, value]) => [name, plain(value)])

const read = async (response: Response): Promise<Page> => {
  const html = await response.clone().text()
  const page: Page = { status: response.status, headers: response.headers, html, forms: [], elements: [] }
  if (!response.headers.get('content-type')?.startsWith('text/html')) return page
  let form: Form | null = null
  let area: { name: string; text: string } | null = null
  let select: { name: string; value: string | null } | null = null
  const attribute = (element: Element, name: string) => plain(element.getAttribute(name) ?? '')
  const rewriter = new HTMLRewriter()
    .on('*', {
      element: (e) => {
        page.elements.push({ tag: e.tagName, attributes: attributesOf(e) })
      },
    })
    .on('form', {
      element: (e) => {
        form = { action: attribute(e, 'action'), fields: [], names: new Set(), buttons: [] }
        page.forms.push(form)
      },
    })
    .on('form input', {
      element: (e) => {
        const [name, type] = [attribute(e, 'name'), attribute(e, 'type')]
        form?.names.add(name)
        const off = (type === 'radio' || type === 'checkbox') && !e.hasAttribute('checked')
        if (type !== 'file' && !off) form?.fields.push([name, attribute(e, 'value')])
      },
    })
    .on('form button', {
      element: (e) => void form?.buttons.push({ name: attribute(e, 'name'), value: attribute(e, 'value') }),
    })
    .on('form select', {
      element: (e) => {
        const current = { name: attribute(e, 'name'), value: null as string | null }
        select = current
        const into = form
        into?.names.add(current.name)
        e.onEndTag(() => void into?.fields.push([current.name, current.value ?? '']))
      },
    })
    .on('form option', {
      element: (e) => {
        if (select && (select.value === null || e.hasAttribute('selected'))) select.value = attribute(e, 'value')
      },
    })
    .on('form textarea', {
      element: (e) => {
        const current = { name: attribute(e, 'name'), text: '' }
        area = current
        const into = form
        into?.names.add(current.name)
        // The first line end after the tag is not part of the text (HTML, 13.1.2.5).
        e.onEndTag(() => void into?.fields.push([current.name, plain(current.text).replace(/^\n/, '')]))
      },
      text: (t) => {
        if (area) area.text += t.text
      },
    })
  await rewriter.transform(response).text()
  return page
}

/** Somebody at the staff desk: keeps cookies, follows nothing by itself. */
export class Browser {
  readonly bindings: Env
  #cookies = new Map<string, string>()

  constructor(bindings: Env = env) {
    this.bindings = bindings
  }

  /** Already signed in, without the mail. */
  static async of(office: Office, email: string, bindings: Env = env): Promise<Browser> {
    const browser = new Browser(bindings)
    const [made] = await createSignInCodes(office.services, email)
    const { token } = must(await openStaffSession(office.services, made?.code ?? ''))
    browser.#cookies.set('__Host-redress', token)
    return browser
  }

  async send(path: string, init: RequestInit = {}): Promise<Page> {
    const headers = new Headers(init.headers)
    headers.set('cookie', [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const context = createExecutionContext()
    const request = new Request(ORIGIN + path, { ...init, headers, redirect: 'manual' })
    const response = await (await mounted()).fetch(request, this.bindings, context)
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split('; ')
      const cut = pair.indexOf('=')
      if (attributes.includes('Max-Age=0')) this.#cookies.delete(pair.slice(0, cut))
      else this.#cookies.set(pair.slice(0, cut), pair.slice(cut + 1))
    }
    const page = await read(response)
    await waitOnExecutionContext(context)
    return page
  }

  get = (path: string): Promise<Page> => this.send(path)

  /** Sends a form as the page has it, with some fields filled in; an array fills in several of one name. */
  submit(form: Form, filled: Record<string, string | string[] | File> = {}, origin: string | null = ORIGIN) {
    const body = new FormData()
    for (const [name, value] of form.fields) if (!(name in filled)) body.append(name, value)
    for (const [name, value] of Object.entries(filled)) {
      if (!form.names.has(name) && !form.buttons.some((b) => b.name === name)) throw new Error(`no field ${name}`)
      for (const one of Array.isArray(value) ? value : [value]) {
        if (typeof one === 'string') body.append(name, one)
        else body.append(name, one)
      }
    }
    return this.send(form.action, { method: 'POST', body, headers: origin === null ? {} : { origin } })
  }
}

const mounted = async () => {
  const { Hono } = await import('hono')
  return new Hono().route('/admin', admin)
}

export const formOf = (page: Page, action: string): Form => {
  const form = page.forms.find((f) => f.action === action || f.action.endsWith(`/${action}`))
  if (!form) throw new Error(`no form ${action} on the page: ${page.forms.map((f) => f.action).join(', ')}`)
  return form
}
