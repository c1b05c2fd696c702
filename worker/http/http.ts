import type { Context } from 'hono'
import type { Services } from '../actions/services.ts'
import type { Env } from '../env.ts'
import type { Language } from '../locales/index.ts'

/** What a request carries through the middleware. */
export interface Http {
  Bindings: Env
  Variables: {
    requestId: string
    services: Services
    /** Of problem texts and pages. */
    language: Language
  }
}

export type HttpContext = Context<Http>
