import { sha256, toBase64url, utf8 } from '../core/encoding.ts'
import { equalBytes } from '../vault/tokens.ts'

/** The token that every form of a session carries. It follows from the session, so there is nothing to store. */
export const formToken = async (session: string): Promise<string> =>
  toBase64url((await sha256(utf8(`redress/admin/form\n${session}`))).slice(0, 18))

export const isFormToken = async (session: string, given: unknown): Promise<boolean> =>
  typeof given === 'string' && equalBytes(utf8(given), utf8(await formToken(session)))
