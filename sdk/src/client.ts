import { challenge, redeem, solve } from './challenge.ts'
import { command, complaint, dossier, events, listComplaints, submit } from './complaint.ts'
import { report } from './report.ts'
import type { Connection } from './request.ts'
import { endSession, openSession, requestAccess } from './session.ts'
import { site } from './site.ts'
import type { Grant, Summary } from './types.ts'
import { download, upload } from './upload.ts'

/** The arguments of a function on a connection, once the connection is known. */
type Bound<F> = F extends (connection: Connection, ...rest: infer Rest) => infer Result
  ? (...rest: Rest) => Result
  : never

/**
 * The whole API behind one object. Where size matters, import the functions instead: each takes a `Connection` first.
 *
 * @example
 * const redress = new Redress({ baseUrl: 'https://redress.example', token: process.env.REDRESS_KEY })
 * const { reference } = await redress.submit({ language: 'en', narrative: 'The fee was taken twice.', consent: true })
 * const served = await redress.complaint(reference)
 */
export class Redress {
  readonly connection: Connection

  constructor(connection: Connection) {
    this.connection = { ...connection, baseUrl: connection.baseUrl.replace(/\/+$/, '') }
  }

  /** The same installation as somebody else. */
  withToken(token: string): Redress {
    return new Redress({ ...this.connection, token })
  }

  site: Bound<typeof site> = (...rest) => site(this.connection, ...rest)
  upload: Bound<typeof upload> = (...rest) => upload(this.connection, ...rest)
  download: Bound<typeof download> = (...rest) => download(this.connection, ...rest)
  submit: Bound<typeof submit> = (...rest) => submit(this.connection, ...rest)
  openSession: Bound<typeof openSession> = (...rest) => openSession(this.connection, ...rest)
  endSession: Bound<typeof endSession> = () => endSession(this.connection)
  requestAccess: Bound<typeof requestAccess> = (...rest) => requestAccess(this.connection, ...rest)
  complaints: Bound<typeof listComplaints> = (...rest) => listComplaints(this.connection, ...rest)
  complaint: Bound<typeof complaint> = (...rest) => complaint(this.connection, ...rest)
  command: Bound<typeof command> = (...rest) => command(this.connection, ...rest)
  events: Bound<typeof events> = (...rest) => events(this.connection, ...rest)
  dossier: Bound<typeof dossier> = (...rest) => dossier(this.connection, ...rest)

  /** Asks for a challenge, solves it and returns the token that uploads and files one complaint. */
  async intake(siteKey: string, options: { signal?: AbortSignal } = {}): Promise<Grant> {
    const asked = await challenge(this.connection, siteKey, options)
    return redeem(this.connection, await solve(asked, options), options)
  }

  /** Figures for analysis, over days from `from` to `to`, both included. */
  report(range: { from?: string; to?: string } = {}): Promise<Summary> {
    return report(this.connection, range)
  }
}
