import type { VNode } from 'preact'
import { identify } from '../../actions/identify.ts'
import { type Failure, isFailure, type Staff } from '../../actions/types.ts'
import { fill } from '../../locales/index.ts'
import { type AdminContext, deskFor, forgetSession } from '../admin.ts'
import type { Desk } from '../desk.ts'
import { isFormToken } from '../formToken.ts'
import { tell } from '../trouble.ts'
import { draw, Notice } from '../ui/page.tsx'
import { FORM_BYTES } from '../uploads.ts'

type Status = 200 | 400 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503

export const html = (c: AdminContext, desk: Desk, page: VNode, status: Status = 200): Response =>
  c.html(draw(desk, page), status)

/** Signing in comes first; then it goes on where it was meant to. */
export const toSignIn = (c: AdminContext): Response => {
  forgetSession(c)
  const { pathname, search } = new URL(c.req.url)
  const next = c.req.method === 'GET' && pathname !== '/admin' ? `?next=${encodeURIComponent(pathname + search)}` : ''
  return c.redirect(`/admin/sign-in${next}`, 303)
}

/** 422 for what other content would mend; the rest says who, when or where. */
export const statusOf = (failure: Failure): Status => ('failed' in failure && STATUS[failure.failed]) || 422

const STATUS: Partial<Record<string, Status>> = {
  not_found: 404,
  forbidden: 403,
  stale: 409,
  conflict: 409,
  unavailable: 503,
  too_many_requests: 429,
}

/** A page that says why there is nothing else to show. */
export const failed = async (c: AdminContext, failure: Failure, me: Staff | null = null): Promise<Response> => {
  if ('failed' in failure && failure.failed === 'unauthenticated') return toSignIn(c)
  const desk = await deskFor(c, { me, here: '/admin' })
  const { title, detail } = tell(failure, desk, desk.format)
  return html(
    c,
    desk,
    <Notice title={title}>
      <p>{detail}</p>
    </Notice>,
    statusOf(failure),
  )
}

/** A form that does not come from a page of this session changes nothing. */
export const notOurs = async (c: AdminContext): Promise<Response> => {
  const desk = await deskFor(c, { me: null, here: '/admin' })
  return html(
    c,
    desk,
    <Notice title={desk.text.refused.title}>
      <p>{desk.text.refused.origin}</p>
    </Notice>,
    403,
  )
}

export const tooLarge = async (c: AdminContext): Promise<Response> => {
  const desk = await deskFor(c, { me: null, here: '/admin' })
  const { tooLargeTitle, tooLarge } = desk.text.refused
  const detail = fill(tooLarge, { size: desk.format.size(FORM_BYTES) })
  return html(
    c,
    desk,
    <Notice title={tooLargeTitle}>
      <p>{detail}</p>
    </Notice>,
    413,
  )
}

/** Tells the person a number, and the log what it stands for; the page says nothing of the cause. */
export const fault = async (c: AdminContext, error: Error): Promise<Response> => {
  const id = crypto.randomUUID()
  console.error(id, error.stack ?? error.message)
  const desk = await deskFor(c, { me: null, here: '/admin' })
  const { faultTitle, fault } = desk.text.refused
  return html(
    c,
    desk,
    <Notice title={faultTitle}>
      <p>{fill(fault, { id })}</p>
    </Notice>,
    500,
  )
}

/** What a form sent; nothing, where it is no form at all. */
export const formIn = (c: AdminContext): Promise<FormData> => c.req.formData().catch(() => new FormData())

export const isOurs = async (c: AdminContext, form: FormData): Promise<boolean> => {
  const credential = c.get('credential')
  return credential.kind === 'staff_session' && isFormToken(credential.token, form.get('csrf'))
}

/** The member of staff behind the session; for pages about no single case. */
export const signedIn = async (c: AdminContext): Promise<Staff | Response> => {
  const caller = await identify(c.get('services'), c.get('credential'))
  if (isFailure(caller)) return failed(c, caller)
  return caller.kind === 'staff' ? caller.staff : toSignIn(c)
}
